package dev.facet.api.posthog;

/** The vendor's index: method and path of everything that is served, and what serves it. */
public final class PostHogRoutes {
  /** The part of a path that names the project. */
  static final String PROJECT = "project";

  private PostHogRoutes() {}
}
