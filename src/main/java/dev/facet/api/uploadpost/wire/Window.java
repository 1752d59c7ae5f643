package dev.facet.api.uploadpost.wire;

import dev.facet.api.http.Request;
import dev.facet.model.FailureException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Days that are looked at, both ends included. */
public record Window(LocalDate from, LocalDate to) {
  private static final int USUAL = 30;
  private static final Map<String, Integer> PERIODS = new LinkedHashMap<>();

  static {
    PERIODS.put("last_day", 1);
    PERIODS.put("last_week", 7);
    PERIODS.put("last_month", 30);
    PERIODS.put("last_3months", 90);
    PERIODS.put("last_year", 365);
  }

  /** What {@code date}, else {@code period}, else {@code start_date} and {@code end_date} say. */
  public static Window of(Request request, LocalDate today) {
    Optional<Window> day = Given.day(request, "date").map(date -> new Window(date, date));
    return day.or(() -> Given.text(request, "period").map(period -> last(period, today)))
        .orElseGet(() -> between(request, "start_date", "end_date", today));
  }

  /** From one parameter's day to another's: to today, from thirty days before, when not given. */
  public static Window between(Request request, String from, String to, LocalDate today) {
    LocalDate end = Given.day(request, to).orElse(today);
    LocalDate start = Given.day(request, from).orElse(end.minusDays(USUAL));
    if (start.isAfter(end)) {
      throw FailureException.invalid(
          "invalid_dates",
          from,
          "Parameter %s: %s is after %s (%s).".formatted(from, start, to, end));
    }
    return new Window(start, end);
  }

  private static Window last(String period, LocalDate today) {
    Integer days = PERIODS.get(period);
    if (days == null) {
      throw FailureException.invalid(
          "unknown_period",
          "period",
          "Parameter period: \"%s\" is none of %s."
              .formatted(Given.shown(period), String.join(", ", PERIODS.keySet())));
    }
    return new Window(today.minusDays(days), today);
  }
}
