package dev.facet.api.http;

/** Finds out who calls and whether the caller may. */
@FunctionalInterface
public interface Guard {
  /** Lets everybody in; for groups whose routes all require nothing. */
  Guard OPEN = (request, requirement) -> {};

  /**
   * Returns when the caller meets the requirement, after remembering it in the request; else throws
   * a {@link dev.facet.model.Failure.NotAllowed}. Not asked for routes that require nothing.
   */
  void admit(Request request, Requirement requirement);
}
