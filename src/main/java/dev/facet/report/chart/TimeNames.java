package dev.facet.report.chart;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The names of the steps of a time axis; how long a step is shows from the steps themselves. */
final class TimeNames {

  private enum Step {
    MINUTE("HH:mm", "d MMM uuuu, HH:mm"),
    HOUR("HH:mm", "d MMM uuuu, HH:mm"),
    DAY("d MMM", "EEE, d MMM uuuu"),
    WEEK("d MMM", "'Week of' d MMM uuuu"),
    MONTH("MMM uuuu", "MMMM uuuu"),
    YEAR("uuuu", "uuuu");

    private final DateTimeFormatter axis;
    private final DateTimeFormatter name;

    Step(String axis, String name) {
      this.axis = DateTimeFormatter.ofPattern(axis, Locale.US);
      this.name = DateTimeFormatter.ofPattern(name, Locale.US);
    }
  }

  private static final DateTimeFormatter DAY_AND_HOUR =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.US);

  private TimeNames() {}

  /** Micros or days, ascending. */
  static List<Plot.Category> of(List<Object> times, Type type, ZoneId zone) {
    List<LocalDateTime> local = times.stream().map(time -> local(time, type, zone)).toList();
    Step step = step(local);
    boolean isLong =
        step.ordinal() < Step.DAY.ordinal()
            && !local.isEmpty()
            && local.getLast().isAfter(local.getFirst().plusDays(2));
    DateTimeFormatter axis = isLong ? DAY_AND_HOUR : step.axis;
    return local.stream()
        .map(time -> new Plot.Category(axis.format(time), step.name.format(time), time))
        .toList();
  }

  private static LocalDateTime local(Object time, Type type, ZoneId zone) {
    long value = time instanceof Long number ? number : 0;
    return type == Type.DATE
        ? LocalDateTime.ofEpochSecond(value * 86_400, 0, ZoneOffset.UTC)
        : LocalDateTime.ofInstant(Micros.toInstant(value), zone);
  }

  private static Step step(List<LocalDateTime> times) {
    long least = Long.MAX_VALUE;
    for (int i = 1; i < times.size(); i++) {
      least = Math.min(least, seconds(times.get(i)) - seconds(times.get(i - 1)));
    }
    if (least == Long.MAX_VALUE) {
      boolean days = times.stream().allMatch(t -> t.toLocalTime().toSecondOfDay() == 0);
      return days ? Step.DAY : Step.HOUR;
    }
    return step(least / 3600.0);
  }

  private static Step step(double hours) {
    if (hours < 20) {
      return hours < 1 ? Step.MINUTE : Step.HOUR;
    }
    if (hours < 6 * 24) {
      return Step.DAY;
    }
    if (hours < 27 * 24) {
      return Step.WEEK;
    }
    return hours < 300 * 24 ? Step.MONTH : Step.YEAR;
  }

  private static long seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
