package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.model.Values;
import dev.facet.query.DateText;
import dev.facet.query.Filter.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a filter compares and with what: its {@code operator} and {@code value}.
 *
 * @param filtersNothing whether all values were taken away, which filters nothing, as in the
 *     original's own page
 */
record ComparisonForm(Operator operator, List<String> values, boolean filtersNothing) {
  private static final int MAX_VALUES = 10_000;
  private static final Map<String, Operator> OPERATORS = operators();

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

  static ComparisonForm read(Fields fields) {
    Operator operator = operator(fields);
    JsonNode value = fields.node("value");
    if (value != null && value.isArray() && value.isEmpty()) {
      return new ComparisonForm(operator, List.of(), true);
    }
    List<String> values = values(value, fields.path("value"));
    check(operator, values, fields.path("value"));
    return new ComparisonForm(operator, values, false);
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

  /** A value, or a list of them, as texts. */
  static List<String> values(@Nullable JsonNode value, String path) {
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(scalar(value, path));
    }
    if (value.size() > MAX_VALUES) {
      throw FailureException.invalid(
          "value_count",
          path,
          "A filter compares with up to " + MAX_VALUES + " values, not " + value.size() + ".");
    }
    return new ArrayList<>(Fields.list(value, path, ComparisonForm::scalar));
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
        values.forEach(value -> date(value, path));
      }
    }
  }

  private static void date(String value, String path) {
    if (value.equals("all") || DateText.parse(value, path) == null) {
      throw FailureException.invalid(
          "invalid_date", path, "\"" + value + "\" is no date to compare with.");
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
