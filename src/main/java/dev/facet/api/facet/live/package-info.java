/**
 * What tells readers that there is something new: a project comes in, positions of its data go out.
 */
@NullMarked
package dev.facet.api.facet.live;

import org.jspecify.annotations.NullMarked;
