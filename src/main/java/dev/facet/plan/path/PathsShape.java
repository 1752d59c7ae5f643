package dev.facet.plan.path;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.trend.Scale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the steps of paths: {@code source, target, value, average_time}, both places with their
 * number in the path before them ({@code 1_/pricing}), the time in seconds. The order is the
 * store's.
 *
 * @param scale what becomes of the counts
 */
record PathsShape(Scale scale) implements Shape {
  static final String VALUE = "value";
  static final String TOOK = "took";
  static final String SINCE = "since";

  @Override
  public Table apply(Table rows) {
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      long number = whole(rows, row, PathsPlanner.NUMBER);
      List<@Nullable Object> cells = new ArrayList<>(4);
      cells.add((number - 1) + "_" + row.get(rows.indexOf(PathsPlanner.SOURCE)));
      cells.add(number + "_" + row.get(rows.indexOf(Places.PLACE)));
      cells.add((long) scale.apply(whole(rows, row, VALUE)));
      cells.add(
          row.get(rows.indexOf(TOOK)) instanceof Number micros
              ? (Object) (micros.doubleValue() / Micros.SECOND)
              : null);
      out.add(cells);
    }
    return new Table(
        List.of(
            new Column("source", Type.TEXT),
            new Column("target", Type.TEXT),
            new Column("value", Type.INTEGER),
            new Column("average_time", Type.NUMBER)),
        out);
  }

  private static long whole(Table rows, List<@Nullable Object> row, String column) {
    return row.get(rows.indexOf(column)) instanceof Number n ? n.longValue() : 0;
  }
}
