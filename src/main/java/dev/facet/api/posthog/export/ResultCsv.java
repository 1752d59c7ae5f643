package dev.facet.api.posthog.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.report.Csv;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Results as CSV, in the columns the vendor gives them: a line a series with a column for each step
 * of time, a line a step of a funnel, a line a cohort; rows of other results as they are.
 */
public final class ResultCsv {
  private final List<Map<String, @Nullable Object>> lines = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();

  private ResultCsv() {}

  /**
   * @param response an answer with {@code results}
   */
  public static byte[] bytes(ObjectNode response) {
    ResultCsv csv = new ResultCsv();
    JsonNode columns = response.path("columns");
    JsonNode results = response.path("results");
    if (columns.isArray() && !columns.isEmpty()) {
      return rows(columns, results);
    }
    csv.read(results);
    return csv.written().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] rows(JsonNode columns, JsonNode results) {
    Csv csv = new Csv();
    csv.row(cells(columns));
    for (JsonNode row : results) {
      csv.row(cells(row));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<@Nullable Object> cells(JsonNode row) {
    List<@Nullable Object> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(value(cell)));
    return cells;
  }

  private void read(JsonNode results) {
    JsonNode first = results.path(0);
    if (results.has("bins")) {
      results.get("bins").forEach(this::bin);
    } else if (first.isArray()) {
      results.forEach(group -> group.forEach(this::step));
    } else if (first.has("average_conversion_time") && first.has("order")) {
      results.forEach(this::step);
    } else if (first.path("values").isArray()) {
      results.forEach(this::cohort);
    } else if (first.has("data")) {
      series(results);
    } else {
      results.forEach(this::any);
    }
  }

  private Map<String, @Nullable Object> line() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    lines.add(line);
    return line;
  }

  private void put(Map<String, @Nullable Object> line, String column, JsonNode value) {
    columns.add(column);
    line.put(column, value(value));
  }

  private void put(Map<String, @Nullable Object> line, String column, String value) {
    columns.add(column);
    line.put(column, value);
  }

  private void bin(JsonNode bin) {
    Map<String, @Nullable Object> line = line();
    put(line, "seconds", bin.path(0));
    put(line, "count", bin.path(1));
  }

  private void step(JsonNode step) {
    Map<String, @Nullable Object> line = line();
    JsonNode custom = step.path("custom_name");
    put(line, "name", custom.isTextual() ? custom : step.path("name"));
    if (step.has("breakdown_value")) {
      put(line, "breakdown_value", joined(step.get("breakdown_value")));
    }
    put(line, "action_id", step.path("action_id"));
    put(line, "count", step.path("count"));
    put(line, "median_conversion_time (seconds)", step.path("median_conversion_time"));
    put(line, "average_conversion_time (seconds)", step.path("average_conversion_time"));
  }

  private void cohort(JsonNode cohort) {
    Map<String, @Nullable Object> line = line();
    put(line, "cohort", cohort.path("date"));
    put(line, "cohort size", cohort.path("values").path(0).path("count"));
    cohort
        .path("values")
        .forEach(value -> put(line, value.path("label").asText(), value.path("count")));
  }

  /** The steps of a previous period stand under those of the current one. */
  private void series(JsonNode results) {
    JsonNode current =
        StreamSupport.stream(results.spliterator(), false)
            .filter(item -> item.path("compare_label").asText().equals("current"))
            .findFirst()
            .orElse(results.path(0));
    int number = 0;
    for (JsonNode item : results) {
      number++;
      JsonNode labels =
          item.path("compare").asBoolean() ? current.path("labels") : item.path("labels");
      series(item, labels, item.path("label").asText("Series #" + number));
    }
  }

  private void series(JsonNode item, JsonNode labels, String label) {
    Map<String, @Nullable Object> line = line();
    String period = item.path("compare_label").asText("");
    put(line, "series", period.isEmpty() ? label : label + " - " + period);
    if (item.path("action").path("custom_name").isTextual()) {
      put(line, "custom name", item.at("/action/custom_name"));
    }
    if (item.has("aggregated_value")) {
      put(line, "total count", item.get("aggregated_value"));
    }
    JsonNode data = item.path("data");
    for (int i = 0; i < data.size(); i++) {
      String name = labels.has(i) ? labels.get(i).asText() : String.valueOf(i);
      put(line, name, data.get(i));
    }
  }

  private void any(JsonNode item) {
    Map<String, @Nullable Object> line = line();
    item.properties().forEach(field -> put(line, field.getKey(), field.getValue()));
  }

  private static String joined(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return values.isArray() ? String.join("::", texts) : values.asText();
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case NUMBER -> node.numberValue();
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      case ARRAY, OBJECT, BINARY, POJO -> node.toString();
    };
  }

  private String written() {
    Csv csv = new Csv();
    csv.row(List.copyOf(columns));
    for (Map<String, @Nullable Object> line : lines) {
      List<@Nullable Object> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(line.get(column)));
      csv.row(cells);
    }
    return csv.toString();
  }
}
