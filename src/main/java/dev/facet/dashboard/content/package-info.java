/**
 * What is on a dashboard, as plain values: sections, cards, charts, and where they lie. Every
 * change makes a new value. Nothing here knows the database; {@link
 * dev.facet.dashboard.content.ContentJson} is the form the catalog keeps.
 */
@NullMarked
package dev.facet.dashboard.content;

import org.jspecify.annotations.NullMarked;
