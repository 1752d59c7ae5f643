package dev.facet.api.http;

/** Finds out who calls and whether the caller may. */
@FunctionalInterface
public interface Guard {
  /** For groups whose routes all require nothing. */
  Guard NONE =
      (request, requirement) -> {
        throw new IllegalStateException("A route requires a caller but its group knows none");
      };

  /**
   * Returns under which name the caller's calls are counted when it meets the requirement, having
   * remembered in the request what handlers need to know about it; else throws a {@link
   * dev.facet.model.Failure.NotAllowed}. Not asked for routes that require nothing.
   */
  String admit(Request request, Requirement requirement);
}
