/**
 * The nouns every other package speaks in: types and tables of values, grains of time, periods,
 * projects, events and failures. Nothing comes in from other packages; immutable values go out.
 */
@NullMarked
package dev.facet.model;

import org.jspecify.annotations.NullMarked;
