package dev.facet.ingest.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files of one JSON object a line; lines without text are passed over. */
final class JsonLines {
  private static final ObjectReader OBJECT =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonLines() {}

  static Sheet read(String text, Limits limits) {
    Set<String> columns = new LinkedHashSet<>();
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        Line read = line(number, line);
        columns.addAll(read.values().keySet());
        Limits.checkColumns(columns.size());
        lines.add(read);
        limits.checkLines(lines.size());
      }
    }
    return new Sheet(Sheet.Format.NDJSON, ',', List.copyOf(columns), lines);
  }

  private static Line line(int number, String text) {
    try {
      JsonNode node = OBJECT.readTree(text);
      if (!node.isObject()) {
        return Line.broken(number, "The line is no JSON object.");
      }
      Map<String, JsonNode> values = new LinkedHashMap<>();
      node.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
      return new Line(number, values, null);
    } catch (JsonProcessingException e) {
      return Line.broken(number, "The line is no JSON object: " + reason(e) + ".");
    }
  }

  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return message.substring(0, Math.min(message.length(), 200));
  }
}
