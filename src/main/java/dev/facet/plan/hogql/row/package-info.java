/**
 * The rows of statements, and what stands between an expression and its value: aggregates, window
 * functions and subqueries that are computed before it, and the shape in which a reader sees rows.
 */
@NullMarked
package dev.facet.plan.hogql.row;

import org.jspecify.annotations.NullMarked;
