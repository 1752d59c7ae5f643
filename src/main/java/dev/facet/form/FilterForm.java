package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.model.Place;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Element.Part;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.text.HogqlText;
import dev.facet.query.text.SelectorText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Property filters: a list, all of which must hold, or nested groups of type AND and OR. */
public final class FilterForm {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_FILTERS = 500;
  private static final Set<Operator> OF_ELEMENTS =
      EnumSet.of(
          Operator.EXACT,
          Operator.IS_NOT,
          Operator.ICONTAINS,
          Operator.NOT_ICONTAINS,
          Operator.IS_SET,
          Operator.IS_NOT_SET);
  private static final Set<Operator> OF_TAGS =
      EnumSet.of(Operator.EXACT, Operator.IS_NOT, Operator.IS_SET, Operator.IS_NOT_SET);

  private static final Set<Operator> OF_SELECTORS = EnumSet.of(Operator.EXACT, Operator.IS_NOT);

  private final int depth;

  private FilterForm(int depth) {
    this.depth = depth;
  }

  /** The filter a {@code properties} field means; everything passes when it is absent. */
  public static Filter read(@Nullable JsonNode node, String path) {
    if (node == null || node.isNull()) {
      return Filter.ALL;
    }
    FilterForm form = new FilterForm(1);
    return node.isArray() ? all(form.list(node, path)) : form.one(node, path);
  }

  private List<Filter> list(JsonNode node, String path) {
    if (node.size() > MAX_FILTERS) {
      throw FailureException.invalid(
          "filter_count",
          path,
          "A group has up to " + MAX_FILTERS + " filters, not " + node.size() + ".");
    }
    return Fields.list(node, path, this::one);
  }

  private static Filter all(List<Filter> filters) {
    return filters.size() == 1 ? filters.getFirst() : new Filter.And(filters);
  }

  private Filter one(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    return fields.has("values") ? group(fields) : property(fields);
  }

  private Filter group(Fields fields) {
    String type = fields.requiredText("type");
    JsonNode values = fields.node("values");
    String path = fields.path("values");
    fields.done();
    if (depth > MAX_DEPTH) {
      throw FailureException.invalid(
          "filter_depth", path, "Groups of filters nest up to " + MAX_DEPTH + " deep.");
    }
    List<Filter> filters =
        values == null ? List.of() : new FilterForm(depth + 1).list(values, path);
    return switch (type) {
      case "AND" -> all(filters);
      case "OR" -> filters.isEmpty() ? Filter.ALL : new Filter.Or(filters);
      default -> throw Fields.notOneOf(fields.path("type"), type, List.of("AND", "OR"));
    };
  }

  private static Filter property(Fields fields) {
    fields.ignore(Set.of("label", "cohort_name"));
    String type = fields.text("type");
    return switch (type) {
      case "cohort" -> cohort(fields);
      case "element" -> element(fields);
      case "hogql" -> hogql(fields);
      case null -> compare(fields, null);
      default -> compare(fields, type);
    };
  }

  private static Filter compare(Fields fields, @Nullable String type) {
    String key = fields.requiredText("key");
    Integer group = fields.integer("group_type_index");
    PropertyForm.Paths paths =
        PropertyForm.Paths.of(fields, "type", "key", "group_type_index")
            .with("cohort", "element", "hogql");
    PropertyRef property = PropertyForm.read(type, key, group, paths);
    ComparisonForm comparison = ComparisonForm.read(fields);
    fields.done();
    if (comparison.filtersNothing()) {
      return Filter.ALL;
    }
    PropertyForm.checkComparable(property, comparison.operator(), fields.path("operator"));
    return new Filter.Compare(property, comparison.operator(), comparison.values());
  }

  /** A condition; value and operator say nothing. */
  private static Filter hogql(Fields fields) {
    String key = fields.requiredText("key");
    fields.ignore(Set.of("value", "operator")).done();
    String path = fields.path("key");
    return new Filter.Hogql(HogqlText.expression(key, path), new Place(path));
  }

  /** The person is in one of the cohorts, or in none of them. */
  private static Filter cohort(Fields fields) {
    String key = fields.text("key");
    String operator = fields.text("operator");
    JsonNode value = fields.node("value");
    String path = fields.path("value");
    fields.done();
    if (key != null && !key.equals("id")) {
      throw Fields.notOneOf(fields.path("key"), key, List.of("id"));
    }
    if (value == null) {
      throw Fields.missing(path);
    }
    List<Filter> cohorts = new ArrayList<>();
    for (String id : ComparisonForm.values(value, path)) {
      cohorts.add(new Filter.InCohort(cohortId(id, path), new Place(path)));
    }
    Filter any = cohorts.size() == 1 ? cohorts.getFirst() : new Filter.Or(cohorts);
    return switch (operator) {
      case null -> any;
      case "in", "exact" -> any;
      case "not_in", "is_not" -> new Filter.Not(any);
      default -> throw Fields.notOneOf(fields.path("operator"), operator, List.of("in", "not_in"));
    };
  }

  /** The number of a cohort, as a number or its digits. */
  static long cohortId(String text, String path) {
    if (!text.matches("\\d{1,18}")) {
      throw FailureException.invalid(
          "cohort_id", path, "Give the number of a cohort, not \"" + text + "\".");
    }
    return Long.parseLong(text);
  }

  private static Filter element(Fields fields) {
    String key = fields.requiredText("key");
    ComparisonForm comparison = ComparisonForm.read(fields);
    fields.done();
    if (comparison.filtersNothing()) {
      return Filter.ALL;
    }
    return switch (key) {
      case "tag_name" -> element(Part.TAG_NAME, comparison, OF_TAGS, fields);
      case "text" -> element(Part.TEXT, comparison, OF_ELEMENTS, fields);
      case "href" -> element(Part.HREF, comparison, OF_ELEMENTS, fields);
      case "selector" -> selected(comparison, fields);
      default ->
          throw Fields.notOneOf(
              fields.path("key"), key, List.of("tag_name", "text", "href", "selector"));
    };
  }

  private static Filter element(
      Part part, ComparisonForm comparison, Set<Operator> allowed, Fields fields) {
    check(comparison.operator(), allowed, fields);
    return new Filter.Element(part, comparison.operator(), comparison.values());
  }

  private static void check(Operator operator, Set<Operator> allowed, Fields fields) {
    if (!allowed.contains(operator)) {
      List<String> names =
          allowed.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
      throw Fields.notOneOf(
          fields.path("operator"), operator.name().toLowerCase(Locale.ROOT), names);
    }
  }

  private static Filter selected(ComparisonForm comparison, Fields fields) {
    check(comparison.operator(), OF_SELECTORS, fields);
    List<Filter> fits = new ArrayList<>();
    for (String value : comparison.values()) {
      fits.add(SelectorText.parse(value, fields.path("value")));
    }
    Filter any = fits.size() == 1 ? fits.getFirst() : new Filter.Or(fits);
    return comparison.operator() == Operator.EXACT ? any : new Filter.Not(any);
  }
}
