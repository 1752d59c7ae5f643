package dev.facet.oracle;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Dimension;
import dev.facet.dataset.Metric;
import dev.facet.model.Column;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.ReportQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Rows of any dataset, with gaps, and any report about them. */
record RandomReports(RandomGenerator random) {
  private static final LocalDate START = LocalDate.of(2024, 9, 1);
  private static final int DAYS = 75;
  private static final List<String> TEXTS = List.of("x", "linkedin", "Ünï", "", "日本", "a'b", "10");
  private static final List<String> NUMBERS =
      List.of(
          "impressions",
          "views",
          "likes",
          "comments",
          "replies",
          "shares",
          "reposts",
          "quotes",
          "reach",
          "followers",
          "following",
          "saves");

  List<List<@Nullable Object>> rows(Dataset dataset, int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (Column column : dataset.columns()) {
        boolean isKey = dataset.key().contains(column.name());
        row.add(isKey || random.nextInt(6) > 0 ? cell(column) : null);
      }
      rows.add(row);
    }
    return rows;
  }

  private Object cell(Column column) {
    return switch (column.name()) {
      case "date" -> START.plusDays(random.nextInt(DAYS)).toString();
      case "post_id", "customer_id" -> "k" + random.nextInt(60);
      case "click_id", "subscription_id", "invoice_id" -> "k" + random.nextInt(10_000);
      case "status" -> pick(List.of("DRAFT", "OPEN", "PAID", "VOID"));
      case "interval" -> pick(List.of("month", "year"));
      default ->
          switch (column.type()) {
            case TEXT -> pick(TEXTS);
            case NUMBER, INTEGER -> (Object) (random.nextInt(-50, 1000) / 10.0);
            case BOOLEAN -> random.nextBoolean();
            case TIME -> time();
            case OBJECT -> numbers();
            case LIST, TEXTS -> List.of(pick(TEXTS), pick(TEXTS));
            case DATE, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
                throw new AssertionError(column);
          };
    };
  }

  private long time() {
    return Micros.of(Instant.parse("2024-09-01T00:00:00Z")) + random.nextLong(DAYS * Micros.DAY);
  }

  private Map<String, Object> numbers() {
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (String name : NUMBERS) {
      if (random.nextBoolean()) {
        numbers.put(
            name,
            random.nextInt(3) == 0 ? (Object) (random.nextInt(100) / 10.0) : random.nextLong(1000));
      }
    }
    return numbers;
  }

  ReportQuery report() {
    Cube cube = pick(Cubes.ALL);
    List<ReportQuery.By> dimensions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      dimensions.add(by(cube, dimensions.size()));
    }
    List<Metric> metrics = new ArrayList<>();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      metrics.add(metric(cube));
    }
    List<ReportQuery.Order> order =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new ReportQuery.Order(
                    random.nextInt(dimensions.size() + metrics.size()), random.nextBoolean()));
    boolean all = random.nextInt(3) == 0;
    return new ReportQuery(
        cube,
        dimensions,
        metrics,
        random.nextBoolean() ? filter(cube, 2) : Filter.ALL,
        random.nextInt(3) == 0 ? null : range(),
        order,
        all ? ReportQuery.MAX_ROWS : random.nextInt(1, 20),
        random.nextInt(3));
  }

  private ReportQuery.By by(Cube cube, int number) {
    if (random.nextInt(3) == 0) {
      Grain grain = pick(List.of(Grain.DAY, Grain.WEEK, Grain.MONTH));
      return new ReportQuery.By("step" + number, cube.time(), grain);
    }
    Dimension dimension = dimension(cube);
    return new ReportQuery.By(dimension.name() + number, dimension, null);
  }

  private Dimension dimension(Cube cube) {
    return cube.rows() == Cube.Rows.EVENTS && random.nextBoolean()
        ? cube.dimension(pick(List.of("properties.prop", "person.properties.$browser")))
            .orElseThrow()
        : pick(cube.dimensions());
  }

  private Metric metric(Cube cube) {
    List<String> generic =
        switch (cube.name()) {
          case "events" -> List.of("sum_properties.prop", "max(person.properties.prop)");
          case "profile_snapshots" -> List.of("avg_level.followers", "sum(daily.reach)");
          case "post_snapshots" -> List.of("sum_metrics.likes", "min_metrics.views");
          case "subscriptions" -> List.of("sum_quantity", "avg_unit_price", "distinct_plan");
          case "invoices", "payments" -> List.of("sum_amount", "min_refunded", "max_amount");
          default -> List.of("distinct_" + cube.dimensions().getFirst().name());
        };
    return random.nextInt(3) == 0 ? cube.metric(pick(generic)).orElseThrow() : pick(cube.metrics());
  }

  private DateRange range() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new DateRange(
              DateText.parse("2024-10-20", "f"), DateText.parse("2024-11-04", "t"), false);
      case 1 -> new DateRange(DateText.parse("all", "f"), null, false);
      case 2 ->
          new DateRange(
              DateText.parse("2024-11-01T07:15", "f"), DateText.parse("dEnd", "t"), false);
      default -> new DateRange(null, DateText.parse("-2d", "t"), false);
    };
  }

  private Filter filter(Cube cube, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      List<Filter> parts = List.of(filter(cube, depth - 1), filter(cube, depth - 1));
      return random.nextBoolean() ? new Filter.And(parts) : new Filter.Or(parts);
    }
    Dimension dimension = pick(cube.dimensions());
    return new Filter.Compare(
        new PropertyRef(PropertyRef.Source.METADATA, dimension.name()),
        operator(dimension),
        List.of(value(dimension), value(dimension)));
  }

  private Operator operator(Dimension dimension) {
    return switch (dimension.type()) {
      case NUMBER, INTEGER ->
          pick(List.of(Operator.EXACT, Operator.GT, Operator.LTE, Operator.NOT_BETWEEN));
      case TIME -> pick(List.of(Operator.DATE_EXACT, Operator.DATE_BEFORE, Operator.DATE_AFTER));
      case TEXT ->
          dimension.isDay()
              ? pick(List.of(Operator.DATE_BEFORE, Operator.DATE_AFTER, Operator.IS_NOT))
              : pick(
                  List.of(
                      Operator.EXACT,
                      Operator.IS_NOT,
                      Operator.ICONTAINS,
                      Operator.NOT_REGEX,
                      Operator.IS_SET,
                      Operator.CLEAN_PATH_EXACT));
      default -> pick(List.of(Operator.EXACT, Operator.IS_NOT));
    };
  }

  private String value(Dimension dimension) {
    return switch (dimension.type()) {
      case NUMBER, INTEGER -> "" + random.nextInt(100);
      case TIME -> pick(List.of("2024-10-20", "-10d", "2024-11-03T05:30:00Z"));
      case TEXT -> dimension.isDay() ? "2024-10-20" : pick(TEXTS);
      case TEXTS -> pick(TEXTS);
      default -> pick(List.of("true", "false", "maybe"));
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
