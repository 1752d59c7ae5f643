package dev.facet.api.http;

/** What a caller must show before a route answers. */
public sealed interface Requirement {
  /** Nothing: the route answers everybody, or looks after its callers itself. */
  Requirement NOTHING = new Nothing();

  /** Any valid credential. */
  Requirement KNOWN = new Known();

  /** Everybody is let in, uncounted. */
  record Nothing() implements Requirement {}

  /** Whoever the caller is, it is somebody. */
  record Known() implements Requirement {}

  /** A caller that may do this, such as {@code dashboard:write}, in the project the path names. */
  record Permission(String scope) implements Requirement {}

  /** Needs a permission, such as {@code dashboard:read}. */
  static Requirement scope(String scope) {
    return new Permission(scope);
  }
}
