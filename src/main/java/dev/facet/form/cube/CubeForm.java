package dev.facet.form.cube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.CubeMetric;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.query.CubeQuery;
import dev.facet.query.CubeQuery.FactFilter;
import dev.facet.query.CubeQuery.Measured;
import dev.facet.query.CubeQuery.Order;
import dev.facet.query.time.DateMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The request for a report about a data cube.
 *
 * @param cube what is asked about
 * @param lenient whether it stands in a chart: without dates it is about the last 30 days, days are
 *     whole ones, and all filters hold together
 */
public record CubeForm(DataCube cube, boolean lenient) {
  /** What says how numbers are shown, or how exact they need be. */
  private static final Set<String> SHOWING = Set.of("sample_factor");

  /** A node of kind {@code CubeQuery}, which names its cube. */
  public static CubeQuery read(Fields fields) {
    String word = fields.requiredText("cube");
    DataCube cube =
        DataCube.of(word)
            .orElseThrow(
                () ->
                    Fields.notOneOf(
                        fields.path("cube"),
                        word,
                        List.of(DataCube.values()).stream().map(DataCube::word).toList()));
    return new CubeForm(cube, false).request(fields);
  }

  /** The fields of a request; {@code kind} has been read. */
  public CubeQuery request(Fields fields) {
    fields.ignore(SHOWING);
    Dates dates = dates(fields);
    List<CubeDimension> dimensions =
        required(fields, "dimensions").list("dimensions", this::dimension);
    List<Measured> metrics = required(fields, "metrics").list("metrics", this::metric);
    CubeFilterForm filters = new CubeFilterForm(cube, lenient);
    CubeQuery query =
        new CubeQuery(
            cube,
            dimensions,
            metrics,
            dates.from(),
            dates.to(),
            filters.facts(fields),
            filters.rows(fields, metrics),
            order(fields, dimensions, metrics),
            limit(fields),
            offset(fields));
    fields.done();
    return query;
  }

  /** The filters of a list, as a request of a chart has them. */
  public static List<FactFilter> filters(DataCube cube, JsonNode list, String path) {
    return new CubeFilterForm(cube, true).facts(list, path);
  }

  private record Dates(DateMath from, DateMath to) {}

  private Dates dates(Fields fields) {
    if (!fields.has("date_ranges") && lenient) {
      fields.ignore(Set.of("date_ranges"));
      return new Dates(
          DateMath.parse("now-30d/d", "date_ranges"), DateMath.parse("now/d", "date_ranges"));
    }
    List<Dates> ranges = required(fields, "date_ranges").list("date_ranges", this::range);
    if (ranges.isEmpty() || ranges.size() > 1 && !lenient) {
      throw FailureException.invalid(
          "date_ranges",
          fields.path("date_ranges"),
          "Give one range of dates, not " + ranges.size() + ".");
    }
    return ranges.getFirst();
  }

  private Dates range(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String from = fields.requiredText("start_date");
    String to = fields.requiredText("end_date");
    Dates dates =
        new Dates(date(from, fields.path("start_date")), date(to, fields.path("end_date")));
    fields.done();
    return dates;
  }

  private DateMath date(String text, String path) {
    DateMath date = DateMath.parse(text, path);
    return lenient && date.base() != null ? date.wholeDay() : date;
  }

  private static Fields required(Fields fields, String field) {
    if (!fields.has(field)) {
      throw FailureException.invalid("required", fields.path(field), "This field is required.");
    }
    return fields;
  }

  private CubeDimension dimension(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("name");
    fields.done();
    return dimension(cube, name, fields.path("name"));
  }

  static CubeDimension dimension(DataCube cube, String name, String path) {
    return cube.dimension(name)
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    path, name, cube.dimensions().stream().map(CubeDimension::name).toList()));
  }

  private Measured metric(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    fields.ignore(Set.of("formatting_type"));
    String name = fields.requiredText("expression");
    String alias = fields.text("alias");
    fields.done();
    CubeMetric metric = metric(cube, name, fields.path("expression"));
    return new Measured(metric, alias == null || alias.isEmpty() ? name : alias);
  }

  static CubeMetric metric(DataCube cube, String name, String path) {
    return cube.metric(name)
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    path, name, cube.metrics().stream().map(CubeMetric::name).toList()));
  }

  private static List<Order> order(
      Fields fields, List<CubeDimension> dimensions, List<Measured> metrics) {
    JsonNode node = fields.node("order_by");
    if (node == null) {
      return List.of();
    }
    return node.isArray()
        ? Fields.list(
            node, fields.path("order_by"), (one, path) -> by(one, path, dimensions, metrics))
        : List.of(by(node, fields.path("order_by"), dimensions, metrics));
  }

  private static Order by(
      JsonNode node, String path, List<CubeDimension> dimensions, List<Measured> metrics) {
    Fields fields = Fields.of(node, path);
    String field = fields.requiredText("field_name");
    Direction direction = direction(fields);
    fields.done();
    boolean minus = field.startsWith("-");
    String name = minus ? field.substring(1) : field;
    List<String> titles = new ArrayList<>(dimensions.stream().map(CubeDimension::name).toList());
    metrics.forEach(measured -> titles.add(measured.title()));
    int column = titles.indexOf(name);
    for (int i = 0; column < 0 && i < metrics.size(); i++) {
      column = metrics.get(i).metric().name().equals(name) ? dimensions.size() + i : column;
    }
    if (column < 0) {
      throw Fields.notOneOf(fields.path("field_name"), name, titles);
    }
    return new Order(column, minus || direction == Direction.DESCENDING);
  }

  private enum Direction {
    ASCENDING,
    DESCENDING
  }

  private static Direction direction(Fields fields) {
    String text = fields.text("sort_order");
    if (text == null) {
      return Direction.ASCENDING;
    }
    for (Direction direction : Direction.values()) {
      if (direction.name().equals(text)) {
        return direction;
      }
    }
    throw Fields.notOneOf(fields.path("sort_order"), text, List.of("ASCENDING", "DESCENDING"));
  }

  private static int limit(Fields fields) {
    Integer limit = fields.integer("max_result");
    if (limit != null && limit < 0) {
      throw negative(fields, "max_result", limit);
    }
    return limit == null ? CubeQuery.MAX_ROWS : Math.min(limit, CubeQuery.MAX_ROWS);
  }

  private static int offset(Fields fields) {
    Integer offset = fields.integer("first_result");
    if (offset != null && offset < 0) {
      throw negative(fields, "first_result", offset);
    }
    return offset == null ? 0 : offset;
  }

  private static FailureException negative(Fields fields, String field, int given) {
    return FailureException.invalid(
        "row_count", fields.path(field), "Give a number of rows from 0 on, not " + given + ".");
  }
}
