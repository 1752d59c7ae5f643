package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.http.Json;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.model.Project;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Filter.Compare;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.ReportQuery;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of posts, whenever they came out.
 *
 * @param rows by what the posts have in common
 */
record Figures(Map<String, Cells> rows) {
  /** A metric and what the vendor calls it. */
  record Figure(String name, String metric) {}

  private static final List<String> METRICS =
      List.of("posts", "clicks", "conversions", "comments", "likes", "shares", "impressions");
  private static final DateRange ALWAYS =
      new DateRange(
          day(LocalDateTime.of(1, 1, 1, 0, 0)), day(LocalDateTime.of(9999, 12, 31, 0, 0)), false);
  private static final Cube POSTS = Cubes.of("posts").orElseThrow();

  Figures {
    rows = Map.copyOf(rows);
  }

  private static DateBound day(LocalDateTime start) {
    return new DateBound.Absolute(start, null, true);
  }

  /** The figures of posts that have these values of a dimension, for each of them. */
  static Figures of(Asking asking, Project project, String dimension, List<String> values) {
    if (values.isEmpty()) {
      return new Figures(Map.of());
    }
    ReportQuery query = query(dimension, values);
    return new Figures(
        Cells.of(asking.ask(project, query).getFirst())
            .collect(Collectors.toMap(row -> row.text(dimension), row -> row)));
  }

  private static ReportQuery query(String dimension, List<String> values) {
    return new ReportQuery(
        POSTS,
        List.of(new ReportQuery.By(dimension, POSTS.dimension(dimension).orElseThrow(), null)),
        METRICS.stream().map(name -> POSTS.metric(name).orElseThrow()).toList(),
        new Compare(
            new PropertyRef(PropertyRef.Source.METADATA, dimension), Operator.EXACT, values),
        ALWAYS,
        List.of(),
        ReportQuery.MAX_ROWS,
        0);
  }

  /** Puts figures under their names; those of nothing are 0. */
  void put(ObjectNode node, String value, List<Figure> figures) {
    Cells row = rows.get(value);
    for (Figure figure : figures) {
      node.set(figure.name(), Json.number(row == null ? 0 : row.number(figure.metric())));
    }
  }
}
