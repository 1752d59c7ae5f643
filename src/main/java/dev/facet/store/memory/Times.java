package dev.facet.store.memory;

import dev.facet.model.Micros;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times, as {@link dev.facet.plan.Function#TO_TIME} says. */
final class Times {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})"
              + "(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?"
              + "(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private Times() {}

  static @Nullable Long parse(String text) {
    if (WHOLE.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return number * (Math.abs(number) < FIRST_MILLIS ? Micros.SECOND : 1000);
    }
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? micros(iso) : null;
  }

  private static @Nullable Long micros(Matcher iso) {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(iso, 1),
              number(iso, 2),
              number(iso, 3),
              number(iso, 4),
              number(iso, 5),
              number(iso, 6));
      return Micros.of(time.toInstant(ZoneOffset.UTC)) + fraction(iso.group(7)) - offset(iso);
    } catch (DateTimeException notOnTheCalendar) {
      return null;
    }
  }

  private static int number(Matcher iso, int group) {
    String digits = iso.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Microseconds out of up to nine decimals; what is finer is cut off. */
  private static long fraction(@Nullable String decimals) {
    return decimals == null ? 0 : Long.parseLong((decimals + "00000").substring(0, 6));
  }

  private static long offset(Matcher iso) {
    String offset = iso.group(8);
    if (offset == null || offset.equals("Z")) {
      return 0;
    }
    int digits = offset.length();
    long hours = Long.parseLong(offset.substring(1, 3));
    long minutes = Long.parseLong(offset.substring(digits - 2));
    long size = hours * Micros.HOUR + minutes * Micros.MINUTE;
    return offset.charAt(0) == '-' ? -size : size;
  }
}
