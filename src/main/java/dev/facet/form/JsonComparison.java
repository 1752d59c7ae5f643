package dev.facet.form;

import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Condition.Operator;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The comparison of a field in JSON_OTQL. Of several values one must fit; none of them may where
 * the operator denies.
 */
final class JsonComparison {
  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("EQ", Operator.EQUAL),
          Map.entry("EQUAL", Operator.EQUAL),
          Map.entry("NOT_EQ", Operator.DIFFERENT),
          Map.entry("NOT_EQUAL", Operator.DIFFERENT),
          Map.entry("LT", Operator.LESS),
          Map.entry("BEFORE", Operator.LESS),
          Map.entry("LTE", Operator.LESS_OR_EQUAL),
          Map.entry("BEFORE_OR_EQUAL", Operator.LESS_OR_EQUAL),
          Map.entry("GT", Operator.GREATER),
          Map.entry("AFTER", Operator.GREATER),
          Map.entry("GTE", Operator.GREATER_OR_EQUAL),
          Map.entry("AFTER_OR_EQUAL", Operator.GREATER_OR_EQUAL));

  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "MATCHES", "match",
          "CONTAINS", "match",
          "STARTS_WITH", "starts_with",
          "DOES_NOT_MATCH", "match",
          "DOES_NOT_CONTAIN", "match",
          "DOES_NOT_START_WITH", "starts_with");

  private JsonComparison() {}

  static Condition read(Name field, Fields comparison) {
    String type = comparison.requiredText("type");
    String operator = comparison.text("operator");
    List<Literal> values = values(type, comparison);
    comparison.done();
    if (values.isEmpty()) {
      throw Fields.missing(comparison.path("values"));
    }
    return switch (type) {
      case "STRING", "NUMERIC", "TIME", "BOOLEAN", "ENUM" ->
          compared(field, operator == null ? "EQ" : operator, values, comparison);
      case "NUMERIC_INTERVAL", "TIME_INTERVAL" ->
          within(field, operator == null ? "" : operator, values);
      default ->
          throw Fields.notOneOf(
              comparison.path("type"),
              type,
              List.of(
                  "STRING",
                  "NUMERIC",
                  "TIME",
                  "BOOLEAN",
                  "ENUM",
                  "NUMERIC_INTERVAL",
                  "TIME_INTERVAL"));
    };
  }

  /** What is compared as numbers may write them as text. */
  private static List<Literal> values(String type, Fields comparison) {
    List<Literal> values = comparison.list("values", JsonOtql::literal);
    return type.startsWith("NUMERIC") ? values.stream().map(JsonOtql::number).toList() : values;
  }

  private static Condition compared(
      Name field, String operator, List<Literal> values, Fields comparison) {
    Operator sign = OPERATORS.get(operator);
    if (sign != null) {
      return several(
          values, value -> new Condition.Compare(field, sign, value), sign == Operator.DIFFERENT);
    }
    String function = FUNCTIONS.get(operator);
    if (function == null) {
      throw Fields.notOneOf(
          comparison.path("operator"),
          operator,
          Stream.concat(OPERATORS.keySet().stream(), FUNCTIONS.keySet().stream())
              .sorted()
              .toList());
    }
    Condition called =
        several(
            values,
            value -> new Condition.Call(JsonOtql.name(function), field, List.of(value)),
            false);
    return operator.startsWith("DOES_NOT") ? new Condition.Not(called) : called;
  }

  private static Condition several(
      List<Literal> values, Function<Literal, Condition> one, boolean all) {
    List<Condition> parts = new ArrayList<>();
    values.forEach(value -> parts.add(one.apply(value)));
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return all ? new Condition.All(parts) : new Condition.Any(parts);
  }

  /** From the first value to the last, both included. */
  private static Condition within(Name field, String operator, List<Literal> values) {
    Condition within =
        new Condition.All(
            List.of(
                new Condition.Compare(field, Operator.GREATER_OR_EQUAL, values.getFirst()),
                new Condition.Compare(field, Operator.LESS_OR_EQUAL, values.getLast())));
    return operator.contains("NOT") ? new Condition.Not(within) : within;
  }
}
