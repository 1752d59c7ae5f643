/**
 * The storage interface: run a plan over a project's datasets, apply a batch of changes. Beneath it
 * {@code memory} interprets plans and is what every other engine is checked against; {@code sql}
 * turns plans into SQL; {@code duckdb} is the engine of a single machine. Stores never read the
 * journal.
 */
@NullMarked
package dev.facet.store;

import org.jspecify.annotations.NullMarked;
