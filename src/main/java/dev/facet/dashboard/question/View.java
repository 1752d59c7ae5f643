package dev.facet.dashboard.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.form.DashboardFilters;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.overlay.GivenChoices;
import dev.facet.form.overlay.GivenVariables;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Definitions;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.choice.Choices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How somebody looks at a dashboard: what was chosen in place of the dashboard's own filters.
 *
 * @param filters replaces the fields it has; the others are values chosen for available filters
 * @param scope who is looked at
 * @param properties must hold as well, null for none
 * @param variables values of variables in place of the dashboard's, null for none
 * @param course how numbers are shown over time
 */
public record View(
    Reach reach,
    ObjectNode filters,
    Choices.Scope scope,
    @Nullable JsonNode properties,
    @Nullable JsonNode variables,
    Course course) {

  /** What may be chosen at all. */
  public enum Reach {
    /** Whatever there is. */
    EVERYTHING,
    /** Dates, and what the dashboard offers: values of its filters and of its own variables. */
    OFFERED
  }

  /** The fields of a dashboard's filters that are dates. */
  public static final List<String> DATES = List.of("date_from", "date_to");

  /** Changes nothing. */
  public static final View OWN =
      new View(Reach.EVERYTHING, Json.object(), Choices.Scope.EVERYONE, null, null, Course.OWN);

  /** The fields of a dashboard's filters that mean something. */
  private static final Set<String> FIELDS =
      Set.of("date_from", "date_to", "explicitDate", "properties", "breakdown_filter");

  /** These filters of a dashboard with the view's laid over them. */
  ObjectNode over(ObjectNode dashboard) {
    ObjectNode all = dashboard.deepCopy();
    if (DATES.stream().anyMatch(filters::has)) {
      all.remove(List.of("date_from", "date_to", "explicitDate"));
    }
    filters.properties().stream()
        .filter(field -> isField(dashboard, field.getKey()))
        .forEach(field -> all.set(field.getKey(), field.getValue()));
    return all;
  }

  private boolean isField(ObjectNode dashboard, String name) {
    return switch (reach) {
      case EVERYTHING -> FIELDS.contains(name) || dashboard.has(name);
      case OFFERED -> DATES.contains(name);
    };
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
      all.setAll(GivenVariables.read(variables, reached(all, defined), "variables"));
    }
    return all;
  }

  private Map<String, Variable> reached(ObjectNode dashboard, Map<String, Variable> defined) {
    return switch (reach) {
      case EVERYTHING -> defined;
      case OFFERED ->
          defined.entrySet().stream()
              .filter(each -> dashboard.has(each.getValue().id()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    };
  }

  /** The query with what the view adds beside filters. */
  JsonNode compared(JsonNode query) {
    JsonNode asked =
        properties == null
            ? query
            : DashboardFilters.apply(query, Json.object().set("properties", properties));
    return course.over(asked);
  }
}
