package dev.facet.plan;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.query.Breakdown;
import dev.facet.query.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trend's rows whole: from {@code series, period, [breakdown], [bucket], value} with gaps
 * to {@code series, [breakdown], [period], [time], value} without. Order: period, series, breakdown
 * values by total (missing and other last), time.
 *
 * @param formulas what takes the place of the series, if any
 * @param periods the buckets of the current period and, when comparing, of the previous one
 * @param total one value per line instead of one per bucket
 */
public record TrendShape(
    int series,
    List<Formula> formulas,
    List<Buckets> periods,
    boolean breakdown,
    boolean total,
    boolean cumulative)
    implements Shape {

  static final String SERIES = "series";
  static final String PERIOD = "period";
  static final String BREAKDOWN = "breakdown";
  static final String BUCKET = "bucket";
  static final String VALUE = "value";

  public TrendShape {
    formulas = List.copyOf(formulas);
    periods = List.copyOf(periods);
  }

  private record Key(int series, int period, @Nullable String breakdown) {
    Key of(int other) {
      return new Key(other, period, breakdown);
    }
  }

  private record Line(Key key, double[] values) {
    double sum() {
      return Arrays.stream(values).sum();
    }

    void accumulate() {
      for (int i = 1; i < values.length; i++) {
        values[i] += values[i - 1];
      }
    }

    int last() {
      return switch (key.breakdown()) {
        case Breakdown.NULL -> 1;
        case Breakdown.OTHER -> 2;
        case null, default -> 0;
      };
    }
  }

  private static final Comparator<Line> ORDER =
      Comparator.comparingInt((Line line) -> line.key().period())
          .thenComparingInt(line -> line.key().series())
          .thenComparingInt(Line::last)
          .thenComparing(Comparator.comparingDouble(Line::sum).reversed())
          .thenComparing(line -> line.key().breakdown() == null ? "" : line.key().breakdown());

  @Override
  public Table apply(Table rows) {
    List<Line> lines = lines(rows);
    if (!formulas.isEmpty()) {
      lines = computed(lines);
    }
    lines.sort(ORDER);
    List<List<@Nullable Object>> out = new ArrayList<>();
    lines.forEach(line -> append(out, line));
    return new Table(columns(), out);
  }

  private List<Line> lines(Table rows) {
    Map<Key, Line> lines = new HashMap<>();
    if (!breakdown) {
      for (int s = 0; s < series; s++) {
        for (int p = 0; p < periods.size(); p++) {
          line(lines, new Key(s, p, null));
        }
      }
    }
    int[] at = places(rows);
    for (List<@Nullable Object> row : rows.rows()) {
      Key key =
          new Key(whole(row, at[0]), whole(row, at[1]), breakdown ? (String) row.get(at[2]) : null);
      int bucket = total ? 0 : whole(row, at[3]);
      line(lines, key).values[bucket] = row.get(at[4]) instanceof Number n ? n.doubleValue() : 0;
    }
    if (cumulative) {
      lines.values().forEach(Line::accumulate);
    }
    return new ArrayList<>(lines.values());
  }

  /** A line for each formula, period and breakdown value; series that lack a value count as 0. */
  private List<Line> computed(List<Line> lines) {
    Map<Key, Line> known = new HashMap<>();
    lines.forEach(line -> known.put(line.key(), line));
    List<Line> computed = new ArrayList<>();
    lines.stream()
        .map(line -> new Key(0, line.key().period(), line.key().breakdown()))
        .distinct()
        .forEach(
            place -> {
              for (int i = 0; i < formulas.size(); i++) {
                computed.add(computed(i, place, known));
              }
            });
    return computed;
  }

  private Line computed(int formula, Key place, Map<Key, Line> known) {
    Line line = new Line(place.of(formula), new double[size(place)]);
    double[] arguments = new double[series];
    for (int i = 0; i < line.values().length; i++) {
      for (int s = 0; s < series; s++) {
        Line argument = known.get(place.of(s));
        arguments[s] = argument == null ? 0 : argument.values()[i];
      }
      line.values()[i] = formulas.get(formula).term().value(arguments);
    }
    return line;
  }

  private int size(Key key) {
    return total ? 1 : periods.get(key.period()).size();
  }

  private int[] places(Table rows) {
    return new int[] {
      rows.indexOf(SERIES),
      rows.indexOf(PERIOD),
      breakdown ? rows.indexOf(BREAKDOWN) : -1,
      total ? -1 : rows.indexOf(BUCKET),
      rows.indexOf(VALUE)
    };
  }

  private static int whole(List<@Nullable Object> row, int at) {
    if (row.get(at) instanceof Number n) {
      return n.intValue();
    }
    throw new IllegalStateException("No number in column " + at + " of " + row);
  }

  private Line line(Map<Key, Line> lines, Key key) {
    return lines.computeIfAbsent(key, k -> new Line(k, new double[size(k)]));
  }

  private void append(List<List<@Nullable Object>> out, Line line) {
    for (int i = 0; i < line.values().length; i++) {
      out.add(row(line.key(), i, line.values()[i]));
    }
  }

  private List<@Nullable Object> row(Key key, int bucket, double value) {
    List<@Nullable Object> row = new ArrayList<>(5);
    row.add((long) key.series());
    if (breakdown) {
      row.add(key.breakdown());
    }
    if (periods.size() > 1) {
      row.add(key.period() == 0 ? "current" : "previous");
    }
    if (!total) {
      row.add(periods.get(key.period()).starts().get(bucket));
    }
    row.add(value);
    return row;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(SERIES, Type.INTEGER));
    if (breakdown) {
      columns.add(new Column(BREAKDOWN, Type.TEXT));
    }
    if (periods.size() > 1) {
      columns.add(new Column(PERIOD, Type.TEXT));
    }
    if (!total) {
      columns.add(new Column("time", Type.TIME));
    }
    columns.add(new Column(VALUE, Type.NUMBER));
    return columns;
  }
}
