package dev.facet.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.FailureException;
import dev.facet.transform.Figure;
import dev.facet.transform.Figure.Point;
import dev.facet.transform.Leaves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures out of files of JSON: what a path finds first, a number or a list of points. */
final class JsonFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonFile() {}

  static Figure figure(String text, String path, @Nullable String title) {
    List<JsonNode> found = JsonPath.parse(path).find(read(text));
    if (found.isEmpty()) {
      throw wrong("JSON_path", "\"" + path + "\" finds nothing in the file.");
    }
    String series = title == null ? Leaves.VALUE : title;
    JsonNode first = found.getFirst();
    if (first.isNumber()) {
      return new Figure.Count(number(first));
    }
    if (!first.isArray()) {
      throw wrong(
          "JSON_path",
          "\"" + path + "\" finds neither a number nor a list of points with key and value.");
    }
    return new Figure.Points(List.of(series), points(first, series));
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong("uri", "The file is no JSON.");
    }
  }

  private static List<Point> points(JsonNode list, String series) {
    List<Point> points = new ArrayList<>();
    for (JsonNode node : list) {
      if (!node.isObject() || !node.hasNonNull("key")) {
        throw wrong("JSON_path", "Points of a file are objects with key and value.");
      }
      Map<String, Number> columns = new LinkedHashMap<>();
      if (node.path("value").isNumber()) {
        columns.put(series, number(node.path("value")));
      }
      JsonNode buckets = node.get("buckets");
      boolean deeper = buckets != null && buckets.isArray();
      points.add(
          new Point(node.get("key").asText(), columns, deeper ? points(buckets, series) : null));
    }
    return points;
  }

  private static Number number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? (Number) node.longValue()
        : (Number) node.doubleValue();
  }

  static FailureException wrong(String path, String message) {
    return FailureException.invalid("data_file", path, message);
  }
}
