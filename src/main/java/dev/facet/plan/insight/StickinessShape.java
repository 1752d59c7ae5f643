package dev.facet.plan.insight;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.trend.Scale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes stickiness whole: {@code series, [period], intervals, value} with every number of intervals
 * from 1 on.
 *
 * @param steps how many numbers of intervals each period shows
 * @param scale what becomes of the numbers of a sample
 */
public record StickinessShape(int series, List<Integer> steps, boolean cumulative, Scale scale)
    implements Shape {
  static final String SERIES = "series";
  static final String PERIOD = "period";
  static final String INTERVALS = "intervals";
  static final String VALUE = "value";

  public StickinessShape {
    steps = List.copyOf(steps);
  }

  @Override
  public Table apply(Table rows) {
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (int period = 0; period < steps.size(); period++) {
      for (int number = 0; number < series; number++) {
        append(out, number, period, persons(rows, number, period));
      }
    }
    return new Table(columns(), out);
  }

  private long[] persons(Table rows, int number, int period) {
    long[] persons = new long[steps.get(period)];
    for (List<@Nullable Object> row : rows.rows()) {
      if (whole(rows, row, SERIES) == number && whole(rows, row, PERIOD) == period) {
        persons[(int) whole(rows, row, INTERVALS) - 1] =
            (long) scale.apply(whole(rows, row, VALUE));
      }
    }
    for (int i = persons.length - 2; cumulative && i >= 0; i--) {
      persons[i] += persons[i + 1];
    }
    return persons;
  }

  private static long whole(Table rows, List<@Nullable Object> row, String column) {
    return row.get(rows.indexOf(column)) instanceof Number n ? n.longValue() : 0;
  }

  private void append(List<List<@Nullable Object>> out, int number, int period, long[] persons) {
    for (int i = 0; i < persons.length; i++) {
      List<@Nullable Object> row = new ArrayList<>(4);
      row.add((long) number);
      if (steps.size() > 1) {
        row.add(period == 0 ? "current" : "previous");
      }
      row.add(i + 1L);
      row.add((double) persons[i]);
      out.add(row);
    }
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(SERIES, Type.INTEGER));
    if (steps.size() > 1) {
      columns.add(new Column(PERIOD, Type.TEXT));
    }
    columns.add(new Column(INTERVALS, Type.INTEGER));
    columns.add(new Column(VALUE, Type.NUMBER));
    return columns;
  }
}
