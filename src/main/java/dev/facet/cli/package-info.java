/**
 * The command line. Words come in, exit codes go out: 0 done, 1 something went wrong, 2 wrong use.
 * Commands that run a server get it from {@link dev.facet.cli.Starter}; the others use the catalog
 * of a data directory or a running server.
 */
@NullMarked
package dev.facet.cli;

import org.jspecify.annotations.NullMarked;
