/**
 * Profiles, their accounts at social networks and collections from them, in our own API: paths
 * below {@code /facet/v1/projects/{project}/profiles}. Credentials, envelopes and errors are those
 * of {@link dev.facet.api.facet}. Tokens come in and never go out.
 */
@NullMarked
package dev.facet.api.facet.social;

import org.jspecify.annotations.NullMarked;
