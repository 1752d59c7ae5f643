/**
 * Answers drawn as charts: lines, areas, columns, bars, rings, numbers, tables, funnels, retention
 * grids, texts. In come typed rows and a frame on a canvas; the marks are added there. Plots are
 * read, coloured and named as the web page does it ({@code web/src/chart}), in its light theme.
 */
@NullMarked
package dev.facet.report.chart;

import org.jspecify.annotations.NullMarked;
