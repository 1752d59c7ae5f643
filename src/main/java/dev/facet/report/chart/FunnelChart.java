package dev.facet.report.chart;

import dev.facet.model.Table;
import dev.facet.model.Values;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps one below the other, each as long as the share of the first step that gets there. */
record FunnelChart(Canvas canvas, ColorBook colors) {
  private static final double TALLEST = 64;

  private record Step(String name, String key, double count, @Nullable Double time) {}

  static boolean fits(Table table) {
    return table.has("step") && table.has("name") && table.has("count");
  }

  void draw(Frame frame, Table table) {
    Map<Long, List<Step>> steps = steps(table);
    boolean broken = table.has("breakdown");
    Frame below = broken ? Legend.draw(canvas, frame, legend(steps)) : frame;
    double first = steps.values().stream().mapToDouble(FunnelChart::total).findFirst().orElse(0);
    double band = Math.min(TALLEST, below.height() / Math.max(1, steps.size()));
    double before = first;
    int number = 0;
    for (List<Step> step : steps.values()) {
      Frame row = new Frame(below.x(), below.y() + number * band, below.width(), band);
      row(row, number, step, new Counts(first, before), broken);
      before = total(step);
      number++;
    }
  }

  private record Counts(double first, double before) {}

  private static Map<Long, List<Step>> steps(Table table) {
    Map<Long, List<Step>> steps = new LinkedHashMap<>();
    for (List<@Nullable Object> row : table.rows()) {
      long number = row.get(table.indexOf("step")) instanceof Long whole ? whole : 0;
      Double count = Values.number(row.get(table.indexOf("count")));
      Step step =
          new Step(
              CellText.value(row.get(table.indexOf("name"))),
              table.has("breakdown") ? CellText.value(row.get(table.indexOf("breakdown"))) : "",
              count == null ? 0 : count,
              table.has("average_time")
                  ? Values.number(row.get(table.indexOf("average_time")))
                  : null);
      steps.computeIfAbsent(number, n -> new ArrayList<>()).add(step);
    }
    return steps;
  }

  private static double total(List<Step> step) {
    return step.stream().mapToDouble(Step::count).sum();
  }

  private List<Legend.Entry> legend(Map<Long, List<Step>> steps) {
    return steps.values().stream()
        .limit(1)
        .flatMap(List::stream)
        .map(step -> new Legend.Entry(step.key(), colors.of(step.key())))
        .toList();
  }

  private void row(Frame row, int number, List<Step> step, Counts counts, boolean broken) {
    double count = total(step);
    String facts = facts(number, step, count, counts);
    double room = row.width() - Theme.SMALL.width(facts) - 16;
    String name = Theme.NORMAL.cut(number + 1 + ". " + step.getFirst().name(), room);
    double base = row.y() + 14;
    canvas.text(new Point(row.x(), base), name, Theme.NORMAL, Anchor.START, Theme.TEXT);
    canvas.text(new Point(row.right(), base), facts, Theme.SMALL, Anchor.END, Theme.MUTED);
    Frame bar = new Frame(row.x(), base + 6, row.width(), Math.max(3, row.height() - 28));
    canvas.box(bar, 3, Theme.LINE);
    double x = bar.x();
    for (Step part : step) {
      double length = counts.first() == 0 ? 0 : part.count() / counts.first() * bar.width();
      Ink ink = broken ? colors.of(part.key()) : colors.of(0);
      canvas.box(new Frame(x, bar.y(), length, bar.height()), broken ? 0 : 3, ink);
      x += length;
    }
  }

  private static String facts(int number, List<Step> step, double count, Counts counts) {
    String text = Figures.full(count);
    if (number == 0 || counts.first() == 0) {
      return text;
    }
    text += " (" + Figures.percent(count / counts.first()) + ")";
    if (number > 1 && counts.before() > 0) {
      text += ", " + Figures.percent(count / counts.before()) + " of the step before";
    }
    Double time = step.size() == 1 ? step.getFirst().time() : null;
    return time == null ? text : text + ", " + Figures.duration(time) + " on average";
  }
}
