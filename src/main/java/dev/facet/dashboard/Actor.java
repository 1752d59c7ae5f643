package dev.facet.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * Who looks or changes, and in which project.
 *
 * @param user null for nobody in particular, such as a visitor of a shared page: sees no private
 *     dashboard
 */
public record Actor(long project, @Nullable Long user) {}
