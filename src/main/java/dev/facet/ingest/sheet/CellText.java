package dev.facet.ingest.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cells as the values that rows have in JSON, by the types of their columns. */
final class CellText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

  private CellText() {}

  static JsonNode value(String text, Column column) {
    return switch (column.type()) {
      case NUMBER, INTEGER -> number(text, column.name());
      case BOOLEAN -> truth(text, column.name());
      case OBJECT -> object(text, column.name());
      case LIST, TEXTS -> list(text);
      case TEXT, TIME, DATE, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> TextNode.valueOf(text);
    };
  }

  private static JsonNode number(String text, String column) {
    if (WHOLE.matcher(text).matches()) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    if (DECIMAL.matcher(text).matches()) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    throw invalid(column, "\"" + text + "\" is no number: write it as 1234.5.");
  }

  private static JsonNode truth(String text, String column) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> BooleanNode.TRUE;
      case "false", "no", "0" -> BooleanNode.FALSE;
      default -> throw invalid(column, "\"" + text + "\" is neither true nor false.");
    };
  }

  private static JsonNode object(String text, String column) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw invalid(column, "Expected an object in JSON.");
    }
  }

  /** By commas, blanks around them left out. */
  private static JsonNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        list.add(part.strip());
      }
    }
    return list;
  }

  private static FailureException invalid(String column, String message) {
    return FailureException.invalid("invalid_row", column, message);
  }
}
