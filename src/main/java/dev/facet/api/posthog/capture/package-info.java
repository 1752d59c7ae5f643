/**
 * Ingestion as PostHog's clients send it. Served at {@code /batch}, {@code /e}, {@code /i/v0/e},
 * {@code /capture}, {@code /track}, {@code /engage} and {@code /i/v1/analytics/events}: the
 * project's token in the call is the credential, answers are {@code {"status": 1}}, refusals plain
 * text, times without an offset UTC.
 */
@NullMarked
package dev.facet.api.posthog.capture;

import org.jspecify.annotations.NullMarked;
