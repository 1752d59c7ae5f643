/**
 * A project's calendar: bounds, grains and steps of time come in, instants go out. What a day, a
 * week or an hour is at a clock change is decided here and nowhere else.
 */
@NullMarked
package dev.facet.plan.time;

import org.jspecify.annotations.NullMarked;
