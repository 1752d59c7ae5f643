/**
 * Facet, a self-hosted analytics-dashboard server.
 *
 * <p>Here is only what starts it: the entry point, the object graph and its configuration. What it
 * does lies in the packages beneath; ARCHITECTURE.md names each in one sentence.
 */
@NullMarked
package dev.facet;

import org.jspecify.annotations.NullMarked;
