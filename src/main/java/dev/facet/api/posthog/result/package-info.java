/**
 * Answers as PostHog's clients read them: queries with their answers come in, the vendor's lists of
 * results go out, one class for each kind of query.
 */
@NullMarked
package dev.facet.api.posthog.result;

import org.jspecify.annotations.NullMarked;
