/**
 * How measures are counted: in come rows of events, out go counts by keys, at once or in parts that
 * are put together later.
 */
@NullMarked
package dev.facet.plan.trend.tally;

import org.jspecify.annotations.NullMarked;
