package dev.facet.api.facet.point;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Dimension;
import dev.facet.dataset.Metric;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.time.Calendar;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.ReportQuery;
import dev.facet.query.ReportQuery.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dataset behind a row of a report: each with what tells it apart and with what it
 * brings to the report's numbers. Rows that bring nothing to them are left out.
 */
record RowsBehind(ReportQuery report, Point point, Definitions definitions, Instant now) {
  private static final String PERSON = "person.properties.";
  private static final String EVENT = "properties.";

  ReportQuery asked() {
    List<By> dimensions = dimensions();
    List<ReportQuery.Order> order = new ArrayList<>();
    if (!report.metrics().isEmpty()) {
      order.add(new ReportQuery.Order(dimensions.size() + meant(), true));
    }
    return new ReportQuery(
        report.cube(),
        dimensions,
        report.metrics(),
        report.filter().and(chosen()),
        range(),
        order,
        ReportQuery.MAX_ROWS,
        0);
  }

  /** Of the report's numbers the one that is meant, by its place. */
  private int meant() {
    String name = point.text("metric");
    for (int i = 0; i < report.metrics().size(); i++) {
      if (report.metrics().get(i).name().equals(name)) {
        return i;
      }
    }
    return 0;
  }

  /** The key, the time, what the report is by, and what else there is room for. */
  private List<By> dimensions() {
    Cube cube = report.cube();
    Map<String, By> all = new LinkedHashMap<>();
    if (!cube.rows().areMonths()) {
      cube.dataset().key().forEach(name -> put(all, name));
    }
    time().ifPresent(time -> all.put(time.name(), time));
    report.dimensions().stream()
        .filter(by -> by.grain() == null)
        .forEach(by -> put(all, by.dimension().name()));
    cube.dimensions().forEach(dimension -> put(all, dimension.name()));
    return all.values().stream().limit(ReportQuery.MAX_DIMENSIONS).toList();
  }

  /** Months that a report puts together as one stay together. */
  private Optional<By> time() {
    Dimension time = report.cube().time();
    if (report.cube().rows().areMonths()) {
      return report.dimensions().stream().filter(by -> by.grain() != null).findFirst();
    }
    return Optional.of(new By(time.name(), time, time.isDay() ? Grain.DAY : null));
  }

  /** Lists are left out: a row would come once for each of their values. */
  private void put(Map<String, By> all, String name) {
    Cube cube = report.cube();
    boolean isTime = name.equals(cube.time().name());
    cube.dimension(name)
        .filter(dimension -> !isTime && !dimension.type().isListOfOne())
        .ifPresent(dimension -> all.putIfAbsent(name, new By(name, dimension, null)));
  }

  /** What the row has by the report's dimensions. */
  private Filter chosen() {
    List<Filter> all = new ArrayList<>();
    for (By by : report.dimensions()) {
      if (point.has(by.name())) {
        String value = point.text(by.name());
        if (by.grain() == null) {
          all.add(is(by.dimension(), value));
        } else if (value == null) {
          all.add(new Filter.Compare(property(by.dimension()), Operator.IS_NOT_SET, List.of()));
        }
      }
    }
    return all.size() == 1 ? all.getFirst() : new Filter.And(all);
  }

  private Filter is(Dimension dimension, @Nullable String value) {
    PropertyRef property = property(dimension);
    if (value == null) {
      return new Filter.Compare(property, Operator.IS_NOT_SET, List.of());
    }
    boolean isTime = dimension.type() == Type.TIME || dimension.type() == Type.DATE;
    Operator operator = isTime ? Operator.DATE_EXACT : Operator.EXACT;
    return new Filter.Compare(property, operator, List.of(value));
  }

  private PropertyRef property(Dimension dimension) {
    String name = dimension.name();
    if (report.cube().rows() != Cube.Rows.EVENTS) {
      return new PropertyRef(PropertyRef.Source.METADATA, name);
    }
    if (name.startsWith(PERSON)) {
      return new PropertyRef(PropertyRef.Source.PERSON, name.substring(PERSON.length()));
    }
    return name.startsWith(EVENT)
        ? new PropertyRef(PropertyRef.Source.EVENT, name.substring(EVENT.length()))
        : new PropertyRef(PropertyRef.Source.METADATA, name);
  }

  /** The part of the report's dates that the row's steps of time leave. */
  private @Nullable DateRange range() {
    DateRange range = report.range();
    Calendar calendar = new Calendar(definitions.zone(), definitions.weekStart());
    for (By by : report.dimensions()) {
      String step = by.grain() == null ? null : point.text(by.name());
      if (by.grain() != null && step != null) {
        DateRange whole =
            range == null ? new DateRange(new DateBound.Earliest(), null, false) : range;
        Times all = Times.of(Times.resolve(whole, Grain.DAY, definitions, now));
        Times part = all.within(calendar, day(step, by), by.grain(), 1);
        range = report.cube().time().isDay() ? part.days() : part.exactly();
      }
    }
    return range;
  }

  /** A step of time as reports name it: a month is 2026-03. */
  private static DateBound.Absolute day(String step, By by) {
    String day = by.grain() == Grain.MONTH && step.length() == 7 ? step + "-01" : step;
    String path = "point." + by.name();
    if (DateText.parse(day, path) instanceof DateBound.Absolute absolute) {
      return absolute;
    }
    throw FailureException.invalid("invalid_point", path, "Give the time as the chart's row does.");
  }

  /** The rows that bring something to the number that is meant. */
  Table contributing(Table rows) {
    if (report.metrics().isEmpty() || !addsUp(report.metrics().get(meant()))) {
      return rows;
    }
    int column = rows.columns().size() - report.metrics().size() + meant();
    List<List<@Nullable Object>> left =
        rows.rows().stream().filter(row -> isThere(row.get(column))).toList();
    return new Table(rows.columns(), left);
  }

  /** Of a rate also rows matter that it is divided by. */
  private static boolean addsUp(Metric metric) {
    return !(metric.formula() instanceof Metric.Ratio);
  }

  private static boolean isThere(@Nullable Object value) {
    return Objects.requireNonNullElse(value, 0) instanceof Number number
        && number.doubleValue() != 0;
  }
}
