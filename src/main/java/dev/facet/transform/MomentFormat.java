package dev.facet.transform;

import dev.facet.model.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in UTC, read as ISO texts or milliseconds, written by the letters of moment.js. */
final class MomentFormat {
  private static final Pattern LETTERS =
      Pattern.compile(
          "\\[([^\\]]*)]|YYYY|YY|Y|MMMM|MMM|MM|Mo|M|DDDD|DDD|Do|DD|D|dddd|ddd|dd|d|E|GGGG|WW|W|Q|"
              + "HH|H|hh|h|kk|k|mm|m|ss|s|SSS|SS|S|A|a|ZZ|Z|X|x");
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}");
  private static final Set<Integer> ORDINARY = Set.of(11, 12, 13);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("uuuuDDD", Locale.ROOT);
  private static final DateTimeFormatter PARTS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM[-dd[['T'][' ']HH[:mm[:ss]]]]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ROOT);

  private MomentFormat() {}

  /** The date a key means; a failure that names the key when it means none. */
  static LocalDateTime date(String key) {
    String text = key.strip();
    try {
      if (DIGITS.matcher(text).matches()) {
        return digits(text);
      }
      int zone = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
      return text.endsWith("Z") || zone > "2024-01-31".length()
          ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
          : local(text);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "invalid_date",
          "sources[0]",
          "format-dates cannot read \""
              + key
              + "\" as a date: keys are ISO dates or milliseconds since 1970.");
    }
  }

  /** A time without zone: of a day, of a day counted in its year, or of a week. */
  private static LocalDateTime local(String text) {
    if (text.matches("\\d{4}-\\d{3}")) {
      return LocalDate.parse(text, DateTimeFormatter.ISO_ORDINAL_DATE).atStartOfDay();
    }
    if (text.matches("\\d{4}-W\\d{2}(-\\d)?")) {
      String day = text.length() == 8 ? text + "-1" : text;
      return LocalDate.parse(day, DateTimeFormatter.ISO_WEEK_DATE).atStartOfDay();
    }
    return LocalDateTime.parse(text, PARTS);
  }

  /** A year, month or day with nothing in between; all other digits are milliseconds. */
  private static LocalDateTime digits(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Year.parse(text).atDay(1).atStartOfDay();
        case 6 -> YearMonth.parse(text, MONTH).atDay(1).atStartOfDay();
        case 7 -> LocalDate.parse(text, DAY_OF_YEAR).atStartOfDay();
        case 8 -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay();
        default -> milliseconds(text);
      };
    } catch (DateTimeException e) {
      return milliseconds(text);
    }
  }

  private static LocalDateTime milliseconds(String digits) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(digits)), ZoneOffset.UTC);
  }

  /** The date as its letters say; everything else stays. */
  static String text(LocalDateTime date, String format) {
    Matcher matcher = LETTERS.matcher(format);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String escaped = matcher.group(1);
      String part = escaped == null ? part(date, matcher.group()) : escaped;
      matcher.appendReplacement(out, Matcher.quoteReplacement(part));
    }
    return matcher.appendTail(out).toString();
  }

  private static String part(LocalDateTime date, String letters) {
    return switch (letters) {
      case "YYYY", "Y", "GGGG" -> digits(4, year(date, letters));
      case "YY" -> digits(2, Math.floorMod(date.getYear(), 100));
      case "MMMM" -> date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "MMM" -> month(date);
      case "MM" -> digits(2, date.getMonthValue());
      case "M" -> digits(1, date.getMonthValue());
      case "Mo" -> ordinal(date.getMonthValue());
      case "DDDD" -> digits(3, date.getDayOfYear());
      case "DDD" -> digits(1, date.getDayOfYear());
      case "DD" -> digits(2, date.getDayOfMonth());
      case "D" -> digits(1, date.getDayOfMonth());
      case "Do" -> ordinal(date.getDayOfMonth());
      case "dddd" -> weekday(date);
      case "ddd" -> weekday(date).substring(0, 3);
      case "dd" -> weekday(date).substring(0, 2);
      case "d" -> digits(1, date.getDayOfWeek().getValue() % 7);
      case "E" -> digits(1, date.getDayOfWeek().getValue());
      case "WW" -> digits(2, date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "W" -> digits(1, date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "Q" -> digits(1, date.get(IsoFields.QUARTER_OF_YEAR));
      default -> ofDay(date, letters);
    };
  }

  private static String ofDay(LocalDateTime date, String letters) {
    int hour = date.getHour();
    return switch (letters) {
      case "HH" -> digits(2, hour);
      case "H" -> digits(1, hour);
      case "hh" -> digits(2, (hour + 11) % 12 + 1);
      case "h" -> digits(1, (hour + 11) % 12 + 1);
      case "kk" -> digits(2, hour == 0 ? 24 : hour);
      case "k" -> digits(1, hour == 0 ? 24 : hour);
      case "mm" -> digits(2, date.getMinute());
      case "m" -> digits(1, date.getMinute());
      case "ss" -> digits(2, date.getSecond());
      case "s" -> digits(1, date.getSecond());
      case "SSS" -> digits(3, date.getNano() / 1_000_000);
      case "SS" -> digits(2, date.getNano() / 10_000_000);
      case "S" -> digits(1, date.getNano() / 100_000_000);
      case "A" -> hour < 12 ? "AM" : "PM";
      case "a" -> hour < 12 ? "am" : "pm";
      case "ZZ" -> "+0000";
      case "Z" -> "+00:00";
      case "X" -> String.valueOf(date.toEpochSecond(ZoneOffset.UTC));
      case "x" -> String.valueOf(date.toInstant(ZoneOffset.UTC).toEpochMilli());
      default -> letters;
    };
  }

  private static int year(LocalDateTime date, String letters) {
    return letters.equals("GGGG") ? date.get(IsoFields.WEEK_BASED_YEAR) : date.getYear();
  }

  private static String month(LocalDateTime date) {
    return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
  }

  private static String weekday(LocalDateTime date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String ordinal(int number) {
    String end =
        ORDINARY.contains(number % 100)
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + end;
  }

  private static String digits(int width, int number) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
