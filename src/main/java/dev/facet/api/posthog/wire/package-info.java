/**
 * PostHog's objects as they are on the wire. Nouns of the core come in, JSON in the vendor's order
 * of keys goes out, and back from requests; nothing here asks or stores anything.
 */
@NullMarked
package dev.facet.api.posthog.wire;

import org.jspecify.annotations.NullMarked;
