package dev.facet.api.posthog.wire;

import dev.facet.model.FailureException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How fresh results must be and who waits for them, in the vendor's words. */
public enum RefreshMode {
  /** Only what was computed before, however old. */
  FORCE_CACHE,
  /** Computed unless what was computed before still holds. */
  BLOCKING,
  /** Computed in any case. */
  FORCE_BLOCKING,
  /** What was computed before; computed in the background when it does not hold. */
  ASYNC,
  /** The same, but content with what is somewhat old. */
  LAZY_ASYNC,
  /** Computed in the background in any case. */
  FORCE_ASYNC,
  /** As {@link #ASYNC} where anything was computed before, else as {@link #BLOCKING}. */
  ASYNC_EXCEPT_ON_CACHE_MISS;

  /** Whether the caller counts on computing in the background. */
  public boolean isBackground() {
    return switch (this) {
      case FORCE_CACHE, BLOCKING, FORCE_BLOCKING -> false;
      case ASYNC, LAZY_ASYNC, FORCE_ASYNC, ASYNC_EXCEPT_ON_CACHE_MISS -> true;
    };
  }

  /** The mode of this name; another one is refused. */
  public static RefreshMode of(String word) {
    return switch (word) {
      case "", "false", "False", "0", "force_cache" -> FORCE_CACHE;
      case "true", "True", "1", "blocking" -> BLOCKING;
      case "force_blocking" -> FORCE_BLOCKING;
      case "async" -> ASYNC;
      case "lazy_async" -> LAZY_ASYNC;
      case "force_async" -> FORCE_ASYNC;
      case "async_except_on_cache_miss" -> ASYNC_EXCEPT_ON_CACHE_MISS;
      default ->
          throw FailureException.invalid(
              "invalid_choice",
              "refresh",
              "\"" + word + "\" is not a valid choice; there are " + words() + ".");
    };
  }

  private static String words() {
    return Arrays.stream(values())
        .map(mode -> mode.name().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
