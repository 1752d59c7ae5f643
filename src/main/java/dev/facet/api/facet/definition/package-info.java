/**
 * What the people of a project define for their questions, in our own form: actions and cohorts as
 * {@link dev.facet.definition.ActionForm} and {@link dev.facet.definition.CohortForm} read them,
 * each with its name and description beside.
 */
@NullMarked
package dev.facet.api.facet.definition;

import org.jspecify.annotations.NullMarked;
