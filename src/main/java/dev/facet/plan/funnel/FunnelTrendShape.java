package dev.facet.plan.funnel;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes conversion over time whole: {@code [breakdown], time, value} for each value and bucket, the
 * share that converted in per cent with two decimals, 0 where nobody began. The values with most
 * beginnings come first, "other" last.
 *
 * @param groups what the rows are broken down by
 */
record FunnelTrendShape(Buckets buckets, Groups groups) implements Shape {
  static final String BUCKET = "bucket";
  static final String BEGUN = "begun";
  static final String CONVERTED = "converted";

  private record Line(List<String> values, long[] begun, long[] converted) {
    Line(List<String> values, int size) {
      this(values, new long[size], new long[size]);
    }

    double rate(int bucket) {
      return begun[bucket] == 0
          ? 0
          : BigDecimal.valueOf(100.0 * converted[bucket] / begun[bucket])
              .setScale(2, RoundingMode.HALF_UP)
              .doubleValue();
    }
  }

  @Override
  public Table apply(Table rows) {
    List<Line> lines = new ArrayList<>(lines(rows).values());
    lines.sort(
        Comparator.comparing((Line line) -> line.values().contains(dev.facet.query.Breakdown.OTHER))
            .thenComparing(line -> -Arrays.stream(line.begun()).sum())
            .thenComparing(Line::values, Groups::compare));
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (Line line : lines) {
      for (int i = 0; i < buckets.size(); i++) {
        List<@Nullable Object> row = new ArrayList<>(groups.cells(line.values()));
        row.add(buckets.starts().get(i));
        row.add(line.rate(i));
        out.add(row);
      }
    }
    List<Column> columns = new ArrayList<>(groups.columns());
    columns.add(new Column("time", Type.TIME));
    columns.add(new Column("value", Type.NUMBER));
    return new Table(columns, out);
  }

  private Map<List<String>, Line> lines(Table rows) {
    Map<List<String>, Line> lines = new LinkedHashMap<>();
    if (groups.dimensions().isEmpty()) {
      lines.put(List.of(), new Line(List.of(), buckets.size()));
    }
    for (List<@Nullable Object> row : rows.rows()) {
      Line line =
          lines.computeIfAbsent(
              groups.values(rows, row), values -> new Line(values, buckets.size()));
      int bucket = (int) whole(rows, row, BUCKET);
      line.begun()[bucket] = whole(rows, row, BEGUN);
      line.converted()[bucket] = whole(rows, row, CONVERTED);
    }
    return lines;
  }

  private static long whole(Table rows, List<@Nullable Object> row, String column) {
    return row.get(rows.indexOf(column)) instanceof Number n ? n.longValue() : 0;
  }
}
