/**
 * The pages that dashboards stand on beside the list: which dashboards a page has, and which
 * segments there are. In come a kind of page and an id, out go registrations.
 */
@NullMarked
package dev.facet.api.facet.place;

import org.jspecify.annotations.NullMarked;
