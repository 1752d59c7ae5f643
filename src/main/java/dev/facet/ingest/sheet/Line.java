package dev.facet.ingest.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number the line it begins on, from 1
 * @param values by the file's names of columns, in the file's order; text in CSV
 * @param fault why it cannot be read, null when it can
 */
public record Line(int number, Map<String, JsonNode> values, @Nullable String fault) {

  static Line broken(int number, String fault) {
    return new Line(number, Map.of(), fault);
  }
}
