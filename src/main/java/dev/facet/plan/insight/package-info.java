/**
 * Questions about how persons come back: retention, stickiness and lifecycle queries come in, a
 * plan and the shape of its answer go out.
 */
@NullMarked
package dev.facet.plan.insight;

import org.jspecify.annotations.NullMarked;
