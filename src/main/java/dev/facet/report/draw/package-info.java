/**
 * Pictures as lists of marks, and the files they become: SVG, PNG and PDF. In come rectangles,
 * lines, rings and texts with their colours, in points of a page whose corner is at the top left;
 * out go bytes. Texts are measured and drawn with fonts that come along, so that a picture is the
 * same on every machine and needs neither a screen nor installed fonts.
 */
@NullMarked
package dev.facet.report.draw;

import org.jspecify.annotations.NullMarked;
