/**
 * Dashboards in our own API: themselves, their history, single cards of theirs, and the templates
 * they are made from.
 */
@NullMarked
package dev.facet.api.facet.board;

import org.jspecify.annotations.NullMarked;
