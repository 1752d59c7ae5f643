package dev.facet.plan.insight;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.trend.Scale;
import dev.facet.plan.trend.TrendShape;
import dev.facet.query.Breakdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes retention whole: {@code [breakdown], cohort, interval, count}, a row for each cohort and
 * each of the intervals after it, 0 where nobody came back. {@code cohort} is when the cohort's
 * step starts. Breakdown values come by the size of their cohorts, missing and other ones last.
 *
 * @param scale what becomes of the numbers of a sample
 */
public record RetentionShape(
    List<Long> cohorts,
    int intervals,
    boolean cumulative,
    @Nullable Breakdown breakdown,
    Scale scale)
    implements Shape {
  static final String COHORT = "cohort";
  static final String INTERVAL = "interval";
  static final String COUNT = "count";

  public RetentionShape {
    cohorts = List.copyOf(cohorts);
  }

  /** The cohorts of one breakdown value. */
  private record Part(List<String> value, long[][] counts) {
    long size() {
      long size = 0;
      for (long[] cohort : counts) {
        size += cohort[0];
      }
      return size;
    }

    int last() {
      if (value.contains(Breakdown.OTHER)) {
        return 2;
      }
      return value.contains(Breakdown.NULL) ? 1 : 0;
    }
  }

  private static final Comparator<Part> ORDER =
      Comparator.comparingInt(Part::last)
          .thenComparing(Comparator.comparingLong(Part::size).reversed())
          .thenComparing(part -> Breakdown.label(part.value()));

  @Override
  public Table apply(Table rows) {
    Map<List<String>, Part> parts = new HashMap<>();
    if (breakdown == null) {
      part(parts, List.of());
    }
    for (List<@Nullable Object> row : rows.rows()) {
      int interval = (int) whole(rows, row, INTERVAL);
      if (interval < intervals) {
        part(parts, values(rows, row)).counts()[(int) whole(rows, row, COHORT)][interval] =
            (long) scale.apply(whole(rows, row, COUNT));
      }
    }
    List<List<@Nullable Object>> out = new ArrayList<>();
    parts.values().stream().sorted(ORDER).forEach(part -> append(out, part));
    return new Table(columns(), out);
  }

  private Part part(Map<List<String>, Part> parts, List<String> value) {
    return parts.computeIfAbsent(value, v -> new Part(v, new long[cohorts.size()][intervals]));
  }

  private List<String> values(Table rows, List<@Nullable Object> row) {
    return breakdown == null
        ? List.of()
        : TrendShape.columns(breakdown).stream()
            .map(column -> String.valueOf(row.get(rows.indexOf(column))))
            .toList();
  }

  private static long whole(Table rows, List<@Nullable Object> row, String column) {
    return row.get(rows.indexOf(column)) instanceof Number n ? n.longValue() : 0;
  }

  private void append(List<List<@Nullable Object>> out, Part part) {
    for (int cohort = 0; cohort < cohorts.size(); cohort++) {
      append(out, part.value(), cohorts.get(cohort), part.counts()[cohort]);
    }
  }

  private void append(
      List<List<@Nullable Object>> out, List<String> value, long start, long[] counts) {
    for (int i = counts.length - 2; cumulative && i >= 1; i--) {
      counts[i] += counts[i + 1];
    }
    for (int i = 0; i < counts.length; i++) {
      List<@Nullable Object> row = new ArrayList<>(4);
      if (!value.isEmpty()) {
        row.add(value.size() > 1 ? value : value.getFirst());
      }
      row.add(start);
      row.add((long) i);
      row.add(counts[i]);
      out.add(row);
    }
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    if (breakdown != null) {
      Type type = breakdown.dimensions().size() > 1 ? Type.LIST : Type.TEXT;
      columns.add(new Column(TrendShape.breakdown(0), type));
    }
    columns.add(new Column(COHORT, Type.TIME));
    columns.add(new Column(INTERVAL, Type.INTEGER));
    columns.add(new Column(COUNT, Type.INTEGER));
    return columns;
  }
}
