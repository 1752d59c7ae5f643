package dev.facet.plan.insight;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes retention whole: {@code cohort, interval, count}, a row for each cohort and each of the
 * intervals after it, 0 where nobody came back. {@code cohort} is when the cohort's step starts.
 */
public record RetentionShape(List<Long> cohorts, int intervals, boolean cumulative)
    implements Shape {
  static final String COHORT = "cohort";
  static final String INTERVAL = "interval";
  static final String COUNT = "count";

  public RetentionShape {
    cohorts = List.copyOf(cohorts);
  }

  @Override
  public Table apply(Table rows) {
    long[][] counts = new long[cohorts.size()][intervals];
    for (List<@Nullable Object> row : rows.rows()) {
      int interval = (int) whole(rows, row, INTERVAL);
      if (interval < intervals) {
        counts[(int) whole(rows, row, COHORT)][interval] = whole(rows, row, COUNT);
      }
    }
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (int cohort = 0; cohort < counts.length; cohort++) {
      append(out, cohorts.get(cohort), counts[cohort]);
    }
    return new Table(
        List.of(
            new Column(COHORT, Type.TIME),
            new Column(INTERVAL, Type.INTEGER),
            new Column(COUNT, Type.INTEGER)),
        out);
  }

  private static long whole(Table rows, List<@Nullable Object> row, String column) {
    return row.get(rows.indexOf(column)) instanceof Number n ? n.longValue() : 0;
  }

  private void append(List<List<@Nullable Object>> out, long start, long[] counts) {
    for (int i = counts.length - 2; cumulative && i >= 1; i--) {
      counts[i] += counts[i + 1];
    }
    for (int i = 0; i < counts.length; i++) {
      List<@Nullable Object> row = new ArrayList<>(3);
      row.add(start);
      row.add((long) i);
      row.add(counts[i]);
      out.add(row);
    }
  }
}
