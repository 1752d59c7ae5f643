/** Stretches of time as they are asked for: the period to compare with, and date math. */
@NullMarked
package dev.facet.query.time;

import org.jspecify.annotations.NullMarked;
