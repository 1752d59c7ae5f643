/**
 * Dashboards and insights as files, without a browser. In come a dashboard's content and the
 * answers to its questions, all asked as one screen; out go PNG, PDF, XLSX and rows of text as CSV.
 * {@link dev.facet.report.chart} draws one answer, {@link dev.facet.report.draw} writes pictures;
 * here lies what a page looks like, how much is drawn at once, and for how long files are kept.
 */
@NullMarked
package dev.facet.report;

import org.jspecify.annotations.NullMarked;
