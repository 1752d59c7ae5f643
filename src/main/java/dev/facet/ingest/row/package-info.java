/**
 * Rows of datasets that people send: the JSON of one request comes in, rows of plain values and the
 * reasons for refusing others go out; later the journaled rows, of which columns may be missing,
 * are made whole with what the store has.
 */
@NullMarked
package dev.facet.ingest.row;

import org.jspecify.annotations.NullMarked;
