/**
 * Values of OTQL: what can be read of a field, what a written value means, and how the two are
 * compared.
 */
@NullMarked
package dev.facet.plan.otql.value;

import org.jspecify.annotations.NullMarked;
