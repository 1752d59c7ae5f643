package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Dimension;
import dev.facet.model.FailureException;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filters of reports: property filters whose key is a dimension, or {@code {field, operator,
 * values}}, nested in groups as property filters are.
 *
 * @param cube what they filter
 */
record ReportFilterForm(Cube cube) {
  private static final Set<Operator> DATES =
      EnumSet.of(Operator.DATE_EXACT, Operator.DATE_BEFORE, Operator.DATE_AFTER);
  private static final Set<Operator> NUMBERS =
      EnumSet.of(
          Operator.GT,
          Operator.GTE,
          Operator.LT,
          Operator.LTE,
          Operator.BETWEEN,
          Operator.NOT_BETWEEN);
  private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EXACT, Operator.IS_NOT);
  private static final Set<Operator> PRESENCE = EnumSet.of(Operator.IS_SET, Operator.IS_NOT_SET);

  Filter read(@Nullable JsonNode node, String path) {
    if (node == null || node.isNull()) {
      return Filter.ALL;
    }
    return node.isArray() ? all(Fields.list(node, path, this::one)) : one(node, path);
  }

  private static Filter all(List<Filter> filters) {
    List<Filter> real = filters.stream().filter(filter -> !filter.equals(Filter.ALL)).toList();
    return real.size() == 1 ? real.getFirst() : new Filter.And(real);
  }

  private Filter one(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    return fields.has("values") && !fields.has("field") ? group(fields) : leaf(node, path);
  }

  private Filter group(Fields fields) {
    String type = fields.requiredText("type");
    List<Filter> filters = fields.list("values", this::one);
    fields.done();
    return switch (type) {
      case "AND" -> all(filters);
      case "OR" -> filters.isEmpty() ? Filter.ALL : new Filter.Or(filters);
      default -> throw Fields.notOneOf(fields.path("type"), type, List.of("AND", "OR"));
    };
  }

  private Filter leaf(JsonNode node, String path) {
    JsonNode property = node.has("field") ? asProperty(node, path) : node;
    Filter filter = FilterForm.read(property, path);
    if (cube.rows() == Cube.Rows.EVENTS || filter.equals(Filter.ALL)) {
      return filter;
    }
    if (!(filter instanceof Filter.Compare(PropertyRef ref, Operator operator, var values))) {
      throw FailureException.invalid(
          "invalid_choice", path, "Rows of " + cube.name() + " are filtered by their dimensions.");
    }
    String name = node.has("field") ? "field" : "key";
    Dimension dimension = dimension(ref.key(), path + "." + name);
    check(dimension, operator, path + ".operator");
    return new Filter.Compare(
        new PropertyRef(PropertyRef.Source.METADATA, ref.key()), operator, values);
  }

  private Dimension dimension(String key, String path) {
    return cube.dimension(key)
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    path, key, cube.dimensions().stream().map(Dimension::name).toList()));
  }

  /** The shape that the notes of social dashboards have, as a property filter. */
  private JsonNode asProperty(JsonNode node, String path) {
    String field = Fields.of(node, path).requiredText("field");
    ObjectNode property = node.<ObjectNode>deepCopy();
    property.remove("field");
    if (property.has("values")) {
      property.set("value", property.remove("values"));
    }
    if (cube.rows() != Cube.Rows.EVENTS) {
      return property.put("key", field);
    }
    if (field.startsWith("person.properties.")) {
      return property
          .put("key", field.substring("person.properties.".length()))
          .put("type", "person");
    }
    return field.startsWith("properties.")
        ? property.put("key", field.substring("properties.".length())).put("type", "event")
        : property.put("key", field).put("type", "event_metadata");
  }

  private static void check(Dimension dimension, Operator operator, String path) {
    boolean fits =
        PRESENCE.contains(operator)
            || switch (dimension.type()) {
              case TEXT ->
                  dimension.isDay()
                      ? DATES.contains(operator) || EQUALITY.contains(operator)
                      : !DATES.contains(operator) && !NUMBERS.contains(operator);
              case NUMBER, INTEGER -> NUMBERS.contains(operator) || EQUALITY.contains(operator);
              case TIME -> DATES.contains(operator);
              case DATE -> DATES.contains(operator) || EQUALITY.contains(operator);
              case BOOLEAN, TEXTS -> EQUALITY.contains(operator);
              case OBJECT, LIST, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> false;
            };
    if (!fits) {
      throw FailureException.invalid(
          "operator_type",
          path,
          "%s is %s; it is not compared this way.".formatted(dimension.name(), kind(dimension)));
    }
  }

  private static String kind(Dimension dimension) {
    return switch (dimension.type()) {
      case TEXT -> dimension.isDay() ? "a day" : "text";
      case NUMBER, INTEGER -> "a number";
      case TIME -> "a time";
      case BOOLEAN -> "true or false";
      case DATE -> "a day";
      case TEXTS -> "a list of texts";
      case LIST, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> "a list";
      case OBJECT -> "an object";
    };
  }

  /** The filter node without what the rows do not have: null when nothing is left. */
  @Nullable JsonNode fitting(JsonNode node) {
    if (cube.rows() == Cube.Rows.EVENTS) {
      return node;
    }
    if (node.isArray() || node.has("values") && !node.has("field")) {
      return fittingGroup(node);
    }
    String key = node.path(node.has("field") ? "field" : "key").asText();
    return cube.dimension(key).isPresent() ? node : null;
  }

  private @Nullable JsonNode fittingGroup(JsonNode node) {
    JsonNode copy = node.deepCopy();
    ArrayNode list = (ArrayNode) (copy.isArray() ? copy : copy.withArray("values"));
    List<JsonNode> left = new ArrayList<>();
    for (JsonNode element : list) {
      JsonNode fitting = fitting(element);
      if (fitting != null) {
        left.add(fitting);
      }
    }
    list.removeAll();
    list.addAll(left);
    return left.isEmpty() ? null : copy;
  }
}
