package dev.facet.plan.trend;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Shape;
import dev.facet.query.Breakdown;
import dev.facet.query.TrendQuery.Formula;
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
 * <p>Of several breakdowns each has a column in the rows; in the answer {@code breakdown} is then a
 * {@link Type#LIST} of their values. The rows name bins by their number and say beside it between
 * what numbers they lie; the answer names them by their bounds.
 *
 * @param scales what becomes of the numbers of each series
 * @param formulas what takes the place of the series, if any
 * @param periods the buckets of the current period and, when comparing, of the previous one
 * @param total one value per line instead of one per bucket
 * @param smoothing over how many steps each is averaged, to the whole number below; 1 for none
 */
public record TrendShape(
    List<Scale> scales,
    List<Formula> formulas,
    List<Buckets> periods,
    @Nullable Breakdown breakdown,
    boolean total,
    boolean cumulative,
    int smoothing)
    implements Shape {

  static final String SERIES = "series";
  static final String PERIOD = "period";
  static final String BREAKDOWN = "breakdown";
  static final String BUCKET = "bucket";
  static final String VALUE = "value";

  public TrendShape {
    scales = List.copyOf(scales);
    formulas = List.copyOf(formulas);
    periods = List.copyOf(periods);
  }

  /** The column of a breakdown's values, by its place. */
  public static String breakdown(int place) {
    return BREAKDOWN + Ranking.suffix(place);
  }

  /** The column of the least number of a histogram. */
  static String low(int place) {
    return "low" + Ranking.suffix(place);
  }

  /** The column of the greatest number of a histogram. */
  static String high(int place) {
    return "high" + Ranking.suffix(place);
  }

  /** The columns that name the values of a breakdown. */
  public static List<String> columns(Breakdown breakdown) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      columns.add(breakdown(i));
      if (breakdown.dimensions().get(i).bins() > 0) {
        columns.add(low(i));
        columns.add(high(i));
      }
    }
    return columns;
  }

  /** A line of the chart; {@code breakdown} has no values when there is no breakdown. */
  private record Key(int series, int period, List<String> breakdown) {
    Key of(int other) {
      return new Key(other, period, breakdown);
    }
  }

  private record Line(Key key, double[] values) {
    double sum() {
      return Arrays.stream(values).sum();
    }

    /** From the last to the first, as each reads those before it. */
    void smooth(int steps) {
      for (int i = values.length - 1; i >= 0; i--) {
        int from = Math.max(0, i - steps + 1);
        values[i] = whole(Arrays.stream(values, from, i + 1).average().orElse(0));
      }
    }

    /** The whole number below; what engines compute a hair below a whole number is that one. */
    private static double whole(double value) {
      return Math.floor(value + 1e-9 * Math.max(1, Math.abs(value)));
    }

    void accumulate() {
      for (int i = 1; i < values.length; i++) {
        values[i] += values[i - 1];
      }
    }

    int last() {
      if (key.breakdown().contains(Breakdown.OTHER)) {
        return 2;
      }
      return key.breakdown().contains(Breakdown.NULL) ? 1 : 0;
    }
  }

  private static final Comparator<Line> ORDER =
      Comparator.comparingInt((Line line) -> line.key().period())
          .thenComparingInt(line -> line.key().series())
          .thenComparingInt(Line::last)
          .thenComparing(Comparator.comparingDouble(Line::sum).reversed())
          .thenComparing(line -> Breakdown.label(line.key().breakdown()));

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
    known().forEach(key -> line(lines, key));
    int seriesAt = rows.indexOf(SERIES);
    int periodAt = rows.indexOf(PERIOD);
    int bucketAt = total ? -1 : rows.indexOf(BUCKET);
    int valueAt = rows.indexOf(VALUE);
    for (List<@Nullable Object> row : rows.rows()) {
      Key key = new Key(whole(row, seriesAt), whole(row, periodAt), values(rows, row));
      int bucket = total ? 0 : whole(row, bucketAt);
      double value = row.get(valueAt) instanceof Number n ? n.doubleValue() : 0;
      line(lines, key).values[bucket] = scales.get(key.series()).apply(value);
    }
    if (smoothing > 1 && !total) {
      lines.values().forEach(line -> line.smooth(smoothing));
    }
    if (cumulative) {
      lines.values().forEach(Line::accumulate);
    }
    return new ArrayList<>(lines.values());
  }

  /** The lines that are there even when nothing happened. */
  private List<Key> known() {
    List<List<String>> values = new ArrayList<>();
    if (breakdown == null) {
      values.add(List.of());
    } else {
      breakdown.known().forEach(value -> values.add(List.of(value)));
    }
    List<Key> known = new ArrayList<>();
    for (int s = 0; s < scales.size(); s++) {
      for (int p = 0; p < periods.size(); p++) {
        for (List<String> value : values) {
          known.add(new Key(s, p, value));
        }
      }
    }
    return known;
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
    double[] arguments = new double[scales.size()];
    for (int i = 0; i < line.values().length; i++) {
      for (int s = 0; s < scales.size(); s++) {
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

  /** The breakdown values of a row, bins by their bounds. */
  private List<String> values(Table rows, List<@Nullable Object> row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; breakdown != null && i < breakdown.dimensions().size(); i++) {
      String value = String.valueOf(row.get(rows.indexOf(breakdown(i))));
      int count = breakdown.dimensions().get(i).bins();
      boolean isBin = count > 0 && !value.startsWith("$$");
      values.add(
          isBin
              ? new Bins(
                      number(row, rows.indexOf(low(i))), number(row, rows.indexOf(high(i))), count)
                  .label(Integer.parseInt(value))
              : value);
    }
    return values;
  }

  private static double number(List<@Nullable Object> row, int at) {
    return row.get(at) instanceof Number number ? number.doubleValue() : 0;
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
    if (breakdown != null) {
      row.add(isListed() ? key.breakdown() : key.breakdown().getFirst());
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

  private boolean isListed() {
    return breakdown != null && breakdown.dimensions().size() > 1;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(SERIES, Type.INTEGER));
    if (breakdown != null) {
      columns.add(new Column(BREAKDOWN, isListed() ? Type.LIST : Type.TEXT));
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
