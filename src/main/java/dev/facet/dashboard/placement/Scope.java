package dev.facet.dashboard.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pages that dashboards can stand on. */
public enum Scope {
  HOME,
  /** The pages of segments. */
  SEGMENTS,
  /** The pages of segment builders. */
  BUILDERS,
  /** The home of who administers. */
  CONSOLE;

  /** How catalog and APIs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** All words there are. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Scope::word).toList();
  }
}
