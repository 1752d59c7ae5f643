package dev.facet.plan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.plan.Buckets;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.time.Comparison;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
  private static final Calendar UTC = new Calendar(ZoneId.of("UTC"), DayOfWeek.SUNDAY);
  private static final Instant NOW = Instant.parse("2024-03-15T10:20:30Z");

  @ParameterizedTest
  @CsvSource({
    "-7d, 2024-03-08T10:20:30",
    "dStart, 2024-03-15T00:00",
    "-1dStart, 2024-03-14T00:00",
    "-1dEnd, 2024-03-14T23:59:59.999999",
    "mStart, 2024-03-01T00:00",
    "-1mStart, 2024-02-01T00:00",
    "-1mEnd, 2024-02-29T23:59:59.999999",
    "yStart, 2024-01-01T00:00",
    "-24h, 2024-03-14T10:20:30",
    "-1q, 2023-12-15T10:20:30",
    "-30M, 2024-03-15T09:50:30",
    "hStart, 2024-03-15T10:00",
    "hEnd, 2024-03-15T10:59:59.999999",
    "2024-1-5, 2024-01-05T00:00",
    "2020-01-09 12:37:42, 2020-01-09T12:37:42",
    "2020-01-09T12:37:42.25+02:00, 2020-01-09T10:37:42.25",
    "all, 2019-02-03T04:05:06"
  })
  void resolvesABoundAskedOnAFridayMorning(String text, String expected) {
    ZonedDateTime resolved =
        UTC.resolve(
            java.util.Objects.requireNonNull(DateText.parse(text, "date_from")),
            NOW,
            Instant.parse("2019-02-03T04:05:06Z"));
    assertThat(resolved.toLocalDateTime()).isEqualTo(LocalDateTime.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gestern",
        "2024-13-01",
        "2024-02-30",
        "-7x",
        "7",
        "d7",
        "-99999999d",
        "2024-01-01T25:00"
      })
  void refusesATextThatMeansNoDate(String text) {
    assertThatThrownBy(() -> DateText.parse(text, "dateRange.date_from"))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().path()).isEqualTo("dateRange.date_from"));
  }

  @Test
  void startsSevenDaysAgoAtMidnightWhenNothingIsSaid() {
    Range range = range(null, null, Grain.DAY);
    assertThat(range.from().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2024-03-08T00:00"));
    assertThat(range.to().toLocalDateTime())
        .isEqualTo(LocalDateTime.parse("2024-03-15T23:59:59.999999"));
    assertThat(range.buckets().size()).isEqualTo(8);
  }

  @Test
  void keepsTheHourOfAStartInHours() {
    Range range = range("-24h", null, Grain.DAY);
    assertThat(range.from().toLocalDateTime())
        .isEqualTo(LocalDateTime.parse("2024-03-14T10:20:30"));
    assertThat(range.buckets().size()).isEqualTo(2);
  }

  @Test
  void countsTheWholeHourOfAStartInHoursWhenHourly() {
    assertThat(range("-24h", null, Grain.HOUR).buckets().size()).isEqualTo(25);
  }

  @Test
  void takesAnAbsoluteEndAsItIsWhenHourly() {
    assertThat(range("2020-01-09", "2020-01-09", Grain.HOUR).buckets().size()).isEqualTo(1);
  }

  @Test
  void startsTheFirstWeekBeforeTheRange() {
    Range range = range("2020-01-09", "2020-01-20", Grain.WEEK);
    assertThat(starts(range, UTC))
        .containsExactly("2020-01-05T00:00", "2020-01-12T00:00", "2020-01-19T00:00");
    assertThat(range.from().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2020-01-05T00:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-15, 2020-01-19, DAY, 2020-01-10T00:00, 2020-01-14T23:59:59.999999",
    "-7d, , DAY, 2024-03-01T00:00, 2024-03-08T23:59:59.999999",
    "dStart, , DAY, 2024-03-14T00:00, 2024-03-14T23:59:59.999999",
    "2024-01-01, 2024-03-31, MONTH, 2023-10-01T00:00, 2023-12-31T23:59:59.999999",
    "2024-03-10, 2024-03-10T23:59:59, HOUR, 2024-03-09T00:00, 2024-03-09T23:59:59",
    "-2h, , HOUR, 2024-03-15T05:00, 2024-03-15T07:59:59.999999"
  })
  void previousPeriodHasTheSameLengthDirectlyBefore(
      String from, @Nullable String to, Grain grain, String previousFrom, String previousTo) {
    Range previous = range(from, to, grain).compared(new Comparison.Previous());
    assertThat(previous.from().toLocalDateTime()).isEqualTo(LocalDateTime.parse(previousFrom));
    assertThat(previous.to().toLocalDateTime()).isEqualTo(LocalDateTime.parse(previousTo));
  }

  @Test
  void movesBothEndsByWhatIsAsked() {
    Range moved =
        range("2020-01-15", "2020-01-19", Grain.DAY)
            .compared(new Comparison.Shifted(DateText.parseRelative("-1w", "compare_to")));
    assertThat(moved.buckets().size()).isEqualTo(5);
    assertThat(moved.from().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2020-01-08T00:00"));
  }

  @Test
  void isValidUntilTheNextStepBegins() {
    assertThat(range("-7d", null, Grain.DAY).validUntil(NOW)).isEqualTo("2024-03-16T00:00:00Z");
    assertThat(range("-7d", null, Grain.HOUR).validUntil(NOW)).isEqualTo("2024-03-15T11:00:00Z");
    assertThat(range("2020-01-01", "2020-01-02", Grain.DAY).validUntil(NOW)).isEqualTo(Instant.MAX);
  }

  @ParameterizedTest
  @CsvSource({
    "Australia/Lord_Howe, 2023-10-01, 2023-10-01",
    "Australia/Lord_Howe, 2024-04-07, 2024-04-07",
    "Pacific/Chatham, 2023-09-24, 2023-09-24",
    "Pacific/Chatham, 2024-04-07, 2024-04-07",
    "Pacific/Apia, 2011-12-28, 2012-01-02",
    "America/New_York, 2024-03-09, 2024-03-11",
    "America/New_York, 2024-11-02, 2024-11-04",
    "Asia/Kathmandu, 2024-03-01, 2024-03-03"
  })
  void hoursTileTheDaysOfAClockChange(String zone, String first, String last) {
    Calendar calendar = new Calendar(ZoneId.of(zone), DayOfWeek.MONDAY);
    Buckets hours =
        calendar.buckets(day(first, calendar), calendar.endOfDay(day(last, calendar)), Grain.HOUR);
    Buckets days =
        calendar.buckets(day(first, calendar), calendar.endOfDay(day(last, calendar)), Grain.DAY);
    assertThat(hours.starts()).isSorted().doesNotHaveDuplicates().containsAll(days.starts());
    assertThat(hours.until()).isEqualTo(days.until());
    for (int i = 0; i < hours.size(); i++) {
      ZonedDateTime start = hours.start(i).atZone(calendar.zone());
      long width =
          (i + 1 < hours.size() ? hours.starts().get(i + 1) : hours.until())
              - hours.starts().get(i);
      assertThat(width).isLessThanOrEqualTo(Micros.HOUR);
      ZonedDateTime end = start.plus(width - 1, ChronoUnit.MICROS);
      assertThat(end.getHour())
          .as("last hour of the step from %s", start)
          .isEqualTo(start.getHour());
      assertThat(calendar.floor(end, Grain.HOUR)).isEqualTo(start);
    }
  }

  @Test
  void leavesOutTheDayThatApiaNeverHad() {
    Calendar apia = new Calendar(ZoneId.of("Pacific/Apia"), DayOfWeek.MONDAY);
    Buckets days = apia.buckets(day("2011-12-28", apia), day("2012-01-02", apia), Grain.DAY);
    assertThat(
            days.starts().stream().map(s -> Micros.toInstant(s).atZone(apia.zone()).toLocalDate()))
        .extracting(Object::toString)
        .containsExactly("2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02");
  }

  @Test
  void runsOfABucketRowAgreeWithItsStarts() {
    Calendar newYork = new Calendar(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY);
    Buckets days =
        newYork.buckets(day("2024-03-01", newYork), day("2024-11-30", newYork), Grain.DAY);
    assertThat(days.runs()).hasSizeLessThanOrEqualTo(5);
    for (Buckets.Run run : days.runs()) {
      for (int i = 0; i < run.count(); i++) {
        assertThat(days.starts().get(run.first() + i)).isEqualTo(run.start() + i * run.width());
      }
    }
    assertThat(days.indexOf(days.starts().get(17))).isEqualTo(17);
    assertThat(days.indexOf(days.starts().get(17) - 1)).isEqualTo(16);
    assertThat(days.indexOf(days.until())).isEqualTo(-1);
  }

  @Test
  void refusesMoreStepsThanAChartCanShow() {
    assertThatThrownBy(() -> range("1990-01-01", "2024-01-01", Grain.MINUTE).buckets())
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("choose a shorter range or a coarser interval");
  }

  @Test
  void anExactRangeIsNotRounded() {
    DateRange asked =
        new DateRange(
            DateText.parse("2024-03-01T10:00", "date_from"),
            DateText.parse("2024-03-02T09:00", "date_to"),
            true);
    Range range = Range.resolve(asked, Grain.DAY, UTC, NOW, null);
    assertThat(Duration.between(range.from(), range.to())).isEqualTo(Duration.ofHours(23));
    assertThat(range.buckets().size()).isEqualTo(2);
  }

  private static ZonedDateTime day(String date, Calendar calendar) {
    return java.time.LocalDate.parse(date).atStartOfDay(calendar.zone());
  }

  private static List<String> starts(Range range, Calendar calendar) {
    return range.buckets().starts().stream()
        .map(start -> Micros.toInstant(start).atZone(calendar.zone()).toLocalDateTime().toString())
        .toList();
  }

  private static Range range(@Nullable String from, @Nullable String to, Grain grain) {
    DateRange asked =
        new DateRange(DateText.parse(from, "date_from"), DateText.parse(to, "date_to"), false);
    return Range.resolve(asked, grain, UTC, NOW, null);
  }
}
