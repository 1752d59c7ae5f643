package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Name;
import dev.facet.query.otql.Statement;
import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON_OTQL: the same statements as OTQL, written as a JSON document. */
public final class JsonOtql {
  private static final Place NOWHERE = new Place(1, 1);
  private static final Predicate<String> NUMBER =
      Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?").asMatchPredicate();
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Map<String, String> SCORES =
      Map.of(
          "SUM", "scoresum",
          "AVERAGE", "scoreavg",
          "MAX", "scoremax",
          "MIN", "scoremin");

  private JsonOtql() {}

  /** The statement a document is; what it gets wrong is told with its path. */
  public static Statement statement(JsonNode document, String path) {
    Fields fields = Fields.of(document, path).ignore(Set.of("language_version"));
    List<Operation> operations = fields.list("operations", JsonOtql::operation);
    String from = fields.requiredText("from");
    JsonNode where = fields.node("where");
    Condition condition = where == null ? null : condition(where, fields.path("where"));
    fields.done();
    if (operations.size() != 1) {
      throw FailureException.invalid(
          "wrong_count",
          fields.path("operations"),
          "Give one operation, not " + operations.size() + ".");
    }
    return new Statement(operations.getFirst(), name(from), condition, List.of(), null);
  }

  private static Operation operation(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    List<Directive> directives = fields.list("directives", JsonOtql::directive);
    List<Item> items = fields.list("selections", JsonOtql::item);
    fields.done();
    if (directives.isEmpty() && items.isEmpty()) {
      throw Fields.missing(fields.path("selections"));
    }
    return directives.isEmpty()
        ? new Operation.Select(items, NOWHERE)
        : new Operation.Directed(directives.getFirst());
  }

  private static Item item(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("name");
    List<Directive> directives = fields.list("directives", JsonOtql::directive);
    List<Item> inside = fields.has("selections") ? fields.list("selections", JsonOtql::item) : null;
    fields.done();
    return new Item(name(name), directives, inside);
  }

  private static Directive directive(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("name");
    List<Directive.Argument> arguments = fields.list("arguments", JsonOtql::argument);
    fields.done();
    return new Directive(name, arguments, null, NOWHERE);
  }

  private static Directive.Argument argument(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("name");
    JsonNode value = fields.node("value");
    fields.done();
    if (value == null) {
      throw Fields.missing(fields.path("value"));
    }
    return new Directive.Argument(name(name), literal(value, fields.path("value")));
  }

  // Conditions

  /** What a node of a document's {@code where} asks; null when it is a group without conditions. */
  public static @Nullable Condition condition(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String type = fields.requiredText("type");
    boolean negated = fields.flag("negation");
    Condition condition =
        switch (type) {
          case "GROUP" -> together(fields);
          case "OBJECT" -> object(fields);
          case "FIELD" -> field(fields);
          case "PARAMETRIC_PREDICATE" ->
              throw FailureException.invalid(
                  "unknown_predicate",
                  fields.path("parametric_predicate_id"),
                  "There are no parametric predicates here: write the condition itself.");
          default ->
              throw Fields.notOneOf(fields.path("type"), type, List.of("GROUP", "OBJECT", "FIELD"));
        };
    fields.done();
    return negated && condition != null ? new Condition.Not(condition) : condition;
  }

  /** All expressions as one; null without any. */
  private static @Nullable Condition together(Fields fields) {
    String operator = fields.text("boolean_operator");
    List<Condition> parts =
        fields
            .list("expressions", (node, path) -> Optional.ofNullable(condition(node, path)))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    return switch (operator) {
      case null -> new Condition.All(parts);
      case "AND" -> new Condition.All(parts);
      case "OR" -> new Condition.Any(parts);
      default ->
          throw Fields.notOneOf(fields.path("boolean_operator"), operator, List.of("AND", "OR"));
    };
  }

  private static Condition object(Fields fields) {
    List<Directive> directives = new ArrayList<>();
    String function = fields.text("score_function");
    JsonNode least = fields.node("min_score");
    String field = fields.text("score_field");
    if (function != null || least != null) {
      directives.add(score(fields, function == null ? "SUM" : function, least));
    }
    if (field != null) {
      Literal name = new Literal.Text(field, NOWHERE);
      directives.add(
          new Directive(
              "scorefield", List.of(new Directive.Argument(name("field"), name)), null, NOWHERE));
    }
    return new Condition.Linked(name(fields.requiredText("field")), directives, together(fields));
  }

  private static Directive score(Fields fields, String function, @Nullable JsonNode least) {
    String directive = SCORES.get(function);
    if (directive == null) {
      throw Fields.notOneOf(
          fields.path("score_function"), function, List.of("SUM", "AVERAGE", "MIN", "MAX"));
    }
    List<Directive.Argument> arguments =
        least == null
            ? List.of()
            : List.of(
                new Directive.Argument(
                    name("min"), number(literal(least, fields.path("min_score")))));
    return new Directive(directive, arguments, null, NOWHERE);
  }

  private static Condition field(Fields fields) {
    Name name = name(fields.requiredText("field"));
    String existence = fields.text("existence");
    Fields comparison = fields.object("comparison").orElse(null);
    if (comparison != null) {
      return JsonComparison.read(name, comparison);
    }
    Condition defined = new Condition.Call(name("is_defined"), name, List.of());
    return switch (existence) {
      case null -> throw Fields.missing(fields.path("comparison"));
      case "EXISTS" -> defined;
      case "DOES_NOT_EXIST" -> new Condition.Not(defined);
      default ->
          throw Fields.notOneOf(
              fields.path("existence"), existence, List.of("EXISTS", "DOES_NOT_EXIST"));
    };
  }

  /** A text that writes a number, as that number; anything else as it is. */
  static Literal number(Literal literal) {
    if (!(literal instanceof Literal.Text(String text, Place place)) || !NUMBER.test(text)) {
      return literal;
    }
    BigDecimal value = new BigDecimal(text);
    return value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(LONGEST) <= 0
        ? new Literal.Number(value.longValueExact(), place)
        : new Literal.Number(value.doubleValue(), place);
  }

  static Name name(String text) {
    return new Name(text, NOWHERE);
  }

  /** A text, number or boolean; {@code $name} is a parameter. */
  static Literal literal(JsonNode node, String path) {
    if (node.isBoolean()) {
      return new Literal.Bool(node.booleanValue(), NOWHERE);
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return new Literal.Number(node.longValue(), NOWHERE);
    }
    if (node.isNumber()) {
      return new Literal.Number(node.doubleValue(), NOWHERE);
    }
    String text = Fields.text(node, path);
    return text.matches("\\$\\w+")
        ? new Literal.Parameter(text.substring(1), NOWHERE)
        : new Literal.Text(text, NOWHERE);
  }
}
