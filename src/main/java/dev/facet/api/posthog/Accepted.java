package dev.facet.api.posthog;

import dev.facet.api.http.Request;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a request takes for an answer, in its Accept header. */
final class Accepted {
  /** The code of a request that takes nothing of what is given here. */
  static final String NONE = "not_acceptable";

  /** What some answer here is: pictures and files come from exports. */
  private static final List<String> GIVEN =
      List.of(
          "application/json",
          "text/csv",
          "text/event-stream",
          "image/png",
          "image/svg+xml",
          "application/pdf",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final Pattern COMMA = Pattern.compile(",");

  private Accepted() {}

  /** Fails when the request takes nothing that is given here. */
  static void check(Request request) {
    String accept = request.header("Accept").orElse("").strip();
    if (!accept.isEmpty() && COMMA.splitAsStream(accept).noneMatch(Accepted::isGiven)) {
      throw FailureException.invalid(NONE, null, "Could not satisfy the request Accept header.");
    }
  }

  private static boolean isGiven(String range) {
    String type = range.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    String start = type.endsWith("/*") ? type.substring(0, type.length() - 1) : type;
    return type.equals("*/*")
        || type.equals("*")
        || GIVEN.stream()
            .anyMatch(given -> start.endsWith("/") ? given.startsWith(start) : given.equals(start));
  }
}
