package dev.facet.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody who wrote another one may have meant. */
public final class Nearest {
  private static final int FARTHEST = 3;

  private Nearest() {}

  /** The nearest of the known names, however far; empty when there are none. */
  public static Optional<String> of(String name, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(candidate -> distance(candidate, name)));
  }

  /** {@code ; did you mean "…"?} without its end; nothing when all known names are far. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .filter(nearest -> distance(nearest, name) <= FARTHEST)
        .map(nearest -> "; did you mean \"" + nearest + "\"")
        .orElse("");
  }

  /** How many letters must change to make one word the other; capital and small are alike. */
  private static int distance(String oneWord, String otherWord) {
    String one = oneWord.toLowerCase(Locale.ROOT);
    String other = otherWord.toLowerCase(Locale.ROOT);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
