/**
 * How a question is computed: relational nodes and typed expressions over datasets. {@link
 * dev.facet.plan.Planner} turns a query, the project's definitions and the clock into a {@link
 * dev.facet.plan.Planned}; stores run its plan.
 */
@NullMarked
package dev.facet.plan;

import org.jspecify.annotations.NullMarked;
