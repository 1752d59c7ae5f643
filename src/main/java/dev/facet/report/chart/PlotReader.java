package dev.facet.report.chart;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the rows of an exhibit into a plot. */
final class PlotReader {
  private static final String SERIES = "series";
  private static final String BREAKDOWN = "breakdown";
  private static final String PERIOD = "period";
  private static final String VALUE = "value";
  private static final Set<String> TREND = Set.of(SERIES, BREAKDOWN, PERIOD, VALUE);
  private static final List<String> STATUSES =
      List.of("new", "dormant", "returning", "", "resurrecting");

  private final Exhibit exhibit;
  private final Table table;

  /** One number with everything that tells where it belongs. */
  private record Spot(
      Object category,
      String name,
      int place,
      @Nullable String key,
      boolean previous,
      @Nullable Double value) {
    Head head() {
      return new Head(name, place, key, previous);
    }
  }

  private record Head(String name, int place, @Nullable String key, boolean previous) {}

  private PlotReader(Exhibit exhibit) {
    this.exhibit = exhibit;
    this.table = exhibit.table();
  }

  static Plot plot(Exhibit exhibit) {
    PlotReader reader = new PlotReader(exhibit);
    if (reader.table.has("status") && reader.table.has("time")) {
      return reader.statuses();
    }
    if (reader.table.has("seconds") && reader.table.has("count")) {
      return reader.bins();
    }
    boolean isTrend = reader.table.has(SERIES) && reader.table.has(VALUE);
    return isTrend ? reader.trend() : reader.report();
  }

  private Plot statuses() {
    List<Spot> spots = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      String status = String.valueOf(row.get(table.indexOf("status")));
      spots.add(
          new Spot(
              category(row.get(table.indexOf("time"))),
              CellText.title(status),
              Math.max(0, STATUSES.indexOf(status)),
              null,
              false,
              Values.number(row.get(table.indexOf(VALUE)))));
    }
    return gather(spots, Type.TIME, false);
  }

  /** How many took how long. */
  private Plot bins() {
    List<Spot> spots = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      Double seconds = Values.number(row.get(table.indexOf("seconds")));
      Double count = Values.number(row.get(table.indexOf("count")));
      String from = Figures.duration(seconds == null ? 0 : seconds);
      spots.add(new Spot(from, "Conversions", 0, null, false, count));
    }
    return gather(spots, Type.TEXT, false);
  }

  private Plot trend() {
    int over =
        IntStream.range(0, table.columns().size())
            .filter(i -> !TREND.contains(table.columns().get(i).name()))
            .findFirst()
            .orElse(-1);
    if (over < 0) {
      return totals();
    }
    boolean many =
        table.rows().stream().map(row -> row.get(table.indexOf(SERIES))).distinct().count() > 1;
    List<Spot> spots = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      int place = place(row);
      String key = table.has(BREAKDOWN) ? CellText.value(row.get(table.indexOf(BREAKDOWN))) : null;
      String series = exhibit.seriesName(place);
      String name = key == null ? series : many ? series + " – " + key : key;
      spots.add(new Spot(category(row.get(over)), name, place, key, isPrevious(row), value(row)));
    }
    return gather(spots, table.columns().get(over).type(), false);
  }

  /** Totals have no axis of their own: breakdown values, or else the series, stand side by side. */
  private Plot totals() {
    boolean broken = table.has(BREAKDOWN);
    List<Spot> spots = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      int place = place(row);
      String series = exhibit.seriesName(place);
      spots.add(
          broken
              ? new Spot(
                  CellText.value(row.get(table.indexOf(BREAKDOWN))),
                  series,
                  place,
                  null,
                  isPrevious(row),
                  value(row))
              : new Spot(series, "Total", 0, null, isPrevious(row), value(row)));
    }
    return gather(spots, Type.TEXT, broken);
  }

  private int place(List<@Nullable Object> row) {
    return row.get(table.indexOf(SERIES)) instanceof Number number ? number.intValue() : 0;
  }

  private boolean isPrevious(List<@Nullable Object> row) {
    return table.has(PERIOD) && "previous".equals(row.get(table.indexOf(PERIOD)));
  }

  private @Nullable Double value(List<@Nullable Object> row) {
    return Values.number(row.get(table.indexOf(VALUE)));
  }

  /** Dimensions and metrics, in any order; a single dimension beside time makes the lines. */
  private Plot report() {
    List<Integer> dimensions = columns(false);
    List<Integer> metrics = new ArrayList<>(columns(true));
    if (dimensions.isEmpty() && metrics.size() > 1 && type(0) == Type.INTEGER) {
      dimensions = List.of(metrics.removeFirst());
    }
    int time = dimensions.stream().filter(i -> isTime(type(i))).findFirst().orElse(-1);
    boolean pivots = time >= 0 && dimensions.size() == 2 && metrics.size() == 1;
    List<Spot> spots = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      for (int place = 0; place < metrics.size(); place++) {
        spots.add(spot(row, new Columns(dimensions, metrics, time, pivots), place));
      }
    }
    Type over = time >= 0 ? type(time) : Type.TEXT;
    Plot plot = gather(spots, over, false);
    return dimensions.isEmpty()
        ? new Plot(plot.categories(), Plot.Over.NOTHING, false, plot.runs())
        : plot;
  }

  private record Columns(
      List<Integer> dimensions, List<Integer> metrics, int time, boolean pivots) {}

  private Spot spot(List<@Nullable Object> row, Columns columns, int place) {
    int metric = columns.metrics().get(place);
    String key = columns.pivots() ? CellText.value(row.get(other(columns))) : null;
    String name = key != null ? key : CellText.title(table.columns().get(metric).name());
    Object category =
        columns.time() >= 0 ? category(row.get(columns.time())) : joined(row, columns.dimensions());
    return new Spot(category, name, place, key, false, Values.number(row.get(metric)));
  }

  private static int other(Columns columns) {
    return columns.dimensions().stream().filter(i -> i != columns.time()).findFirst().orElseThrow();
  }

  private static String joined(List<@Nullable Object> row, List<Integer> dimensions) {
    return String.join(" · ", dimensions.stream().map(i -> CellText.value(row.get(i))).toList());
  }

  private List<Integer> columns(boolean numeric) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> type(i).isNumeric() == numeric)
        .boxed()
        .toList();
  }

  private Type type(int column) {
    Column at = table.columns().get(column);
    return at.type();
  }

  private static boolean isTime(Type type) {
    return type == Type.TIME || type == Type.DATE;
  }

  private static Object category(@Nullable Object value) {
    return value instanceof Long || value instanceof Double ? value : CellText.value(value);
  }

  /** The buckets of a previous period lie under those of the current one, in order. */
  private Plot gather(List<Spot> spots, Type type, boolean keyed) {
    List<Object> current = categories(spots, false, type);
    List<Object> previous = isTime(type) ? categories(spots, true, type) : current;
    List<Object> shown = current.isEmpty() ? previous : current;
    Map<Object, Integer> now = places(shown == current ? current : List.of());
    Map<Object, Integer> before = places(previous);
    Map<Head, List<@Nullable Double>> runs = new LinkedHashMap<>();
    for (Spot spot : spots) {
      List<@Nullable Double> values =
          runs.computeIfAbsent(spot.head(), head -> nothing(shown.size()));
      Integer at = (spot.previous() ? before : now).get(spot.category());
      if (at != null && at < values.size()) {
        values.set(at, spot.value());
      }
    }
    List<Plot.Run> all = new ArrayList<>();
    for (Map.Entry<Head, List<@Nullable Double>> entry : runs.entrySet()) {
      Head h = entry.getKey();
      all.add(new Plot.Run(h.name(), h.place(), h.key(), h.previous(), entry.getValue()));
    }
    Plot.Over over = isTime(type) ? Plot.Over.TIME : Plot.Over.VALUE;
    return new Plot(named(shown, type), over, keyed, all);
  }

  private static List<@Nullable Double> nothing(int size) {
    List<@Nullable Double> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(null);
    }
    return values;
  }

  private static List<Object> categories(List<Spot> spots, boolean previous, Type type) {
    Set<Object> distinct = new LinkedHashSet<>();
    spots.stream()
        .filter(spot -> !isTime(type) || spot.previous() == previous)
        .forEach(spot -> distinct.add(spot.category()));
    List<Object> all = new ArrayList<>(distinct);
    if (isTime(type)) {
      all.sort(Comparator.comparingLong(each -> each instanceof Long time ? time : 0));
    }
    return all;
  }

  private static Map<Object, Integer> places(List<Object> categories) {
    Map<Object, Integer> places = new LinkedHashMap<>();
    categories.forEach(each -> places.put(each, places.size()));
    return places;
  }

  private List<Plot.Category> named(List<Object> categories, Type type) {
    if (isTime(type)) {
      return TimeNames.of(categories, type, exhibit.zone());
    }
    return categories.stream()
        .map(CellText::value)
        .map(name -> new Plot.Category(name, name, null))
        .toList();
  }
}
