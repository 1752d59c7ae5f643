/**
 * On which pages beside the list dashboards stand: a home, segments, builders. In come what is said
 * of a dashboard and a page, out goes whether it stands there.
 */
@NullMarked
package dev.facet.dashboard.placement;

import org.jspecify.annotations.NullMarked;
