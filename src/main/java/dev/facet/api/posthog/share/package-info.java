/**
 * The vendor's sharing: the configuration of a share, and what its link opens. Calls and visitors'
 * requests come in; the vendor's objects, for visitors with everything restricted, go out.
 */
@NullMarked
package dev.facet.api.posthog.share;

import org.jspecify.annotations.NullMarked;
