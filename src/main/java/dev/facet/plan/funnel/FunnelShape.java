package dev.facet.plan.funnel;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.trend.Scale;
import dev.facet.query.Breakdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a funnel's rows, one for each breakdown value, into one for each value and step: {@code
 * step, name, [breakdown], count, average_time, median_time}, steps numbered from 0, times in
 * seconds since the step before and null where nobody got there. The values with most actors at the
 * first step come first, "other" last.
 *
 * @param names what the steps are called
 * @param groups what the rows are broken down by
 * @param scale what becomes of the counts
 */
record FunnelShape(List<String> names, Groups groups, Scale scale) implements Shape {

  public FunnelShape {
    names = List.copyOf(names);
  }

  static String count(int step) {
    return "count_" + step;
  }

  static String average(int step) {
    return "average_" + step;
  }

  static String median(int step) {
    return "median_" + step;
  }

  /** A row of the store and its breakdown values. */
  private record Group(List<String> values, List<@Nullable Object> row, long begun) {}

  @Override
  public Table apply(Table rows) {
    List<Group> ordered = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      ordered.add(new Group(groups.values(rows, row), row, count(rows, row, 1)));
    }
    ordered.sort(
        Comparator.comparing((Group group) -> group.values().contains(Breakdown.OTHER))
            .thenComparing(group -> -group.begun())
            .thenComparing(Group::values, Groups::compare));
    List<List<@Nullable Object>> out = new ArrayList<>();
    ordered.forEach(group -> append(out, rows, group));
    return new Table(columns(), out);
  }

  private static long count(Table rows, List<@Nullable Object> row, int step) {
    return row.get(rows.indexOf(count(step))) instanceof Number count ? count.longValue() : 0;
  }

  private void append(List<List<@Nullable Object>> out, Table rows, Group group) {
    List<@Nullable Object> row = group.row();
    for (int step = 1; step <= names.size(); step++) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(step - 1L);
      cells.add(names.get(step - 1));
      cells.addAll(groups.cells(group.values()));
      cells.add((long) scale.apply(count(rows, row, step)));
      cells.add(step == 1 ? null : seconds(row.get(rows.indexOf(average(step)))));
      cells.add(step == 1 ? null : seconds(row.get(rows.indexOf(median(step)))));
      out.add(cells);
    }
  }

  private static @Nullable Double seconds(@Nullable Object micros) {
    return micros instanceof Number n ? (Double) (n.doubleValue() / Micros.SECOND) : null;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("step", Type.INTEGER));
    columns.add(new Column("name", Type.TEXT));
    columns.addAll(groups.columns());
    columns.add(new Column("count", Type.INTEGER));
    columns.add(new Column("average_time", Type.NUMBER));
    columns.add(new Column("median_time", Type.NUMBER));
    return columns;
  }
}
