/**
 * Widgets as the vendor has them, from and to the sections, cards and charts of our own form: what
 * was sent comes in, sections go out, placed on the grid; charts come in, widgets with their
 * figures go out.
 */
@NullMarked
package dev.facet.api.racknap.widget;

import org.jspecify.annotations.NullMarked;
