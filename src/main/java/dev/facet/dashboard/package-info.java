/**
 * Dashboards, their contents and revisions, insights and texts. Adapters bring commands as
 * functions over a {@link dev.facet.dashboard.Reader} or an {@link dev.facet.dashboard.Editor}, one
 * transaction each; values and new content revisions go out. What is not in the actor's project, or
 * is private to somebody else, is as if it were not there.
 */
@NullMarked
package dev.facet.dashboard;

import org.jspecify.annotations.NullMarked;
