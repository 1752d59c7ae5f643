/**
 * Activities out of events: {@link dev.facet.plan.activity.ActivityRows} gives a row for each
 * activity, {@link dev.facet.plan.activity.ActivityEvents} says which activity an event belongs to.
 */
@NullMarked
package dev.facet.plan.activity;

import org.jspecify.annotations.NullMarked;
