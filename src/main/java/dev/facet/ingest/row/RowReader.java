package dev.facet.ingest.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Intake;
import dev.facet.dataset.Intake.Check;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row as it was sent: the columns it names and no others, with plain values of their types.
 * The first thing wrong with it is an Invalid failure at its column.
 */
final class RowReader {
  private static final int LONGEST_KEY = 1000;

  private final Intake intake;
  private final Dataset dataset;
  private final Map<String, Column> columns = new HashMap<>();

  RowReader(Intake intake) {
    this.intake = intake;
    this.dataset = intake.dataset();
    dataset.columns().forEach(column -> columns.put(column.name(), column));
  }

  Map<String, @Nullable Object> read(JsonNode node) {
    if (!node.isObject()) {
      throw invalid("", "A row is an object, not " + name(node) + ".");
    }
    Map<String, @Nullable Object> row = LinkedHashMap.newLinkedHashMap(node.size());
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      row.put(field.getKey(), value(field.getKey(), field.getValue()));
    }
    dataset.key().forEach(key -> checkKey(key, row.get(key)));
    intake.checks().forEach((column, check) -> checkOrder(column, check, row));
    return row;
  }

  private @Nullable Object value(String name, JsonNode node) {
    Column column = columns.get(name);
    if (column == null) {
      throw invalid(
          name,
          "There is no column \"%s\" in %s; there are %s."
              .formatted(
                  name,
                  dataset.name(),
                  String.join(", ", dataset.columns().stream().map(Column::name).toList())));
    }
    if (node.isNull()) {
      return null;
    }
    Object value = RowValue.read(column, node);
    Check check = intake.checks().get(name);
    return check == null ? value : checked(name, value, check);
  }

  private static void checkKey(String name, @Nullable Object value) {
    if (!(value instanceof String text) || text.isBlank()) {
      throw invalid(name, "A row is known by its " + name + ", which is required.");
    }
    if (text.length() > LONGEST_KEY) {
      throw invalid(name, "It has at most " + LONGEST_KEY + " characters.");
    }
  }

  private static Object checked(String name, Object value, Check check) {
    switch (check) {
      case Check.OneOf(List<String> texts) -> {
        if (!texts.contains(value)) {
          throw invalid(name, "\"" + value + "\" is none of " + String.join(", ", texts) + ".");
        }
      }
      case Check.Day _ -> RowValue.checkDay(name, (String) value);
      case Check.Platform _ -> {
        return platform((String) value);
      }
      case Check.Currency _ -> RowValue.checkCurrency(name, (String) value);
      case Check.Within within -> RowValue.checkWithin(name, (Number) value, within);
      case Check.Numbers _ -> RowValue.checkNumbers(name, (Map<?, ?>) value);
      case Check.NotBefore _ -> {}
    }
    return value;
  }

  private static String platform(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.equals("twitter") ? "x" : lower;
  }

  private static void checkOrder(String name, Check check, Map<String, @Nullable Object> row) {
    if (check instanceof Check.NotBefore(String first)
        && row.get(name) instanceof Long end
        && row.get(first) instanceof Long start
        && end < start) {
      throw invalid(name, "It is before " + first + ".");
    }
  }

  static String name(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> node.asText();
      case NULL, MISSING -> "null";
      case NUMBER -> "a number";
      case OBJECT -> "an object";
      case STRING -> "text";
      case BINARY, POJO -> "something else";
    };
  }

  static String expected(Type type) {
    return switch (type) {
      case TEXT -> "text";
      case NUMBER -> "a number";
      case INTEGER -> "a whole number";
      case BOOLEAN -> "true or false";
      case TIME -> "a time such as 2026-03-01T10:00:00Z";
      case OBJECT -> "an object";
      case DATE -> "a day such as 2026-03-01";
      case LIST, TEXTS -> "a list of texts";
      case NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> "a list";
    };
  }

  static FailureException invalid(String path, String message) {
    return FailureException.invalid("invalid_row", path, message);
  }
}
