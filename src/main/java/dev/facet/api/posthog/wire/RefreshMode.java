package dev.facet.api.posthog.wire;

import dev.facet.answer.Mode;
import dev.facet.model.FailureException;

/**
 * How fresh results must be, in the vendor's words. What the vendor computes in the background is
 * computed at once here, and comes with the status of a finished job.
 *
 * @param background whether the caller expects the status of a job
 */
public record RefreshMode(Mode mode, boolean background) {
  /** Only what was computed before. */
  public static final RefreshMode CACHED = new RefreshMode(Mode.CACHED_ONLY, false);

  /** Computed unless what was computed before still holds. */
  public static final RefreshMode BLOCKING = new RefreshMode(Mode.FRESH, false);

  /** The mode of this name; another one is refused. */
  public static RefreshMode of(String word) {
    return switch (word) {
      case "", "false", "False", "0", "force_cache" -> CACHED;
      case "true", "True", "1", "blocking" -> BLOCKING;
      case "force_blocking" -> new RefreshMode(Mode.FORCE, false);
      case "async", "lazy_async" -> new RefreshMode(Mode.FRESH, true);
      case "async_except_on_cache_miss" -> new RefreshMode(Mode.FRESH, false);
      case "force_async" -> new RefreshMode(Mode.FORCE, true);
      default ->
          throw FailureException.invalid(
              "invalid_choice", "refresh", "\"" + word + "\" is not a valid choice.");
    };
  }
}
