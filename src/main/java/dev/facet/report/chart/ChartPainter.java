package dev.facet.report.chart;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import java.util.List;

/**
 * Draws an exhibit the way its type says; as a table when it cannot be drawn so.
 *
 * @param colors shared by all charts of a picture
 */
public record ChartPainter(Canvas canvas, ColorBook colors) {
  private static final String NOTHING = "No data in this period.";

  public void draw(Frame frame, Exhibit exhibit) {
    if (exhibit.table().rows().isEmpty()) {
      new TextCard(canvas).sentence(frame, NOTHING, Theme.MUTED);
    } else if (FunnelChart.fits(exhibit.table())) {
      new FunnelChart(canvas, colors).draw(frame, exhibit.table());
    } else if (RetentionChart.fits(exhibit.table())) {
      new RetentionChart(canvas, colors).draw(frame, exhibit.table(), exhibit.zone());
    } else {
      plot(frame, exhibit);
    }
  }

  private void plot(Frame frame, Exhibit exhibit) {
    Plot plot = PlotReader.plot(exhibit);
    if (plot.isEmpty()) {
      table(frame, exhibit);
      return;
    }
    List<String> chosen = exhibit.colors();
    switch (exhibit.type()) {
      case "line", "area" ->
          new LineChart(canvas, colors, exhibit.type().equals("area")).draw(frame, plot, chosen);
      case "columns", "stickiness", "calendar" ->
          new ColumnChart(canvas, colors).draw(frame, plot, chosen, plot.isBrokenDown());
      case "lifecycle" -> new ColumnChart(canvas, colors).draw(frame, plot, chosen, true);
      case "bars", "radar", "map" -> new BarChart(canvas, colors).draw(frame, plot, chosen);
      case "bridge" -> bridge(frame, exhibit, plot);
      case "funnel" -> overTime(frame, exhibit, plot);
      case "pie" -> pie(frame, exhibit, plot);
      case "metric" -> metric(frame, exhibit, plot);
      default -> table(frame, exhibit);
    }
  }

  /** A funnel that is no list of steps: shares over time, or how many took how long. */
  private void overTime(Frame frame, Exhibit exhibit, Plot plot) {
    if (plot.over() == Plot.Over.TIME) {
      new LineChart(canvas, colors, false).draw(frame, plot, exhibit.colors());
    } else if (exhibit.table().has("seconds")) {
      new ColumnChart(canvas, colors).draw(frame, plot, exhibit.colors(), false);
    } else {
      table(frame, exhibit);
    }
  }

  /** Slices of a total cannot be told from values over time. */
  private void pie(Frame frame, Exhibit exhibit, Plot plot) {
    boolean hasShares = plot.numbers().anyMatch(value -> value > 0);
    if (plot.over() == Plot.Over.TIME || !hasShares) {
      table(frame, exhibit);
    } else {
      new PieChart(canvas, colors).draw(frame, plot);
    }
  }

  private void bridge(Frame frame, Exhibit exhibit, Plot plot) {
    Bridge bridge = Bridge.of(plot);
    if (bridge.steps().isEmpty()) {
      table(frame, exhibit);
    } else {
      new BridgeChart(canvas, colors).draw(frame, bridge, exhibit.colors());
    }
  }

  private void metric(Frame frame, Exhibit exhibit, Plot plot) {
    List<MetricCard.Metric> metrics = MetricCard.metrics(plot);
    if (metrics.isEmpty()) {
      table(frame, exhibit);
    } else {
      new MetricCard(canvas).draw(frame, metrics);
    }
  }

  private void table(Frame frame, Exhibit exhibit) {
    new TableCard(canvas).draw(frame, columns(exhibit));
  }

  private static List<TableCard.Texts> columns(Exhibit exhibit) {
    List<Column> columns = exhibit.table().columns();
    boolean isTrend =
        columns.stream().anyMatch(c -> c.name().equals("series") && c.type() == Type.INTEGER);
    return isTrend ? TableCard.texts(PlotReader.plot(exhibit)) : TableCard.texts(exhibit);
  }

  /** How much height shows all of it; 0 when any will do. */
  public static double wish(Exhibit exhibit) {
    boolean isTable = exhibit.type().equals("table") || exhibit.type().equals("paths");
    return isTable ? TableCard.height(columns(exhibit)) : 0;
  }
}
