/**
 * Languages people type: text comes in; a query, or a typed part of one, goes out, or a failure
 * that says at which line and column the text stops making sense.
 */
@NullMarked
package dev.facet.query.text;

import org.jspecify.annotations.NullMarked;
