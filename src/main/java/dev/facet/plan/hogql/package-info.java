/**
 * HogQL: the untyped tree of a statement comes in, its names are resolved against the project's
 * tables, its expressions typed, and a plan goes out, or a failure with line, column and the
 * nearest known name.
 */
@NullMarked
package dev.facet.plan.hogql;

import org.jspecify.annotations.NullMarked;
