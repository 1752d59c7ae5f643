/**
 * What people define and what data taught, as PostHog's clients see it: actions, cohorts,
 * variables, persons, groups, names and types. Calls about a project come in, the vendor's objects
 * go out.
 */
@NullMarked
package dev.facet.api.posthog.definition;

import org.jspecify.annotations.NullMarked;
