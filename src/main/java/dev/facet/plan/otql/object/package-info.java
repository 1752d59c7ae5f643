/**
 * Objects of OTQL: rows for each type ({@link dev.facet.plan.otql.object.ObjectRows}), and those of
 * them that satisfy a condition ({@link dev.facet.plan.otql.object.Narrowing}).
 */
@NullMarked
package dev.facet.plan.otql.object;

import org.jspecify.annotations.NullMarked;
