package dev.facet.api.uploadpost.wire;

import dev.facet.api.http.Request;
import dev.facet.ingest.social.Platforms;
import dev.facet.model.FailureException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parameters of requests; what cannot be understood is refused by the parameter's name. */
public final class Given {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int SHOWN = 40;

  private Given() {}

  /** A parameter's text; blank text is as good as none. */
  public static Optional<String> text(Request request, String name) {
    return request.query(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A parameter that must be there. */
  public static String required(Request request, String name) {
    return text(request, name)
        .orElseThrow(
            () -> FailureException.invalid("missing", name, "Parameter " + name + " is required."));
  }

  /** The names in a list with commas, each once, in their order. */
  public static List<String> names(Request request, String name) {
    return text(request, name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /** The networks in a list with commas, each once, in their order. */
  public static List<String> platforms(Request request, String name) {
    return names(request, name).stream()
        .map(each -> Platforms.read(shown(each), name))
        .distinct()
        .toList();
  }

  /** A network, if one is named. */
  public static Optional<String> platform(Request request) {
    return text(request, "platform").map(each -> Platforms.read(shown(each), "platform"));
  }

  /** A day such as 2026-02-10. */
  public static Optional<LocalDate> day(Request request, String name) {
    return text(request, name).map(text -> day(text, name));
  }

  private static LocalDate day(String text, String name) {
    try {
      return LocalDate.parse(text, DAY);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "invalid_date",
          name,
          "Parameter %s: \"%s\" is no day; give YYYY-MM-DD, such as 2026-02-10."
              .formatted(name, shown(text)));
    }
  }

  /** A whole number from {@code least} on. */
  public static Optional<Integer> number(Request request, String name, int least) {
    return text(request, name).map(text -> number(text, name, least));
  }

  private static int number(String text, String name, int least) {
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least) {
      return Integer.parseInt(text);
    }
    throw FailureException.invalid(
        "invalid_number",
        name,
        "Parameter %s: \"%s\" is no whole number from %d on.".formatted(name, shown(text), least));
  }

  /** A text that somebody sent, cut to be repeated to them. */
  public static String shown(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
