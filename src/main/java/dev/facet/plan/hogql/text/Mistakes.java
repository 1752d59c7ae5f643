package dev.facet.plan.hogql.text;

import dev.facet.model.FailureException;
import dev.facet.query.Syntax.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * What is wrong with a statement, and where in its text.
 *
 * @param path where the text stands in the request
 */
public record Mistakes(String path) {

  public FailureException unknown(String kind, String name, Collection<String> known, Place place) {
    return at(
        "unknown_" + kind.replace(' ', '_'),
        place,
        "there is no %s \"%s\"%s".formatted(kind, name, nearest(name, known)));
  }

  public FailureException type(Place place, String sentence) {
    return at("hogql_type", place, sentence);
  }

  public FailureException refused(Place place, String sentence) {
    return at("hogql_refused", place, sentence);
  }

  public FailureException at(String code, Place place, String sentence) {
    return FailureException.invalid(
        code,
        place.path().isEmpty() ? path : place.path(),
        "Line %d, column %d: %s".formatted(place.line(), place.column(), sentence));
  }

  /** The end of a sentence about a name that is not known. */
  public static String nearest(String name, Collection<String> known) {
    int most = Math.max(2, name.length() / 3);
    return known.stream()
        .distinct()
        .min(
            Comparator.comparingInt((String other) -> distance(other, name))
                .thenComparing(Comparator.naturalOrder()))
        .filter(other -> distance(other, name) <= most)
        .map(other -> "; did you mean \"" + other + "\"?")
        .orElse(
            known.isEmpty() || known.size() > 12
                ? "."
                : "; there are "
                    + String.join(", ", known.stream().distinct().sorted().toList())
                    + ".");
  }

  /** How many letters must change to make one word the other, whatever their case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
