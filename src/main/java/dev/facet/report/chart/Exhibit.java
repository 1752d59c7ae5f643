package dev.facet.report.chart;

import dev.facet.model.Table;
import java.time.ZoneId;
import java.util.List;

/**
 * What a chart is drawn of.
 *
 * @param type one of {@code form.ChartTypes}
 * @param series what the numbers in a column {@code series} stand for
 * @param zone in which times are told
 * @param colors what the chart's author chose, by series; may be shorter
 */
public record Exhibit(
    String type, Table table, List<String> series, ZoneId zone, List<String> colors) {
  public Exhibit {
    series = List.copyOf(series);
    colors = List.copyOf(colors);
  }

  String seriesName(int place) {
    return place < series.size() ? series.get(place) : "Series " + (place + 1);
  }
}
