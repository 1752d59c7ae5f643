/**
 * The write path: accepted records go into the journal, are acknowledged once they are on disk, and
 * one applier carries them into the store. Events that were decoded and normalised by a dialect
 * come in; batches of changes go out to the store. What is journaled is complete (uuid, time, time
 * of receipt), so that applying the journal again gives the same store.
 *
 * <p>Positions count events (or rows): a record covers the positions of what it holds, the store's
 * position is that of the last one applied. The number of a person is the position of the event
 * that made it known.
 */
@NullMarked
package dev.facet.ingest;

import org.jspecify.annotations.NullMarked;
