package dev.facet.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import dev.facet.form.Fields;
import dev.facet.form.FilterForm;
import dev.facet.model.FailureException;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.Cohort.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cohorts as JSON: {@code {"is_static": true}}, or {@code {"filters": {"properties": …}}} with a
 * list, all of which must hold, or nested groups of type AND and OR. Their leaves are properties of
 * the person, what it did ({@link BehaviourForm}) or other cohorts; {@code negation} turns one
 * round.
 */
public final class CohortForm {
  private static final String PROPERTIES = "filters.properties";

  private CohortForm() {}

  /** The cohort that a draft says; criteria that are not understood are refused with their path. */
  public static Cohort read(long id, Draft draft) {
    Fields body = Fields.of(Json.read(draft.body()), "");
    boolean isList = body.flag("is_static");
    JsonNode properties =
        body.object("filters")
            .map(
                filters -> {
                  JsonNode found = filters.node("properties");
                  filters.done();
                  return found;
                })
            .orElse(null);
    body.done();
    Rule rule = isList ? new Rule.Listed() : new Rule.Computed(required(properties));
    return new Cohort(id, draft.label(), rule);
  }

  private static Criterion required(@Nullable JsonNode properties) {
    if (properties == null) {
      throw empty(PROPERTIES);
    }
    return criteria(properties, PROPERTIES);
  }

  /** What a list, all of which must hold, or nested groups of criteria ask of a person. */
  public static Criterion criteria(JsonNode node, String path) {
    return node.isArray() ? new Criterion.All(some(node, path)) : criterion(node, path);
  }

  private static List<Criterion> some(JsonNode list, String path) {
    List<Criterion> criteria = Fields.list(list, path, CohortForm::criterion);
    if (criteria.isEmpty()) {
      throw empty(path);
    }
    return criteria;
  }

  private static FailureException empty(String path) {
    return FailureException.invalid(
        "required",
        path,
        "Give at least one criterion, or is_static and the persons that are in the cohort.");
  }

  private static Criterion criterion(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    if (fields.has("values")) {
      return group(fields);
    }
    String type = Objects.requireNonNullElse(fields.text("type"), "person");
    boolean negated = fields.flag("negation");
    Criterion criterion =
        switch (type) {
          case "person" -> person(node, path);
          case "behavioral" -> BehaviourForm.read(node, path);
          case "cohort" -> other(fields);
          default ->
              throw Fields.notOneOf(
                  fields.path("type"), type, List.of("person", "behavioral", "cohort"));
        };
    return negated ? new Criterion.Not(criterion) : criterion;
  }

  private static Criterion group(Fields fields) {
    String type = fields.requiredText("type");
    List<Criterion> criteria =
        some(
            Objects.requireNonNullElse(fields.node("values"), Json.object()),
            fields.path("values"));
    fields.ignore(Set.of("id")).done();
    return switch (type) {
      case "AND" -> new Criterion.All(criteria);
      case "OR" -> new Criterion.Any(criteria);
      default -> throw Fields.notOneOf(fields.path("type"), type, List.of("AND", "OR"));
    };
  }

  private static Criterion person(JsonNode node, String path) {
    ObjectNode filter = (ObjectNode) node.deepCopy();
    filter.remove(List.of("negation", "bytecode", "conditionHash", "group_type_index"));
    filter.put("type", "person");
    return new Criterion.Has(FilterForm.read(filter, path));
  }

  private static Criterion other(Fields fields) {
    JsonNode value = fields.node("value");
    String key = fields.text("key");
    if (key != null && !key.equals("id")) {
      throw Fields.notOneOf(fields.path("key"), key, List.of("id"));
    }
    String operator = fields.text("operator");
    if (operator != null && !List.of("in", "not_in", "exact").contains(operator)) {
      throw Fields.notOneOf(fields.path("operator"), operator, List.of("in", "not_in"));
    }
    fields.ignore(Set.of("bytecode", "conditionHash", "cohort_name", "label")).done();
    Criterion in = new Criterion.In(number(value, fields.path("value")));
    return "not_in".equals(operator) ? new Criterion.Not(in) : in;
  }

  /** A whole number, as such or as text. */
  static long number(@Nullable JsonNode value, String path) {
    String text = value == null || !value.isValueNode() ? "" : value.asText();
    if (!text.matches("[0-9]{1,18}")) {
      throw FailureException.invalid(
          value == null ? "required" : "wrong_type", path, "Expected a whole number.");
    }
    return Long.parseLong(text);
  }

  /** Refuses criteria about cohorts and actions that are not there, and cohorts that go round. */
  static void check(Cohort cohort, Defined others) {
    Set<Long> seen = new HashSet<>();
    Deque<Cohort> open = new ArrayDeque<>(List.of(cohort));
    while (!open.isEmpty()) {
      leaves(open.pop())
          .flatMap(leaf -> named(leaf, cohort, others).stream())
          .filter(other -> seen.add(other.id()))
          .forEach(open::push);
    }
  }

  /** The cohort that a criterion names, if it names one. */
  private static Optional<Cohort> named(Criterion leaf, Cohort cohort, Defined others) {
    return switch (leaf) {
      case Criterion.In(long id) -> Optional.of(named(id, cohort, others.cohorts()));
      case Criterion.Did did -> {
        checkAction(did.action(), others);
        yield Optional.empty();
      }
      case Criterion.Has _, Criterion.Not _, Criterion.All _, Criterion.Any _ -> Optional.empty();
    };
  }

  private static Cohort named(long id, Cohort cohort, Map<Long, Cohort> others) {
    Cohort other = others.get(id);
    if (id == cohort.id()) {
      throw FailureException.invalid(
          "invalid_input", PROPERTIES, "A cohort cannot be made of itself.");
    }
    if (other == null) {
      throw FailureException.invalid(
          "does_not_exist", PROPERTIES, "There is no cohort " + id + ".");
    }
    return other;
  }

  private static void checkAction(@Nullable Long id, Defined others) {
    if (id != null && !others.actions().containsKey(id)) {
      throw FailureException.invalid(
          "does_not_exist", PROPERTIES, "There is no action " + id + ".");
    }
  }

  private static Stream<Criterion> leaves(Cohort cohort) {
    return switch (cohort.rule()) {
      case Rule.Listed _ -> Stream.of();
      case Rule.Computed(Criterion criterion) -> leaves(criterion);
    };
  }

  private static Stream<Criterion> leaves(Criterion criterion) {
    return switch (criterion) {
      case Criterion.All(List<Criterion> criteria) -> criteria.stream().flatMap(CohortForm::leaves);
      case Criterion.Any(List<Criterion> criteria) -> criteria.stream().flatMap(CohortForm::leaves);
      case Criterion.Not(Criterion inner) -> leaves(inner);
      case Criterion.Has _, Criterion.Did _, Criterion.In _ -> Stream.of(criterion);
    };
  }
}
