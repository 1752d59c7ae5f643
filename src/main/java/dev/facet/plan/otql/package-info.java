/**
 * From OTQL statements to plans over the project's datasets: selections become pages of objects
 * with what hangs on them, directives become groups. What a statement gets wrong is told with its
 * row and column.
 */
@NullMarked
package dev.facet.plan.otql;

import org.jspecify.annotations.NullMarked;
