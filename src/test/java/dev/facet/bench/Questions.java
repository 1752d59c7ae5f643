package dev.facet.bench;

import dev.facet.dataset.cube.DataCube;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Breakdown;
import dev.facet.query.CubeQuery;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.Measure;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PropertyRef;
import dev.facet.query.Query;
import dev.facet.query.RetentionQuery;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.query.text.OtqlText;
import dev.facet.query.time.DateMath;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked about the shop: always the 30 days of September. */
final class Questions {
  static final LocalDateTime FROM = LocalDateTime.parse("2025-09-01T00:00:00");
  static final int DAYS = 30;
  static final long FROM_MICROS = Micros.of(FROM.toInstant(ZoneOffset.UTC));
  static final long UNTIL_MICROS = FROM_MICROS + DAYS * Micros.DAY;
  static final Instant NOW = ShopRows.START.plusSeconds(364L * 86_400);

  /** The same days as a condition on events in OTQL. */
  static final String MONTH =
      "ts >= %d AND ts < %d".formatted(FROM_MICROS / 1000, UNTIL_MICROS / 1000);

  /** What ingestion would have learned of the properties that are asked about. */
  private static final PropertyTypes TYPES =
      new PropertyTypes(
          Map.of(PropertyTypes.EVENT, Map.of("$browser", PropertyType.STRING)),
          Map.of(PropertyTypes.EVENT, Set.of("$browser")));

  static final Definitions DEFINITIONS =
      new Definitions(
          ZoneOffset.UTC,
          DayOfWeek.SUNDAY,
          Filter.ALL,
          Map.of(),
          Map.of(),
          TYPES,
          List.of(),
          Map.of(),
          Definitions.Tenant.NONE,
          null);

  private static final DateRange RANGE =
      new DateRange(
          new DateBound.Absolute(FROM, null, true),
          new DateBound.Absolute(FROM.plusDays(DAYS - 1), null, true),
          false);

  private Questions() {}

  /** An OTQL statement; the month is {@link #MONTH}. */
  static OtqlQuery otql(String statement) {
    return new OtqlQuery(OtqlText.statement(statement));
  }

  /** Activities and their users by day and channel. */
  static CubeQuery activities() {
    DataCube cube = DataCube.ACTIVITIES_ANALYTICS;
    return new CubeQuery(
        cube,
        Stream.of("date_yyyy_mm_dd", "channel_id")
            .map(name -> cube.dimension(name).orElseThrow())
            .toList(),
        Stream.of("sessions", "users")
            .map(name -> new CubeQuery.Measured(cube.metric(name).orElseThrow(), name))
            .toList(),
        DateMath.parse("2025-09-01", "from"),
        DateMath.parse("2025-09-30T23:59:59.999999", "to"),
        new CubeQuery.Clause<>(false, List.of()),
        new CubeQuery.Clause<>(false, List.of()),
        List.of(),
        CubeQuery.MAX_ROWS,
        0);
  }

  static Planned planned(Query query) {
    return Planner.plan(query, DEFINITIONS, NOW, null);
  }

  static Series series(@Nullable String event, Measure measure) {
    return new Series(event, null, measure, Filter.ALL);
  }

  static Filter is(String key, String value) {
    return new Filter.Compare(property(key), Filter.Operator.EXACT, List.of(value));
  }

  static PropertyRef property(String key) {
    return new PropertyRef(PropertyRef.Source.EVENT, key);
  }

  static Breakdown by(String key) {
    return new Breakdown(property(key), 25, false, false);
  }

  static TrendQuery daily(Series series, Filter filter, @Nullable Breakdown breakdown) {
    return trend(series, filter, breakdown, Grain.DAY, false);
  }

  static TrendQuery total(Series series, Filter filter, @Nullable Breakdown breakdown) {
    return trend(series, filter, breakdown, Grain.DAY, true);
  }

  static TrendQuery trend(
      Series series, Filter filter, @Nullable Breakdown breakdown, Grain grain, boolean total) {
    return new TrendQuery(
        List.of(series),
        RANGE,
        grain,
        filter,
        false,
        List.of(),
        breakdown,
        null,
        total ? TrendQuery.Show.TOTAL : TrendQuery.Show.STEPS,
        false,
        1,
        1);
  }

  static RetentionQuery weekly(String target, String returning) {
    return new RetentionQuery(
        series(target, new Measure.Count()),
        series(returning, new Measure.Count()),
        RetentionQuery.Entry.RECURRING,
        Grain.WEEK,
        5,
        new DateRange(null, new DateBound.Absolute(FROM.plusDays(DAYS - 1), null, true), false),
        Filter.ALL,
        false,
        false,
        RetentionQuery.Options.NONE);
  }

  /** Three steps in order within two weeks. */
  static FunnelQuery funnel(String first, String second, String third) {
    return new FunnelQuery(
        Stream.of(first, second, third).map(name -> series(name, new Measure.Count())).toList(),
        RANGE,
        Grain.DAY,
        Filter.ALL,
        false,
        FunnelQuery.Order.ORDERED,
        FunnelQuery.Window.DEFAULT,
        List.of(),
        null,
        null,
        new FunnelQuery.Attribution.FirstTouch(),
        new FunnelQuery.View.Steps(),
        1);
  }
}
