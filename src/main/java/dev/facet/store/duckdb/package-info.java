/**
 * The engine of a single machine: one DuckDB database file under a directory, a table for each
 * project and dataset. Batches come in and are committed together with the journal position; plans
 * come in as {@link dev.facet.store.sql.SqlWriter} writes them, and tables go out.
 *
 * <p>Events come in as they arrive and are brought in order in the background, so that questions
 * about few names and a stretch of time skip the rest ({@code Parts}).
 *
 * <p>Objects are kept whole as JSON text, for giving back. For reading, each key of an object that
 * was seen gets columns of its own when it is first seen, up to a limit; what is beyond stands in
 * two maps. What a value is as text and as a number is computed here, by {@link
 * dev.facet.model.Values}, so that the engine's own JSON and number rules never matter.
 */
@NullMarked
package dev.facet.store.duckdb;

import org.jspecify.annotations.NullMarked;
