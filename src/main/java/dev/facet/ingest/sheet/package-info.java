/**
 * Files of rows that people bring: CSV or lines of JSON come in, with what their columns mean; rows
 * as {@link dev.facet.ingest.row.SentRows} reads them go out, each with the line it stood on.
 */
@NullMarked
package dev.facet.ingest.sheet;

import org.jspecify.annotations.NullMarked;
