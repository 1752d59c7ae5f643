/**
 * Trends: a {@link dev.facet.query.TrendQuery} comes in, a plan that counts by step and breakdown
 * value and the shape of its answer go out.
 */
@NullMarked
package dev.facet.plan.trend;

import org.jspecify.annotations.NullMarked;
