package dev.facet.api.oktopost.wire;

import dev.facet.api.http.Request;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parameters of requests; what cannot be understood is refused by the parameter's name. */
public final class Given {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Given() {}

  /** A parameter's text; empty text is as good as none. */
  public static Optional<String> text(Request request, String name) {
    return request.query(name).filter(text -> !text.isEmpty());
  }

  /** A parameter that is 0 or 1; false when it is not there. */
  public static boolean flag(Request request, String name) {
    return choice(request, name, List.of("0", "1")).filter("1"::equals).isPresent();
  }

  /** A parameter that is one of some words. */
  public static Optional<String> choice(Request request, String name, List<String> words) {
    return text(request, name).map(text -> oneOf(name, text, words));
  }

  private static String oneOf(String name, String text, List<String> words) {
    return words.stream()
        .filter(text::equals)
        .findFirst()
        .orElseThrow(() -> Fields.notOneOf(name, shown(text), words));
  }

  /** A day such as 2025-09-15. */
  public static Optional<LocalDate> day(Request request, String name) {
    return text(request, name).map(text -> day(text, name));
  }

  /** A text that is to be a day. */
  public static LocalDate day(String text, String name) {
    try {
      return LocalDate.parse(text, DAY);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "invalid_date", name, "\"" + shown(text) + "\" is no day such as 2025-09-15.");
    }
  }

  /** An instant: {@code 2019-06-30T00:00:00} in UTC, a day, or seconds since 1970. */
  public static Optional<Instant> time(Request request, String name) {
    return text(request, name).map(text -> time(text, name));
  }

  private static Instant time(String text, String name) {
    try {
      if (text.matches("\\d{1,11}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      return text.length() == "2019-06-30".length()
          ? LocalDate.parse(text, DAY).atStartOfDay(ZoneOffset.UTC).toInstant()
          : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "invalid_date",
          name,
          "\""
              + shown(text)
              + "\" is no time such as 2019-06-30T00:00:00, nor seconds since 1970.");
    }
  }

  /** A text that somebody sent, cut to be repeated to them. */
  static String shown(String text) {
    int most = 40;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
