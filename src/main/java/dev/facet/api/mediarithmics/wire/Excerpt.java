package dev.facet.api.mediarithmics.wire;

import dev.facet.api.http.Request;
import dev.facet.model.FailureException;

/**
 * Which part of a list is asked for: at most {@code most} of its items after the first {@code
 * first}.
 */
public record Excerpt(long first, long most) {
  private static final long USUAL = 50;
  private static final long LARGEST = 500;

  public static Excerpt of(Request request) {
    return new Excerpt(
        number(request, "first_result", 0, 0),
        Math.min(number(request, "max_results", USUAL, 1), LARGEST));
  }

  private static long number(Request request, String name, long usual, long least) {
    String text = request.query(name).orElse("");
    if (text.isEmpty()) {
      return usual;
    }
    long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    if (number < least) {
      throw FailureException.invalid(
          "out_of_range", name, "give a whole number from %d, not '%s'.".formatted(least, text));
    }
    return number;
  }
}
