/**
 * The demo organisation: a clock comes in, realistic events go out, always the same for the same
 * clock. Each data source of the demo is a generator of its own.
 */
@NullMarked
package dev.facet.cli.demo;

import org.jspecify.annotations.NullMarked;
