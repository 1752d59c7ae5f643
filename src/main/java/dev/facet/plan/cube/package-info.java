/**
 * Plans reports about data cubes: facts within the dates, filtered, split by dimensions, measured,
 * put in order and cut. {@link dev.facet.plan.cube.CubePlanner} is the way in.
 */
@NullMarked
package dev.facet.plan.cube;

import org.jspecify.annotations.NullMarked;
