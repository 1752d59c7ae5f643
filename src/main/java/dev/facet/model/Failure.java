package dev.facet.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong through a caller's doing or the world's. A code for machines, a
 * sentence for people (what was given, what is allowed, what to do) and, where a request has
 * fields, the path into it ({@code series[1].math}). Anything that is not one of these is a bug.
 */
public sealed interface Failure {

  /** A word in snake_case that stays the same across releases. */
  String code();

  /** The whole story in one sentence. */
  String message();

  /** Where in the request, or null when no single place is at fault. */
  default @Nullable String path() {
    return null;
  }

  /** The request cannot be understood or breaks a rule. */
  record Invalid(String code, @Nullable String path, String message) implements Failure {}

  /** What was asked for is not there, or not for this caller to know of. */
  record NotFound(String code, @Nullable String path, String message) implements Failure {
    public NotFound(String message) {
      this("not_found", null, message);
    }
  }

  /**
   * Who the caller is was not said or not believed ({@code unknown}), or is not enough.
   *
   * @param subject what was missing or asked for, as a word: a permission, a role, the id of a
   *     project; null for none
   */
  record NotAllowed(String code, boolean unknown, String message, @Nullable String subject)
      implements Failure {
    public NotAllowed(String code, boolean unknown, String message) {
      this(code, unknown, message, null);
    }
  }

  /** Somebody else's change stands in the way. */
  record Conflict(String code, String message, long given, long current) implements Failure {}

  /** A limit was reached; trying again after {@code retryAfter} may help, null when it will not. */
  record TooMuch(String code, @Nullable String path, String message, @Nullable Duration retryAfter)
      implements Failure {}

  /** A part this answer depends on does not work now. */
  record Upstream(String code, String message) implements Failure {}
}
