package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.model.Values;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Property filters: a list, all of which must hold, or nested groups of type AND and OR. */
public final class FilterForm {
  private static final Map<String, Operator> OPERATORS = operators();

  private FilterForm() {}

  private static Map<String, Operator> operators() {
    Map<String, Operator> names = new TreeMap<>();
    names.put("exact", Operator.EXACT);
    names.put("in", Operator.EXACT);
    names.put("is_not", Operator.IS_NOT);
    names.put("not_in", Operator.IS_NOT);
    names.put("icontains", Operator.ICONTAINS);
    names.put("not_icontains", Operator.NOT_ICONTAINS);
    names.put("regex", Operator.REGEX);
    names.put("not_regex", Operator.NOT_REGEX);
    names.put("gt", Operator.GT);
    names.put("gte", Operator.GTE);
    names.put("min", Operator.GTE);
    names.put("lt", Operator.LT);
    names.put("lte", Operator.LTE);
    names.put("max", Operator.LTE);
    names.put("between", Operator.BETWEEN);
    names.put("not_between", Operator.NOT_BETWEEN);
    names.put("is_set", Operator.IS_SET);
    names.put("is_not_set", Operator.IS_NOT_SET);
    names.put("is_date_exact", Operator.DATE_EXACT);
    names.put("is_date_before", Operator.DATE_BEFORE);
    names.put("is_date_after", Operator.DATE_AFTER);
    names.put("is_cleaned_path_exact", Operator.CLEAN_PATH_EXACT);
    return names;
  }

  /** The filter a {@code properties} field means; everything passes when it is absent. */
  public static Filter read(@Nullable JsonNode node, String path) {
    if (node == null || node.isNull()) {
      return Filter.ALL;
    }
    if (node.isArray()) {
      return all(Fields.list(node, path, FilterForm::one));
    }
    return one(node, path);
  }

  private static Filter all(List<Filter> filters) {
    return filters.size() == 1 ? filters.getFirst() : new Filter.And(filters);
  }

  private static Filter one(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    return fields.has("values") ? group(fields) : property(fields);
  }

  private static Filter group(Fields fields) {
    String type = fields.requiredText("type");
    List<Filter> filters = fields.list("values", FilterForm::one);
    fields.done();
    return switch (type) {
      case "AND" -> all(filters);
      case "OR" -> filters.isEmpty() ? Filter.ALL : new Filter.Or(filters);
      default -> throw Fields.notOneOf(fields.path("type"), type, List.of("AND", "OR"));
    };
  }

  private static Filter property(Fields fields) {
    fields.ignore(Set.of("label"));
    String key = fields.requiredText("key");
    PropertyRef property = new PropertyRef(source(fields), key);
    Operator operator = operator(fields);
    if (isEmptyList(fields.node("value"))) {
      fields.done();
      return Filter.ALL;
    }
    List<String> values = values(fields, operator);
    fields.done();
    return new Filter.Compare(property, operator, values);
  }

  /** A filter whose values were all taken away filters nothing, as in the original's own page. */
  private static boolean isEmptyList(@Nullable JsonNode value) {
    return value != null && value.isArray() && value.isEmpty();
  }

  private static PropertyRef.Source source(Fields fields) {
    String type = fields.text("type");
    return switch (type) {
      case null -> PropertyRef.Source.EVENT;
      case "event" -> PropertyRef.Source.EVENT;
      case "person" -> PropertyRef.Source.PERSON;
      case "event_metadata" -> PropertyRef.Source.METADATA;
      default ->
          throw Fields.notOneOf(
              fields.path("type"), type, List.of("event", "person", "event_metadata"));
    };
  }

  private static Operator operator(Fields fields) {
    String name = fields.text("operator");
    if (name == null) {
      return Operator.EXACT;
    }
    Operator operator = OPERATORS.get(name);
    if (operator == null) {
      throw Fields.notOneOf(fields.path("operator"), name, List.copyOf(OPERATORS.keySet()));
    }
    return operator;
  }

  private static List<String> values(Fields fields, Operator operator) {
    JsonNode value = fields.node("value");
    String path = fields.path("value");
    List<String> values = new ArrayList<>();
    if (value != null && value.isArray()) {
      values.addAll(Fields.list(value, path, FilterForm::scalar));
    } else if (value != null) {
      values.add(scalar(value, path));
    }
    check(operator, values, path);
    return values;
  }

  private static String scalar(JsonNode value, String path) {
    if (!value.isValueNode()) {
      throw Fields.wrongType(path, "text, a number, true or false", value);
    }
    if (value.isNumber()) {
      Object number =
          value.isIntegralNumber() ? value.numberValue() : Values.canonical(value.doubleValue());
      return String.valueOf(number);
    }
    return value.asText();
  }

  private static void check(Operator operator, List<String> values, String path) {
    switch (operator) {
      case IS_SET, IS_NOT_SET -> {}
      case EXACT, IS_NOT, ICONTAINS, NOT_ICONTAINS, REGEX, NOT_REGEX, CLEAN_PATH_EXACT ->
          required(values, path);
      case GT, GTE, LT, LTE -> numbers(values, path);
      case BETWEEN, NOT_BETWEEN -> {
        numbers(values, path);
        if (values.size() != 2) {
          throw FailureException.invalid(
              "between_values", path, "Give two numbers, the lowest and the highest.");
        }
      }
      case DATE_EXACT, DATE_BEFORE, DATE_AFTER -> {
        required(values, path);
        values.forEach(value -> DateText.parse(value, path));
      }
    }
  }

  private static void required(List<String> values, String path) {
    if (values.isEmpty()) {
      throw Fields.missing(path);
    }
  }

  private static void numbers(List<String> values, String path) {
    required(values, path);
    for (String value : values) {
      if (Values.number(value) == null) {
        throw FailureException.invalid(
            "not_a_number",
            path,
            "\"" + value + "\" is no number; this operator compares numbers.");
      }
    }
  }
}
