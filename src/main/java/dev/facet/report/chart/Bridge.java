package dev.facet.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A way from one value to others, as the web page walks it. */
record Bridge(List<Step> steps) {
  /** How far sums of fractions may be off, as a share of the largest value. */
  private static final double TOLERANCE = 1e-6;

  /**
   * Where the way stands before and after a value.
   *
   * @param isLevel whether it stands on the ground: what there was at first, or what all before it
   *     came to
   */
  record Step(String name, double value, double from, double to, boolean isLevel) {
    double low() {
      return Math.min(from, to);
    }

    double high() {
      return Math.max(from, to);
    }

    /** The place of its colour in the palette: levels, ways up and ways down. */
    int place() {
      return isLevel ? 0 : value < 0 ? 3 : 2;
    }
  }

  private record Figure(String name, @Nullable Double value) {}

  Bridge {
    steps = List.copyOf(steps);
  }

  /**
   * The way of a row of several metrics, or of one metric by category. The first is a level, and so
   * is each later one that is what those before it come to; all others go up or down from there.
   * Nothing else makes a way: then there are no steps.
   */
  static Bridge of(Plot plot) {
    List<Figure> figures = figures(plot).stream().filter(f -> f.value() != null).toList();
    double largest = figures.stream().mapToDouble(f -> Math.abs(value(f))).max().orElse(0);
    List<Step> steps = new ArrayList<>();
    for (Figure figure : figures) {
      Step before = steps.isEmpty() ? null : steps.getLast();
      steps.add(after(before, figure.name(), value(figure), largest * TOLERANCE));
    }
    return new Bridge(steps.size() > 1 ? steps : List.of());
  }

  private static double value(Figure figure) {
    return Objects.requireNonNull(figure.value());
  }

  private static List<Figure> figures(Plot plot) {
    if (plot.categories().size() == 1) {
      return plot.runs().stream().map(r -> new Figure(r.name(), r.values().getFirst())).toList();
    }
    if (plot.runs().size() != 1) {
      return List.of();
    }
    List<@Nullable Double> values = plot.runs().getFirst().values();
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Figure(plot.categories().get(i).name(), values.get(i)))
        .toList();
  }

  private static Step after(@Nullable Step before, String name, double value, double near) {
    boolean comesToIt =
        before != null && !before.isLevel() && Math.abs(before.to() - value) <= near;
    return before == null || comesToIt
        ? new Step(name, value, 0, value, true)
        : new Step(name, value, before.to(), before.to() + value, false);
  }
}
