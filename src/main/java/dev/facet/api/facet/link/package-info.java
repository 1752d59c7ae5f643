/**
 * The links of a dashboard, for those who may change it: made, changed, revoked. In come wishes,
 * out go links with their tokens. What visitors get of a link is not here.
 */
@NullMarked
package dev.facet.api.facet.link;

import org.jspecify.annotations.NullMarked;
