package dev.facet.store;

import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.function.Context;
import dev.facet.plan.function.Functions;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.WallClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the functions people name give in every store, and that clocks on walls are right. */
abstract class LibraryContract extends OnEmptyStore {
  private static final Context BERLIN =
      new Context(
          Instant.parse("2024-03-31T10:20:30Z"), ZoneId.of("Europe/Berlin"), DayOfWeek.SUNDAY);
  private static final Plan ONE = values(Type.INTEGER, 1L);

  private static Expression literal(Object value) {
    return switch (value) {
      case Expression expression -> expression;
      case String text -> Expression.text(text);
      case Long whole -> Expression.integer(whole);
      case Double number -> Expression.number(number);
      case Boolean flag -> Expression.bool(flag);
      default -> new Expression.Literal(value, Type.TEXTS);
    };
  }

  private static Expression call(String name, Object... arguments) {
    List<Expression> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(literal(argument));
    }
    return Functions.call(name, all, BERLIN);
  }

  private @Nullable Object of(String name, Object... arguments) {
    return each(ONE, call(name, arguments)).getFirst();
  }

  private static Expression at(String instant) {
    return Expression.time(Micros.of(Instant.parse(instant)));
  }

  private static long micros(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  private static long days(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  @Test
  void numbers_and_conversions() {
    assertThat(of("plus", 1L, 2.5)).isEqualTo(3.5);
    assertThat(of("intDiv", -7L, 2L)).isEqualTo(-3L);
    assertThat(of("modulo", -7L, 2L)).isEqualTo(-1L);
    assertThat(of("positiveModulo", -7L, 2L)).isEqualTo(1L);
    assertThat(of("round", 0.125, 2L)).isEqualTo(0.12);
    assertThat(of("round", 1250L, -2L)).isEqualTo(1200.0);
    assertThat(of("log10", 1000L)).isEqualTo(2.9999999999999996);
    assertThat(of("toInt", "12")).isEqualTo(12L);
    assertThat(of("toInt", "x")).isNull();
    assertThat(of("toIntOrZero", "x")).isEqualTo(0L);
    assertThat(of("toFloat", "1.5")).isEqualTo(1.5);
    assertThat(of("toString", 1.0)).isEqualTo("1");
    assertThat(of("toBool", "TRUE")).isEqualTo(true);
    assertThat(of("toUUID", "no")).isNull();
    assertThat(of("greatest", 1L, 2.5)).isEqualTo(2.5);
    assertThat(of("nullIf", 1L, 1L)).isNull();
  }

  @Test
  void texts_urls_and_json() {
    String url = "https://me@www.shop.example.co.uk:8080/a/b?x=1&utm=%20y#f";
    assertThat(of("domain", url)).isEqualTo("www.shop.example.co.uk");
    assertThat(of("domainWithoutWWW", url)).isEqualTo("shop.example.co.uk");
    assertThat(of("topLevelDomain", url)).isEqualTo("uk");
    assertThat(of("path", url)).isEqualTo("/a/b");
    assertThat(of("cutQueryString", url)).isEqualTo("https://me@www.shop.example.co.uk:8080/a/b#f");
    assertThat(of("extractURLParameter", url, "utm")).isEqualTo("%20y");
    assertThat(of("protocol", "/a")).isEqualTo("");
    assertThat(of("like", "a%b\nc", "a\\%b_c")).isEqualTo(true);
    assertThat(of("ilike", "ABC", "%b%")).isEqualTo(true);
    assertThat(of("notLike", "abc", "b")).isEqualTo(true);
    assertThat(of("replaceRegexpAll", "a1b2", "([0-9])", "<\\1>")).isEqualTo("a<1>b<2>");
    assertThat(of("extract", "a12", "[0-9]+")).isEqualTo("12");
    assertThat(of("splitByChar", ",", "a,b")).isEqualTo(row("a", "b"));
    assertThat(of("trim", " a\n")).isEqualTo("a");
    assertThat(of("right", "abc", 2L)).isEqualTo("bc");
    assertThat(of("hex", call("MD5", "a"))).isEqualTo("0CC175B9C0F1B6A831C399E269772661");
    assertThat(of("length", "aé😀")).isEqualTo(3L);
    assertThat(of("JSONExtractInt", "{\"a\":[1,\"7\"]}", "a", 2L)).isEqualTo(7L);
    assertThat(of("JSONHas", "{\"a\":1}", "b")).isEqualTo(false);
    assertThat(of("arrayStringConcat", row("a", "b"), "-")).isEqualTo("a-b");
    assertThat(of("hasAny", row("a"), row("b", "a"))).isEqualTo(true);
    assertThat(of("arraySlice", row("a", "b", "c"), -2L)).isEqualTo(row("b", "c"));
  }

  @Test
  void times_are_told_on_the_wall() {
    Expression before = at("2024-03-31T00:59:59Z");
    Expression after = at("2024-03-31T01:30:00Z");
    assertThat(of("toString", after)).isEqualTo("2024-03-31 03:30:00");
    assertThat(of("toHour", before)).isEqualTo(1L);
    assertThat(of("toHour", after)).isEqualTo(3L);
    assertThat(of("toHour", after, "Asia/Kathmandu")).isEqualTo(7L);
    assertThat(of("toHour", call("toTimeZone", after, "UTC"))).isEqualTo(1L);
    assertThat(of("toStartOfDay", after)).isEqualTo(micros("2024-03-30T23:00:00Z"));
    assertThat(of("toStartOfMonth", after)).isEqualTo(days("2024-03-01"));
    assertThat(of("toStartOfQuarter", after)).isEqualTo(days("2024-01-01"));
    assertThat(of("toStartOfYear", after)).isEqualTo(days("2024-01-01"));
    assertThat(of("toStartOfWeek", after)).isEqualTo(days("2024-03-31"));
    assertThat(of("toMonday", after)).isEqualTo(days("2024-03-25"));
    assertThat(of("dateTrunc", "hour", after)).isEqualTo(micros("2024-03-31T01:00:00Z"));
    assertThat(of("toDayOfWeek", after)).isEqualTo(7L);
    assertThat(of("toDayOfYear", after)).isEqualTo(91L);
    assertThat(of("dateDiff", "day", before, after)).isEqualTo(0L);
    assertThat(of("dateDiff", "hour", before, after)).isEqualTo(2L);
    assertThat(of("dateDiff", "month", at("2024-01-31T12:00:00Z"), after)).isEqualTo(2L);
    assertThat(of("formatDateTime", after, "%d.%m.%y %H:%i %b %W %p"))
        .isEqualTo("31.03.24 03:30 Mar Sunday AM");
    assertThat(of("minus", call("now"), call("toIntervalDay", 1L)))
        .isEqualTo(micros("2024-03-30T11:20:30Z"));
    assertThat(of("addMonths", call("toDate", "2024-01-31"), 1L)).isEqualTo(days("2024-02-29"));
    assertThat(of("toDateTime", "2024-07-01 00:00:00")).isEqualTo(micros("2024-06-30T22:00:00Z"));
    assertThat(of("today")).isEqualTo(days("2024-03-31"));
    assertThat(of("toStartOfInterval", after, call("toIntervalMinute", 20L)))
        .isEqualTo(micros("2024-03-31T01:20:00Z"));
  }

  @Test
  void mistakes_say_what_is_allowed() {
    assertThatThrownBy(() -> call("lowr", "a")).hasMessageContaining("did you mean \"lower\"");
    assertThatThrownBy(() -> call("lower")).hasMessageContaining("takes 1 argument, not 0");
    assertThatThrownBy(() -> call("abs", row("a"))).hasMessageContaining("a number");
    assertThatThrownBy(() -> call("extract", "a", "(")).hasMessageContaining("RE2");
    assertThatThrownBy(() -> call("rand")).hasMessageContaining("each time");
    assertThatThrownBy(() -> call("toHour", call("now"), "Mars")).hasMessageContaining("time zone");
  }

  @Test
  void clocks_agree_with_the_calendar_in_every_zone() {
    Random random = new Random(7);
    for (String zone :
        List.of(
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "UTC")) {
      agrees(ZoneId.of(zone), random);
    }
  }

  private void agrees(ZoneId zone, Random random) {
    List<Object> times = new ArrayList<>();
    Instant change = Instant.parse("2011-01-01T00:00:00Z");
    for (int i = 0; i < 12; i++) {
      var next = zone.getRules().nextTransition(change);
      change = next == null ? change.plusSeconds(9_000_000) : next.getInstant();
      for (long by : new long[] {-86_400, -3601, -1801, -1, 0, 1, 1799, 1800, 3600, 7199, 90_000}) {
        times.add(Micros.of(change.plusSeconds(by)) + random.nextInt(2));
      }
    }
    Plan input = values(Type.TIME, times.toArray());
    WallClock clock = new WallClock(zone);
    Calendar calendar = new Calendar(zone, DayOfWeek.MONDAY);
    Expression time = input.column("v");
    List<@Nullable Object> dates = each(input, clock.date(time));
    List<@Nullable Object> starts = each(input, clock.start(clock.date(time)));
    List<@Nullable Object> hours = each(input, clock.floor(time, Micros.HOUR));
    List<@Nullable Object> walls = each(input, clock.instant(clock.local(time)));
    for (int i = 0; i < times.size(); i++) {
      ZonedDateTime local = Micros.toInstant((Long) times.get(i)).atZone(zone);
      String story = local.toString();
      assertThat(dates.get(i)).as(story).isEqualTo(local.toLocalDate().toEpochDay());
      assertThat(starts.get(i)).as(story).isEqualTo(micros(calendar.floor(local, Grain.DAY)));
      assertThat(hours.get(i)).as(story).isEqualTo(micros(calendar.floor(local, Grain.HOUR)));
      assertThat(walls.get(i)).as(story).isEqualTo(micros(local.toLocalDateTime().atZone(zone)));
    }
  }

  private static long micros(ZonedDateTime time) {
    return Micros.of(time.toInstant());
  }
}
