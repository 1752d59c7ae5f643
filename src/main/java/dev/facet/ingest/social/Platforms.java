package dev.facet.ingest.social;

import dev.facet.model.FailureException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of the networks there are connectors for. */
public final class Platforms {
  /** All of them, in the order people see them. */
  public static final List<String> ALL =
      List.of(
          "instagram",
          "tiktok",
          "linkedin",
          "facebook",
          "x",
          "youtube",
          "threads",
          "pinterest",
          "reddit",
          "bluesky");

  private Platforms() {}

  /** A platform by a name people give it, in any case; {@code twitter} is {@code x}. */
  public static Optional<String> find(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String known = lower.equals("twitter") ? "x" : lower;
    return ALL.contains(known) ? Optional.of(known) : Optional.empty();
  }

  /** A platform by its name; Invalid at {@code path} when there is none. */
  public static String read(String name, String path) {
    return find(name)
        .orElseThrow(
            () ->
                FailureException.invalid(
                    "unknown_platform",
                    path,
                    "There is no platform \"%s\"; there are %s."
                        .formatted(name, String.join(", ", ALL))));
  }
}
