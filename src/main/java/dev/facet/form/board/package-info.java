/**
 * Dashboards in our own JSON form: sections, cards, charts and what is said about the whole. What
 * charts ask is a query in {@link dev.facet.form}'s form.
 */
@NullMarked
package dev.facet.form.board;

import org.jspecify.annotations.NullMarked;
