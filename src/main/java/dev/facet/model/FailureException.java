package dev.facet.model;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} to the edge that shows it. */
public final class FailureException extends RuntimeException {
  private final transient Failure failure;

  public FailureException(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }

  /** A request that breaks a rule at {@code path}. */
  public static FailureException invalid(String code, @Nullable String path, String message) {
    return new FailureException(new Failure.Invalid(code, path, message));
  }

  /** Something that is not there. */
  public static FailureException notFound(String message) {
    return new FailureException(new Failure.NotFound(message));
  }
}
