package dev.facet.api.http;

/** Finds out who calls and whether the caller may. Not asked for routes that require nothing. */
public interface Guard {
  /** For groups whose routes all require nothing. */
  Guard NONE =
      new Guard() {
        @Override
        public String identify(Request request) {
          throw new IllegalStateException("A route requires a caller but its group knows none");
        }

        @Override
        public void authorize(Request request, Requirement requirement) {}
      };

  /**
   * Returns under which name the caller's calls are counted, having remembered in the request what
   * handlers need to know about it; throws a {@link dev.facet.model.Failure.NotAllowed} when nobody
   * known calls.
   */
  String identify(Request request);

  /**
   * Throws a {@link dev.facet.model.Failure.NotAllowed} when the caller, who was identified before,
   * does not meet the requirement; remembers what was asked about.
   */
  void authorize(Request request, Requirement requirement);
}
