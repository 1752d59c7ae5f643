/**
 * What is behind a point of a chart: the persons it counts, the events it is made of, or the rows
 * of a dataset. A chart's question, as it was asked on the screen, and a row of its answer come in;
 * questions about that row alone go out.
 */
@NullMarked
package dev.facet.api.facet.point;

import org.jspecify.annotations.NullMarked;
