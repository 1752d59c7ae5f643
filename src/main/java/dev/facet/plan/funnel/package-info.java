/**
 * Questions about how far actors get through steps: funnel queries come in, a plan and the shape of
 * its answer go out. On the way rows of events become attempts, of which one for each actor counts.
 */
@NullMarked
package dev.facet.plan.funnel;

import org.jspecify.annotations.NullMarked;
