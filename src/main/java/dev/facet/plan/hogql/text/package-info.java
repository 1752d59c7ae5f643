/**
 * HogQL for the eyes of whoever wrote it: statements and expressions come in and go out as text,
 * and so do mistakes, with their place and the nearest known name; beside it what is known of a
 * whole statement.
 */
@NullMarked
package dev.facet.plan.hogql.text;

import org.jspecify.annotations.NullMarked;
