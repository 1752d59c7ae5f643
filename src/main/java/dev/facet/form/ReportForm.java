package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.dataset.Dimension;
import dev.facet.dataset.Metric;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.ReportQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ReportQuery} nodes. */
final class ReportForm {
  /** Names of steps of the dataset's own time. */
  private static final Map<String, Grain> STEPS =
      Map.of("date", Grain.DAY, "week", Grain.WEEK, "month", Grain.MONTH);

  private final Cube cube;

  private ReportForm(Cube cube) {
    this.cube = cube;
  }

  static ReportQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    fields.ignore(Set.of("kind"));
    return new ReportForm(cube(fields)).query(fields);
  }

  private static Cube cube(Fields fields) {
    String name = fields.requiredText("dataset");
    return Cubes.of(name)
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    fields.path("dataset"), name, Cubes.ALL.stream().map(Cube::name).toList()));
  }

  private ReportQuery query(Fields fields) {
    List<ReportQuery.By> dimensions = fields.list("dimensions", this::dimension);
    List<Metric> metrics = fields.list("metrics", this::metric);
    List<String> columns = new ArrayList<>();
    dimensions.forEach(by -> columns.add(by.name()));
    metrics.forEach(metric -> columns.add(metric.name()));
    Integer limit = fields.integer("limit");
    Integer offset = fields.integer("offset");
    ReportQuery query =
        new ReportQuery(
            cube,
            dimensions,
            metrics,
            filter(fields, "filters").and(filter(fields, "properties")),
            range(fields),
            fields.list("order_by", (node, path) -> order(node, path, columns, dimensions)),
            limit == null ? ReportQuery.MAX_ROWS : limit,
            offset == null ? 0 : offset);
    fields.done();
    return query;
  }

  private Filter filter(Fields fields, String field) {
    return new ReportFilterForm(cube).read(fields.node(field), fields.path(field));
  }

  private static @Nullable DateRange range(Fields fields) {
    String field = fields.has("date_range") ? "date_range" : "dateRange";
    fields.ignore(Set.of("date_range"));
    return fields
        .object(field)
        .map(
            range -> {
              DateRange read =
                  new DateRange(
                      DateText.parse(range.text("date_from"), range.path("date_from")),
                      DateText.parse(range.text("date_to"), range.path("date_to")),
                      range.flag("explicitDate"));
              range.done();
              return read;
            })
        .filter(range -> range.from() != null || range.to() != null)
        .orElse(null);
  }

  private ReportQuery.By dimension(JsonNode node, String path) {
    if (node.isTextual()) {
      return named(node.textValue(), path);
    }
    Fields fields = Fields.of(node, path);
    String field = fields.requiredText("field");
    boolean grained = fields.has("grain");
    Grain grain = fields.choice("grain", Grain.class, Grain.DAY);
    fields.done();
    return grained ? stepped(field, grain, path) : named(field, fields.path("field"));
  }

  private ReportQuery.By named(String name, String path) {
    Grain step = STEPS.get(name);
    if (step != null) {
      return new ReportQuery.By(name, cube.time(), step);
    }
    return new ReportQuery.By(name, find(name, path), null);
  }

  private ReportQuery.By stepped(String field, Grain grain, String path) {
    if (!field.equals(cube.time().name())) {
      throw FailureException.invalid(
          "grain",
          path,
          "Steps of time are those of %s in %s, not of %s."
              .formatted(cube.time().name(), cube.name(), field));
    }
    if (cube.time().isDay() && grain.isElapsed()) {
      throw FailureException.invalid("grain", path, field + " has days, not hours.");
    }
    String name = field + "_" + grain.name().toLowerCase(Locale.ROOT);
    return new ReportQuery.By(name, cube.time(), grain);
  }

  private Dimension find(String name, String path) {
    return cube.dimension(name)
        .orElseThrow(
            () -> {
              List<String> names = new ArrayList<>(STEPS.keySet().stream().sorted().toList());
              cube.dimensions().stream()
                  .map(Dimension::name)
                  .filter(known -> !STEPS.containsKey(known))
                  .forEach(names::add);
              return Fields.notOneOf(path, name, names);
            });
  }

  private Metric metric(JsonNode node, String path) {
    if (node.isTextual()) {
      return metric(node.textValue(), path);
    }
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("metric") + "_" + fields.requiredText("field");
    fields.done();
    return metric(name, path);
  }

  private Metric metric(String name, String path) {
    return cube.metric(name)
        .orElseThrow(
            () -> {
              List<String> names =
                  new ArrayList<>(cube.metrics().stream().map(Metric::name).toList());
              names.add("sum_, avg_, min_ or max_ of a number, distinct_ of a dimension");
              return Fields.notOneOf(path, name, names);
            });
  }

  /** A column by its name; a step of time also by the name of its field. */
  private ReportQuery.Order order(
      JsonNode node, String path, List<String> columns, List<ReportQuery.By> dimensions) {
    Fields fields = Fields.of(node, path);
    String field = fields.requiredText("field");
    boolean descending = fields.flag("desc");
    fields.done();
    int column = columns.indexOf(field);
    for (int i = 0; column < 0 && i < dimensions.size(); i++) {
      boolean isStep = dimensions.get(i).grain() != null && field.equals(cube.time().name());
      column = isStep ? i : column;
    }
    if (column < 0) {
      throw Fields.notOneOf(fields.path("field"), field, columns);
    }
    return new ReportQuery.Order(column, descending);
  }
}
