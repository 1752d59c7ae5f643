/**
 * The events a question is about: filters and series come in, a plan of their rows and conditions
 * over them go out. What stands beside an event (person, session, groups, cohorts) is joined only
 * when a condition or value names its column.
 */
@NullMarked
package dev.facet.plan.event;

import org.jspecify.annotations.NullMarked;
