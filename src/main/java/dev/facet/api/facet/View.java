package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Mode;
import dev.facet.api.Statements;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.form.DashboardFilters;
import dev.facet.form.FilterForm;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.overlay.GivenChoices;
import dev.facet.form.overlay.GivenVariables;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.choice.Choices;
import dev.facet.query.otql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a reader looks at a dashboard: what the address says in place of the dashboard's own filters.
 *
 * @param filters replaces the fields it has; the others are values chosen for available filters
 * @param scope who is looked at
 * @param properties must hold as well, null for none
 * @param variables values of variables in place of the dashboard's, null for none
 * @param compare whether to show the period before, too
 */
record View(
    ObjectNode filters,
    Choices.Scope scope,
    @Nullable JsonNode properties,
    @Nullable JsonNode variables,
    boolean compare,
    Mode mode) {
  private static final String SCOPE_QUERY = "scope_query";
  private static final Set<String> COMPARABLE = Set.of("TrendsQuery", "StickinessQuery");
  private static final List<String> PARAMETERS =
      List.of(
          "date_from",
          "date_to",
          "compare",
          "properties",
          "variables",
          "filters",
          "segment_id",
          SCOPE_QUERY,
          "refresh");

  /** The fields of a dashboard's filters that mean something. */
  private static final Set<String> FIELDS =
      Set.of("date_from", "date_to", "explicitDate", "properties", "breakdown_filter");

  /** Adds nothing to the dashboard's own filters. */
  static View own() {
    return new View(FacetWire.object(), Choices.Scope.EVERYONE, null, null, false, Mode.FRESH);
  }

  /** Reads the parameters; one that is not known or makes no sense is refused. */
  static View read(Request request) {
    for (String name : request.query().values().keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw FailureException.invalid(
            "unknown_parameter",
            name,
            "There is no parameter '%s'; there are %s."
                .formatted(name, String.join(", ", PARAMETERS)));
      }
    }
    return new View(
        filters(request),
        scope(request),
        properties(request),
        variables(request),
        FacetWire.flag(request, "compare"),
        FacetWire.flag(request, "refresh") ? Mode.FORCE : Mode.FRESH);
  }

  private static ObjectNode filters(Request request) {
    ObjectNode filters = FacetWire.object();
    if (request.query("filters").isPresent()) {
      JsonNode given = json(request, "filters");
      if (!given.isObject()) {
        throw FailureException.invalid("wrong_type", "filters", "Give filters as a JSON object.");
      }
      filters.setAll((ObjectNode) given);
    }
    for (String date : List.of("date_from", "date_to")) {
      request
          .query(date)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> filters.put(date, text));
      JsonNode value = filters.path(date);
      DateText.parse(value.isTextual() ? value.textValue() : null, date);
    }
    return filters;
  }

  private static Choices.Scope scope(Request request) {
    String query = request.query(SCOPE_QUERY).filter(text -> !text.isBlank()).orElse(null);
    return new Choices.Scope(
        request.query("segment_id").filter(id -> !id.isEmpty()).orElse(null),
        query == null ? null : statement(query));
  }

  /** A statement as text, or as a document in JSON_OTQL. */
  private static Statement statement(String query) {
    boolean isDocument = query.stripLeading().startsWith("{");
    try {
      return Statements.of(isDocument ? "JSON_OTQL" : "OTQL", query, SCOPE_QUERY);
    } catch (FailureException e) {
      String path = e.failure().path();
      boolean isWithin = path != null && path.startsWith(SCOPE_QUERY);
      throw FailureException.invalid(
          e.failure().code(), isWithin ? path : SCOPE_QUERY, e.failure().message());
    }
  }

  private static @Nullable JsonNode properties(Request request) {
    if (request.query("properties").filter(text -> !text.isEmpty()).isEmpty()) {
      return null;
    }
    JsonNode properties = json(request, "properties");
    FilterForm.read(properties, "properties");
    return properties;
  }

  private static @Nullable JsonNode variables(Request request) {
    boolean isGiven = request.query("variables").filter(text -> !text.isEmpty()).isPresent();
    return isGiven ? json(request, "variables") : null;
  }

  private static JsonNode json(Request request, String name) {
    try {
      return Json.read(request.query(name).orElse("").getBytes(StandardCharsets.UTF_8));
    } catch (FailureException e) {
      throw FailureException.invalid("malformed_json", name, "Give " + name + " as JSON.");
    }
  }

  /** These filters of a dashboard with the view's laid over them. */
  ObjectNode over(ObjectNode dashboard) {
    ObjectNode all = dashboard.deepCopy();
    if (filters.has("date_from") || filters.has("date_to")) {
      all.remove(List.of("date_from", "date_to", "explicitDate"));
    }
    filters.properties().stream()
        .filter(field -> isField(dashboard, field.getKey()))
        .forEach(field -> all.set(field.getKey(), field.getValue()));
    return all;
  }

  private static boolean isField(ObjectNode dashboard, String name) {
    return FIELDS.contains(name) || dashboard.has(name);
  }

  /**
   * What the view narrows trees of datasets down to. Values for a filter that the dashboard has not
   * and a segment that there is not are refused.
   *
   * @param dashboard the dashboard's own filters
   */
  Choices choices(ObjectNode dashboard, List<AvailableFilter> available, Definitions definitions) {
    ObjectNode chosen = filters.deepCopy();
    chosen.retain(
        filters.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !isField(dashboard, name))
            .toList());
    String segment = scope.segment();
    if (segment != null
        && definitions.cohorts().keySet().stream().noneMatch(id -> id.toString().equals(segment))) {
      throw new FailureException(
          new Failure.NotFound(
              "segment_not_found", "segment_id", "There is no segment " + segment + "."));
    }
    return GivenChoices.read(chosen, available, scope, "filters");
  }

  /**
   * These values of a dashboard's variables with the view's in their place.
   *
   * @param defined the variables there are, by their names in queries
   */
  ObjectNode over(ObjectNode dashboard, Map<String, Variable> defined) {
    ObjectNode all = QueryVariables.current(dashboard, defined);
    if (variables != null) {
      all.setAll(GivenVariables.read(variables, defined, "variables"));
    }
    return all;
  }

  /** The query with what the view adds beside filters. */
  JsonNode compared(JsonNode query) {
    JsonNode asked =
        properties == null
            ? query
            : DashboardFilters.apply(query, FacetWire.object().set("properties", properties));
    return compare ? withComparison(asked) : asked;
  }

  private static JsonNode withComparison(JsonNode query) {
    if (!(query instanceof ObjectNode object)) {
      return query;
    }
    ObjectNode copy = object.deepCopy();
    if (copy.get("source") instanceof ObjectNode source) {
      copy.set("source", withComparison(source));
      return copy;
    }
    boolean endless = copy.path("dateRange").path("date_from").asText().equals("all");
    boolean comparing = copy.path("compareFilter").path("compare").asBoolean();
    if (COMPARABLE.contains(copy.path("kind").asText()) && !endless && !comparing) {
      copy.putObject("compareFilter").put("compare", true);
    }
    return copy;
  }
}
