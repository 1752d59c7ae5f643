package dev.facet.form.cube;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.CubeMetric;
import dev.facet.dataset.cube.DataCube;
import dev.facet.dataset.cube.DataCube.Volume;
import dev.facet.dataset.cube.Source;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Values;
import dev.facet.query.CubeQuery.Clause;
import dev.facet.query.CubeQuery.FactFilter;
import dev.facet.query.CubeQuery.Measured;
import dev.facet.query.CubeQuery.NumberOperator;
import dev.facet.query.CubeQuery.RowFilter;
import dev.facet.query.CubeQuery.Test;
import dev.facet.query.CubeQuery.TextOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The filter clauses of a request for a cube.
 *
 * @param together whether all filters hold together, whatever the clause says
 */
record CubeFilterForm(DataCube cube, boolean together) {
  private static final String FACTS = "dimension_filter_clauses";
  private static final Map<String, TextOperator> TEXTS = new LinkedHashMap<>();
  private static final Map<String, NumberOperator> NUMBERS = new LinkedHashMap<>();

  static {
    TEXTS.put("EXACT", TextOperator.IS);
    TEXTS.put("IN_LIST", TextOperator.IS);
    NUMBERS.put("NUMERIC_EQUAL", NumberOperator.EQUAL);
    NUMBERS.put("NUMERIC_GREATER_THAN", NumberOperator.GREATER_THAN);
    NUMBERS.put("NUMERIC_LESS_THAN", NumberOperator.LESS_THAN);
    TEXTS.put("REGEXP", TextOperator.MATCHES);
    TEXTS.put("BEGINS_WITH", TextOperator.STARTS_WITH);
    TEXTS.put("ENDS_WITH", TextOperator.ENDS_WITH);
    TEXTS.put("PARTIAL", TextOperator.CONTAINS);
  }

  /** Which facts count. */
  Clause<FactFilter> facts(Fields fields) {
    Clause<FactFilter> clause = clause(fields, FACTS, this::fact);
    if (cube.isOwned()) {
      checkOwner(clause, fields.path(FACTS));
    }
    return clause;
  }

  List<FactFilter> facts(JsonNode list, String path) {
    return Fields.list(list, path, this::fact);
  }

  /** Whose data it is must be said, and hold whatever else does. */
  private void checkOwner(Clause<FactFilter> clause, String path) {
    boolean owned =
        clause.filters().stream()
            .map(filter -> filter.dimension().source())
            .anyMatch(s -> s instanceof Source.Project || s instanceof Source.Organisation);
    if (!owned || clause.any()) {
      throw FailureException.invalid(
          clause.any() ? "invalid_choice" : "required",
          clause.any() ? path + ".operator" : path,
          "Filter "
              + cube.word()
              + " by community_id, organisation_id or datamart_id, and combine filters with AND.");
    }
  }

  private <T> Clause<T> clause(Fields fields, String field, BiFunction<JsonNode, String, T> read) {
    if (!fields.has(field)) {
      fields.node(field);
      return new Clause<>(false, List.of());
    }
    Fields clause = fields.object(field).orElseThrow();
    String operator = clause.text("operator");
    List<T> filters = clause.list("filters", read);
    clause.done();
    if (operator != null && !operator.equals("AND") && !operator.equals("OR")) {
      throw Fields.notOneOf(clause.path("operator"), operator, List.of("AND", "OR"));
    }
    if (filters.isEmpty()) {
      throw FailureException.invalid(
          "required",
          clause.path("filters"),
          "Give at least one filter, or leave " + field + " out.");
    }
    return new Clause<>("OR".equals(operator) && !together, filters);
  }

  private FactFilter fact(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    CubeDimension dimension =
        CubeForm.dimension(
            cube, fields.requiredText("dimension_name"), fields.path("dimension_name"));
    String operator = fields.requiredText("operator");
    boolean caseSensitive = fields.flag("case_sensitive");
    boolean not = fields.flag("not");
    if (!fields.has("expressions")) {
      throw FailureException.invalid(
          "required", fields.path("expressions"), "This field is required.");
    }
    List<String> texts = fields.list("expressions", CubeFilterForm::expression);
    fields.done();
    Test test;
    if (NUMBERS.containsKey(operator)) {
      test = new Test.Numeric(NUMBERS.get(operator), numbers(texts, fields.path("expressions")));
    } else if (TEXTS.containsKey(operator)) {
      TextOperator compared = TEXTS.get(operator);
      checkPatterns(compared, texts, fields.path("expressions"));
      test = new Test.Text(compared, known(dimension, texts), caseSensitive);
    } else {
      List<String> all = new ArrayList<>(TEXTS.keySet());
      all.addAll(NUMBERS.keySet());
      throw Fields.notOneOf(fields.path("operator"), operator, all);
    }
    return new FactFilter(dimension, test, not);
  }

  private static String expression(JsonNode node, String path) {
    if (!node.isValueNode() || node.isNull()) {
      throw FailureException.invalid("wrong_type", path, "Expected text, a number, true or false.");
    }
    return node.isNumber()
        ? String.valueOf(
            Values.canonical(node.isIntegralNumber() ? node.longValue() : node.doubleValue()))
        : node.asText();
  }

  private static List<Double> numbers(List<String> texts, String path) {
    List<Double> numbers = new ArrayList<>();
    for (String text : texts) {
      Double number = Values.number(text);
      if (number == null) {
        throw FailureException.invalid(
            "wrong_type",
            path + "[" + numbers.size() + "]",
            "\"" + text + "\" is no number to compare with.");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static void checkPatterns(TextOperator operator, List<String> texts, String path) {
    if (operator != TextOperator.MATCHES) {
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      try {
        Pattern.compile(texts.get(i));
      } catch (PatternSyntaxException e) {
        throw FailureException.invalid(
            "invalid_pattern",
            path + "[" + i + "]",
            "\"" + texts.get(i) + "\" is no regular expression: " + e.getDescription() + ".");
      }
    }
  }

  /** Collections have two ways to be written: {@code USER_POINT} is {@code UserPoint}. */
  private static List<String> known(CubeDimension dimension, List<String> texts) {
    if (!dimension.source().equals(Volume.COLLECTION)) {
      return texts;
    }
    return texts.stream()
        .map(text -> text.contains("_") ? text.replace("_", "").toLowerCase(Locale.ROOT) : text)
        .map(text -> text.equalsIgnoreCase("activityevent") ? "UserEvent" : text)
        .toList();
  }

  /** Which rows are shown. */
  Clause<RowFilter> rows(Fields fields, List<Measured> metrics) {
    return clause(fields, "metric_filter_clauses", (node, path) -> row(node, path, metrics));
  }

  private RowFilter row(JsonNode node, String path, List<Measured> metrics) {
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("metric_name");
    String operator = fields.requiredText("operator");
    boolean not = fields.flag("not");
    JsonNode value = fields.node("comparison_value");
    if (value == null) {
      throw FailureException.invalid(
          "required", fields.path("comparison_value"), "This field is required.");
    }
    double number =
        numbers(
                List.of(expression(value, fields.path("comparison_value"))),
                fields.path("comparison_value"))
            .getFirst();
    fields.done();
    CubeMetric metric =
        metrics.stream()
            .filter(measured -> measured.title().equals(name))
            .map(Measured::metric)
            .findFirst()
            .orElseGet(() -> CubeForm.metric(cube, name, fields.path("metric_name")));
    NumberOperator compared =
        switch (operator) {
          case "EQUAL" -> NumberOperator.EQUAL;
          case "GREATER_THAN" -> NumberOperator.GREATER_THAN;
          case "LESS_THAN" -> NumberOperator.LESS_THAN;
          default ->
              throw Fields.notOneOf(
                  fields.path("operator"), operator, List.of("EQUAL", "GREATER_THAN", "LESS_THAN"));
        };
    return new RowFilter(metric, compared, number, not);
  }
}
