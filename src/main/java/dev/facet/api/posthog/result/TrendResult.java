package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Grain;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.trend.TrendShape;
import dev.facet.query.Breakdown;
import dev.facet.query.Definitions;
import dev.facet.query.TrendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trend's answer as the vendor's list of results: one item for each series, breakdown value and
 * period.
 *
 * @param node the query as it was sent, without wrappers
 */
record TrendResult(
    TrendQuery query, JsonNode node, Planned planned, Table table, Definitions definitions) {
  /** The rows of one item. */
  private record Line(
      int series,
      List<String> breakdown,
      @Nullable String period,
      List<Long> times,
      List<Double> values) {
    Line(int series, List<String> breakdown, @Nullable String period) {
      this(series, breakdown, period, new ArrayList<>(), new ArrayList<>());
    }

    boolean is(int otherSeries, List<String> otherBreakdown, @Nullable String otherPeriod) {
      return series == otherSeries
          && breakdown.equals(otherBreakdown)
          && Objects.equals(period, otherPeriod);
    }
  }

  ArrayNode items() {
    ArrayNode items = PostHogWire.array();
    ObjectNode filter = filter();
    ArrayNode days = actionDays();
    lines().forEach(line -> items.add(item(line, days, filter)));
    return items;
  }

  /** Whether some values were put together as "other". */
  boolean hasMore() {
    return lines().stream().anyMatch(line -> line.breakdown().contains(Breakdown.OTHER));
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int breakdown = place("breakdown");
    int period = place("period");
    int time = place("time");
    int value = table.indexOf("value");
    for (List<@Nullable Object> row : table.rows()) {
      int series = (int) (long) (Long) Objects.requireNonNull(row.get(table.indexOf("series")));
      List<String> breakdownValue =
          breakdown < 0 ? List.of() : BreakdownWire.values(row.get(breakdown));
      String periodName = period < 0 ? null : (String) row.get(period);
      if (lines.isEmpty() || !lines.getLast().is(series, breakdownValue, periodName)) {
        lines.add(new Line(series, breakdownValue, periodName));
      }
      if (time >= 0) {
        lines.getLast().times().add((Long) Objects.requireNonNull(row.get(time)));
      }
      lines.getLast().values().add((Double) Objects.requireNonNull(row.get(value)));
    }
    return lines;
  }

  private int place(String column) {
    return table.has(column) ? table.indexOf(column) : -1;
  }

  private ObjectNode item(Line line, ArrayNode days, ObjectNode filter) {
    ObjectNode item = PostHogWire.object();
    if (query.total()) {
      item.set("data", query.formulas().isEmpty() ? PostHogWire.array() : null);
      item.putArray("days");
      item.put("count", 0);
      item.set("aggregated_value", Json.number(line.values().getFirst()));
    } else {
      putSteps(item, line);
    }
    item.put("label", label(line));
    item.set("action", query.formulas().isEmpty() ? action(line.series(), days) : null);
    item.set("filter", filter);
    item.put("order", line.series());
    if (line.period() != null) {
      item.put("compare", true);
      item.put("compare_label", line.period());
    }
    if (!line.breakdown().isEmpty()) {
      item.set("breakdown_value", breakdowns().value(line.breakdown()));
    }
    return item;
  }

  private void putSteps(ObjectNode item, Line line) {
    ArrayNode data = item.putArray("data");
    line.values().forEach(value -> data.add(Json.number(value)));
    ArrayNode labels = item.putArray("labels");
    ArrayNode days = item.putArray("days");
    TimeLabels axis = new TimeLabels(query.grain(), definitions.zone());
    for (long micros : line.times()) {
      labels.add(axis.label(micros));
      days.add(axis.day(micros));
    }
    item.put("count", count(line.values()));
  }

  private double count(List<Double> values) {
    if (query.cumulative()) {
      return values.isEmpty() ? 0 : values.getLast();
    }
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private String label(Line line) {
    boolean computed = !query.formulas().isEmpty();
    String series =
        computed
            ? query.formulas().get(line.series()).label()
            : SeriesWire.label(query.series().get(line.series()), definitions);
    if (line.breakdown().isEmpty()) {
      return series;
    }
    int lines = computed ? query.formulas().size() : query.series().size();
    String value = breakdowns().label(line.breakdown());
    return lines == 1 ? value : series + " - " + value;
  }

  private BreakdownWire breakdowns() {
    return new BreakdownWire(query.breakdown(), node, definitions);
  }

  private ObjectNode action(int series, ArrayNode days) {
    ObjectNode action = PostHogWire.object();
    action.set("days", days);
    action.setAll(SeriesWire.action(node, series, query.series().get(series), definitions));
    return action;
  }

  private ArrayNode actionDays() {
    ArrayNode days = PostHogWire.array();
    if (planned.shape() instanceof TrendShape shape) {
      TimeLabels axis = new TimeLabels(query.grain(), definitions.zone());
      shape
          .periods()
          .getFirst()
          .starts()
          .forEach(start -> days.add(PostHogWire.time(axis.local(start))));
    }
    return days;
  }

  /** The query in the words of the vendor's older form. */
  private ObjectNode filter() {
    ObjectNode filter = PostHogWire.object();
    filter.put("insight", "TRENDS");
    filter.put("interval", query.total() ? "day" : word(query.grain()));
    filter.put("entity_type", "events");
    filter.put("date_from", PostHogWire.time(planned.period().from().atZone(definitions.zone())));
    filter.put(
        "date_to", PostHogWire.time(QueryWire.last(planned.period()).atZone(definitions.zone())));
    putPresent(filter, "properties", node.path("properties"));
    if (query.testAccounts()) {
      filter.put("filter_test_accounts", true);
    }
    node.path("breakdownFilter")
        .properties()
        .forEach(e -> putPresent(filter, e.getKey(), e.getValue()));
    node.path("trendsFilter")
        .properties()
        .forEach(e -> putPresent(filter, e.getKey(), e.getValue()));
    return filter;
  }

  private static void putPresent(ObjectNode filter, String name, JsonNode value) {
    if (!value.isNull() && !value.isMissingNode()) {
      filter.set(name, value);
    }
  }

  private static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}
