package dev.facet.catalog;

import org.jdbi.v3.core.Handle;

/**
 * A transaction at work. Services pass it on; repositories, named {@code …Rows}, ask it for the
 * database.
 */
public record Transaction(Handle handle) {}
