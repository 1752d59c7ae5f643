/**
 * What a dashboard shows, in our own API: all charts at once or one by one, as files, and what
 * readers may choose. {@link dev.facet.api.facet.screen.Look} reads from an address how somebody
 * looks; callers and the visitors of a link go the same way.
 */
@NullMarked
package dev.facet.api.facet.screen;

import org.jspecify.annotations.NullMarked;
