package dev.facet.query.time;

import dev.facet.model.FailureException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment in UTC, as {@code 2024-05-01}, {@code 2024-05-01T13:05:00} or {@code now-7d/d}: steps
 * forward and back, then all of the unit after the slash. Weeks start on Monday.
 *
 * @param base null for now
 * @param rounding null for the moment itself
 */
public record DateMath(@Nullable Instant base, List<Step> steps, @Nullable ChronoUnit rounding) {
  private static final Pattern NOW =
      Pattern.compile("now((?:[-+]\\d{1,6}[smhHdwMy])*)(?:/([smhHdwMy]))?");
  private static final Pattern STEP = Pattern.compile("([-+]\\d{1,6})([smhHdwMy])");
  private static final Duration SLIDE = Duration.ofSeconds(10);

  /** So many units later. */
  public record Step(int amount, ChronoUnit unit) {}

  public DateMath {
    steps = List.copyOf(steps);
  }

  /** The moment a text means; a failure at {@code path} when it means none. */
  public static DateMath parse(String text, String path) {
    Matcher now = NOW.matcher(text);
    if (now.matches()) {
      List<Step> steps = new ArrayList<>();
      Matcher step = STEP.matcher(now.group(1));
      while (step.find()) {
        steps.add(new Step(Integer.parseInt(step.group(1)), unit(step.group(2))));
      }
      return new DateMath(null, steps, now.group(2) == null ? null : unit(now.group(2)));
    }
    try {
      return absolute(text);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "invalid_date",
          path,
          "\""
              + text
              + "\" is no date: give an ISO date like 2024-01-31 or 2024-01-31T10:00:00, or date"
              + " math like now-7d/d.");
    }
  }

  private static DateMath absolute(String text) {
    if (text.length() <= "2024-01-31".length()) {
      Instant start = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      return new DateMath(start, List.of(), ChronoUnit.DAYS);
    }
    boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    Instant moment =
        zoned
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    return new DateMath(moment, List.of(), null);
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h", "H" -> ChronoUnit.HOURS;
      case "d" -> ChronoUnit.DAYS;
      case "w" -> ChronoUnit.WEEKS;
      case "M" -> ChronoUnit.MONTHS;
      case "y" -> ChronoUnit.YEARS;
      default -> throw new IllegalStateException("No unit " + letter);
    };
  }

  /** The same with all of its day in it. */
  public DateMath wholeDay() {
    return new DateMath(base, steps, ChronoUnit.DAYS);
  }

  /** The moment, or the first of what it is rounded to. */
  public Instant first(Instant now) {
    LocalDateTime moment = moment(now);
    return (rounding == null ? moment : floor(moment, rounding)).toInstant(ZoneOffset.UTC);
  }

  /** The moment, or the last microsecond of what it is rounded to. */
  public Instant last(Instant now) {
    LocalDateTime moment = moment(now);
    return rounding == null
        ? moment.toInstant(ZoneOffset.UTC)
        : floor(moment, rounding)
            .plus(1, rounding)
            .minus(1, ChronoUnit.MICROS)
            .toInstant(ZoneOffset.UTC);
  }

  private LocalDateTime moment(Instant now) {
    LocalDateTime moment = LocalDateTime.ofInstant(base == null ? now : base, ZoneOffset.UTC);
    for (Step step : steps) {
      moment = moment.plus(step.amount(), step.unit());
    }
    return moment;
  }

  private static LocalDateTime floor(LocalDateTime time, ChronoUnit unit) {
    LocalDate day = time.toLocalDate();
    return switch (unit) {
      case YEARS -> day.withDayOfYear(1).atStartOfDay();
      case MONTHS -> day.withDayOfMonth(1).atStartOfDay();
      case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      default -> time.truncatedTo(unit);
    };
  }

  /** Until when it is sure to mean the same. */
  public Instant validUntil(Instant now) {
    if (base != null) {
      return Instant.MAX;
    }
    ChronoUnit finest = rounding;
    for (Step step : steps) {
      finest = finest == null || step.unit().compareTo(finest) < 0 ? step.unit() : finest;
    }
    if (rounding == null || finest == null || finest.compareTo(ChronoUnit.MINUTES) < 0) {
      return now.plus(SLIDE);
    }
    ChronoUnit next = finest.compareTo(ChronoUnit.DAYS) < 0 ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
    return now.truncatedTo(next).plus(1, next);
  }
}
