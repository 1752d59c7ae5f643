package dev.facet.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Grain;
import dev.facet.model.Project;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Planner;
import dev.facet.query.Breakdown;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.query.time.Comparison;
import dev.facet.store.duckdb.Layout.Key;
import dev.facet.store.duckdb.Layout.Place;
import dev.facet.store.duckdb.Layout.Promoted;
import dev.facet.store.duckdb.Layout.Stored;
import dev.facet.store.sql.Sql;
import dev.facet.store.sql.SqlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The SQL of some plans stands in {@code src/test/resources/sql}, so that a change of it is seen;
 * {@code -Dcases.update} writes it anew.
 */
class SqlSnapshotTest {
  private static final Path FILES = Path.of("src/test/resources/sql");
  private static final Instant NOW = Instant.parse("2026-04-08T12:00:00Z");
  private static final PropertyRef BROWSER = new PropertyRef(PropertyRef.Source.EVENT, "$browser");
  private static final PropertyRef RARE = new PropertyRef(PropertyRef.Source.EVENT, "rare");
  private static final PropertyRef PLAN = new PropertyRef(PropertyRef.Source.PERSON, "plan");

  private static final Layout LAYOUT =
      new Layout(
          Map.of(
              Place.of(1, Datasets.EVENTS),
              new Stored(
                  2,
                  Map.of(
                      new Key("properties", "$browser"), new Promoted(1, false),
                      new Key("properties", "price"), new Promoted(2, true))),
              Place.of(1, Datasets.PERSONS),
              new Stored(10, Map.of(new Key("properties", "plan"), new Promoted(1, false)))));

  @Test
  void a_daily_trend_divides_times_by_the_length_of_a_day() throws Exception {
    check("daily-trend", trend("UTC", Grain.DAY, new Measure.Count(), Filter.ALL, null, null));
  }

  @Test
  void a_clock_change_splits_the_days_into_runs() throws Exception {
    check(
        "daily-trend-over-clock-change",
        trend("Europe/Berlin", Grain.DAY, new Measure.Persons(), Filter.ALL, null, null));
  }

  @Test
  void a_breakdown_reads_events_once() throws Exception {
    check(
        "trend-with-breakdown",
        trend(
            "UTC",
            Grain.DAY,
            new Measure.Count(),
            Filter.ALL,
            new Breakdown(BROWSER, 3, false, false),
            null));
  }

  @Test
  void properties_are_read_from_their_columns_or_the_map_of_others() throws Exception {
    Filter filter =
        new Filter.And(
            List.of(
                new Filter.Compare(BROWSER, Filter.Operator.ICONTAINS, List.of("fire", "chrome")),
                new Filter.Compare(RARE, Filter.Operator.GT, List.of("5")),
                new Filter.Compare(PLAN, Filter.Operator.IS_NOT, List.of("free"))));
    Measure sum =
        new Measure.OfProperty(
            Measure.Summary.SUM, new PropertyRef(PropertyRef.Source.EVENT, "price"));
    check(
        "trend-with-filters-compared",
        trend("UTC", Grain.WEEK, sum, filter, null, new Comparison.Previous()));
  }

  @Test
  void every_node_has_its_clause() throws Exception {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    Plan names =
        new Plan.Values(
            List.of(new Column("name", Type.TEXT), new Column("Title", Type.TEXT)),
            List.of(List.of("signup", "Sign-up"), List.of("order", "Order")));
    List<Object> persons = new ArrayList<>(LongStream.range(0, 60).boxed().toList());
    Plan some = new Plan.Filter(events, new Expression.In(events.column("person"), persons));
    Plan counts =
        new Plan.Aggregate(
            some,
            List.of(new Plan.Named("event", events.column("event"))),
            List.of(new Aggregation("count", Aggregation.Kind.COUNT, null)));
    Plan joined =
        new Plan.Join(
            Plan.Join.Kind.INNER, counts, names, List.of(new Plan.Join.On("event", "name")), true);
    Plan titled =
        new Plan.Project(
            joined,
            List.of(
                new Plan.Named("title", joined.column("Title")),
                new Plan.Named("count", joined.column("count"))));
    Plan all =
        new Plan.Union(
            List.of(
                titled,
                new Plan.Filter(
                    counts,
                    Expression.call(
                        Function.MATCHES, counts.column("event"), Expression.text("^\\$")))));
    check(
        "nodes",
        new Plan.Limit(
            new Plan.Sort(
                all, List.of(new Plan.Sort.By("count", true), new Plan.Sort.By("title", false))),
            10,
            20));
  }

  private static Plan trend(
      String zone,
      Grain grain,
      Measure measure,
      Filter filter,
      @Nullable Breakdown breakdown,
      @Nullable Comparison compare) {
    Project project = new Project(1, 1, "Shop", ZoneId.of(zone), DayOfWeek.MONDAY, "token");
    DateRange range =
        new DateRange(
            new DateBound.Relative(14, DateBound.Unit.DAY, DateBound.Edge.NONE), null, false);
    TrendQuery query =
        new TrendQuery(
            List.of(new Series("order", null, measure, filter)),
            range,
            grain,
            Filter.ALL,
            false,
            List.of(),
            breakdown,
            compare,
            TrendQuery.Show.STEPS,
            false,
            1,
            1);
    return Planner.plan(query, Definitions.of(project), NOW, null).plan();
  }

  private static void check(String name, Plan plan) throws IOException, SQLException {
    Sql sql;
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
      DuckDbDialect dialect = new DuckDbDialect(new Patterns(engine));
      sql = SqlWriter.write(plan, dialect, new ProjectTables(LAYOUT, 1));
    }
    String text = sql.text() + "\n\n-- values, in order of their places:\n" + values(sql);
    Path file = FILES.resolve(name + ".duckdb.sql");
    if (System.getProperty("cases.update") != null) {
      Files.createDirectories(FILES);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  private static String values(Sql sql) {
    StringBuilder values = new StringBuilder();
    for (Sql.Parameter parameter : sql.parameters()) {
      Object value =
          switch (parameter) {
            case Sql.Parameter.One one -> one.value();
            case Sql.Parameter.Many many -> many.values();
          };
      values.append("-- ").append(value).append('\n');
    }
    return values.toString();
  }
}
