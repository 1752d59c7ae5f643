/**
 * What the people of a project define for their questions: actions, cohorts, variables of queries,
 * types of properties. Definitions come in as JSON, are checked by reading them, and are kept in
 * the catalog as they came; what planning needs of them goes out as nouns of {@code query}. Members
 * of cohorts that are lists are data, not definitions: they go through {@code ingest}.
 */
@NullMarked
package dev.facet.definition;

import org.jspecify.annotations.NullMarked;
