package dev.facet.api.facet;

import dev.facet.api.http.Request;
import dev.facet.model.FailureException;

/** Which part of a list is asked for. The cursor holds how much comes before. */
public record Slice(long limit, long offset) {
  private static final long USUAL = 100;
  private static final long MOST = 1000;

  public static Slice of(Request request) {
    return new Slice(
        number(request, "limit", USUAL, 1, MOST),
        number(request, "cursor", 0, 0, Integer.MAX_VALUE));
  }

  private static long number(Request request, String name, long usual, long least, long most) {
    String text = request.query(name).orElse("");
    if (text.isEmpty()) {
      return usual;
    }
    long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw FailureException.invalid(
          "out_of_range",
          name,
          "Give a whole number from %d to %d for %s, not '%s'.".formatted(least, most, name, text));
    }
    return number;
  }
}
