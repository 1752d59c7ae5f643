package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.query.DateBound.Edge;
import dev.facet.query.DateBound.Unit;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and clients write them: {@code -7d}, {@code mStart}, {@code -1dEnd}, {@code
 * 2024-1-5}, {@code 2024-01-31T10:00:05.5+02:00}, {@code all}.
 */
public final class DateText {
  private static final Pattern RELATIVE =
      Pattern.compile("[-+]?(\\d{1,6})?([smhdwqyM])(Start|End)?");
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private DateText() {}

  /**
   * The bound a text means; null for null. A text that means nothing is a failure at {@code path}.
   */
  public static @Nullable DateBound parse(@Nullable String text, String path) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.equals("all")) {
      return new DateBound.Earliest();
    }
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      DateBound.Relative bound = relative(relative);
      if (bound.amount() > most(bound.unit())) {
        throw FailureException.invalid(
            "invalid_date", path, "\"" + text + "\" is more than a thousand years ago.");
      }
      return bound;
    }
    Matcher absolute = ABSOLUTE.matcher(text.strip());
    if (absolute.matches()) {
      return absolute(absolute, text, path);
    }
    throw invalid(text, path);
  }

  /** The relative bound a text like {@code -1w} means, for moving periods. */
  public static DateBound.Relative parseRelative(String text, String path) {
    if (parse(text, path) instanceof DateBound.Relative relative) {
      return relative;
    }
    throw invalid(text, path);
  }

  private static DateBound.Relative relative(Matcher match) {
    int amount = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
    Edge edge =
        match.group(3) == null ? Edge.NONE : match.group(3).equals("Start") ? Edge.START : Edge.END;
    return new DateBound.Relative(amount, unit(match.group(2)), edge);
  }

  /** How many make about a thousand years. */
  private static int most(Unit unit) {
    return switch (unit) {
      case SECOND, MINUTE, HOUR -> Integer.MAX_VALUE;
      case DAY -> 366_000;
      case WEEK -> 52_000;
      case MONTH -> 12_000;
      case QUARTER -> 4_000;
      case YEAR -> 1_000;
    };
  }

  private static Unit unit(String letter) {
    return switch (letter) {
      case "s" -> Unit.SECOND;
      case "M" -> Unit.MINUTE;
      case "h" -> Unit.HOUR;
      case "d" -> Unit.DAY;
      case "w" -> Unit.WEEK;
      case "m" -> Unit.MONTH;
      case "q" -> Unit.QUARTER;
      case "y" -> Unit.YEAR;
      default -> throw new IllegalStateException("No unit " + letter);
    };
  }

  private static DateBound absolute(Matcher match, String text, String path) {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(match, 1),
              number(match, 2),
              number(match, 3),
              number(match, 4),
              number(match, 5),
              number(match, 6),
              nanos(match.group(7)));
      ZoneOffset offset = match.group(8) == null ? null : ZoneOffset.of(match.group(8));
      return new DateBound.Absolute(time, offset, match.group(4) == null);
    } catch (DateTimeException e) {
      throw invalid(text, path);
    }
  }

  private static int number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static FailureException invalid(String text, String path) {
    return FailureException.invalid(
        "invalid_date",
        path,
        "\""
            + text
            + "\" is no date: give an ISO date like 2024-01-31 or 2024-01-31T10:00, or a relative"
            + " one like -7d, mStart or -1dEnd, or all.");
  }
}
