package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays a dashboard's filters ({@code date_from, date_to, explicitDate, properties,
 * breakdown_filter}) over the query of one of its charts. Dates replace the query's, properties
 * must hold besides the query's own. Data cubes, OTQL and trees of them say their dates themselves,
 * numbers of a business are those of now. The query given is not changed.
 */
public final class DashboardFilters {
  /** The type of property filters about a dimension of datasets other than events. */
  private static final String DIMENSION = "dimension";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DashboardFilters() {}

  /** The query node as it is asked on the dashboard. */
  public static JsonNode apply(JsonNode query, JsonNode filters) {
    if (!(query instanceof ObjectNode object) || filters.isEmpty()) {
      return query;
    }
    ObjectNode copy = object.deepCopy();
    if (copy.get("source") instanceof ObjectNode source) {
      copy.set("source", apply(source, filters));
      return copy;
    }
    switch (copy.path("kind").asText()) {
      case "HogQLQuery" -> applyToFilters(copy, filters);
      case "EventsQuery" -> applyToEvents(copy, filters);
      case "ReportQuery" -> applyToReport(copy, filters);
      case "DatasetTree", "CubeQuery", "OtqlQuery", "BusinessWidget" -> {}
      default -> applyToInsight(copy, filters);
    }
    return copy;
  }

  private static void applyToInsight(ObjectNode query, JsonNode filters) {
    applyDates(query, filters);
    applyProperties(query, filters);
    applyBreakdown(query, filters);
    boolean endless = filters.path("date_from").asText().equals("all");
    if (endless && query.path("compareFilter").path("compare").asBoolean()) {
      ((ObjectNode) query.get("compareFilter")).put("compare", false);
    }
  }

  private static boolean hasDates(JsonNode filters) {
    return filters.hasNonNull("date_from") || filters.hasNonNull("date_to");
  }

  private static void applyDates(ObjectNode query, JsonNode filters) {
    if (!hasDates(filters)) {
      return;
    }
    ObjectNode range = query.putObject("dateRange");
    range.set("date_from", orNull(filters.get("date_from")));
    range.set("date_to", orNull(filters.get("date_to")));
    if (filters.hasNonNull("explicitDate")) {
      range.set("explicitDate", filters.get("explicitDate"));
    }
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? NODES.nullNode() : node;
  }

  private static void applyProperties(ObjectNode query, JsonNode filters) {
    JsonNode added = ofEvents(filters.path("properties"));
    if (added.isEmpty()) {
      return;
    }
    JsonNode own = query.path("properties");
    query.set("properties", own.isEmpty() ? added.deepCopy() : both(own, added));
  }

  private static ObjectNode both(JsonNode own, JsonNode added) {
    ObjectNode all = group(NODES.arrayNode());
    ((ArrayNode) all.get("values")).add(asGroup(own)).add(asGroup(added));
    return all;
  }

  private static JsonNode asGroup(JsonNode properties) {
    return properties instanceof ArrayNode list ? group(list.deepCopy()) : properties.deepCopy();
  }

  private static ObjectNode group(ArrayNode values) {
    ObjectNode group = NODES.objectNode();
    group.put("type", "AND");
    group.set("values", values);
    return group;
  }

  private static void applyBreakdown(ObjectNode query, JsonNode filters) {
    if (filters.hasNonNull("breakdown_filter")) {
      query.set("breakdownFilter", filters.get("breakdown_filter").deepCopy());
    }
  }

  /** SQL reads dates and properties through its placeholder only. */
  private static void applyToFilters(ObjectNode query, JsonNode filters) {
    ObjectNode own =
        query.get("filters") instanceof ObjectNode present ? present : query.putObject("filters");
    applyDates(own, filters);
    appendProperties(own, filters);
  }

  private static void applyToEvents(ObjectNode query, JsonNode filters) {
    if (hasDates(filters)) {
      query.set("after", orNull(filters.get("date_from")));
      query.set("before", orNull(filters.get("date_to")));
    }
    appendProperties(query, filters);
  }

  /** Of the properties those that its dataset has; what it has not is left out. */
  private static void applyToReport(ObjectNode query, JsonNode filters) {
    Optional<Cube> cube = Cubes.of(query.path("dataset").asText());
    if (cube.isEmpty()) {
      return;
    }
    if (hasDates(filters)) {
      query.remove("date_range");
      applyDates(query, filters);
    }
    JsonNode given = filters.path("properties");
    boolean isEvents = cube.get().rows() == Cube.Rows.EVENTS;
    JsonNode added = isEvents ? ofEvents(given) : ofRows(given);
    JsonNode fitting = added.isEmpty() ? null : new ReportFilterForm(cube.get()).fitting(added);
    if (fitting != null) {
      JsonNode own = query.path("properties");
      query.set("properties", own.isEmpty() ? fitting.deepCopy() : both(own, fitting));
    }
  }

  /** Property filters without those about dimensions of other datasets, which events have not. */
  public static JsonNode ofEvents(JsonNode properties) {
    return each(properties, filter -> isDimension(filter) ? null : filter);
  }

  /** Property filters with those about dimensions as rows are compared: by their key alone. */
  private static JsonNode ofRows(JsonNode properties) {
    return each(
        properties,
        filter -> isDimension(filter) ? ((ObjectNode) filter.deepCopy()).without("type") : filter);
  }

  private static boolean isDimension(JsonNode filter) {
    return filter.path("type").asText().equals(DIMENSION);
  }

  /** The filters of a list or of nested groups, each changed, or left out for null. */
  private static JsonNode each(JsonNode properties, Function<JsonNode, @Nullable JsonNode> change) {
    boolean isGroup = properties.path("values").isArray() && !properties.has("field");
    if (!properties.isArray() && !isGroup) {
      return properties;
    }
    JsonNode copy = properties.deepCopy();
    ArrayNode list = (ArrayNode) (isGroup ? copy.get("values") : copy);
    List<JsonNode> changed = new ArrayList<>();
    for (JsonNode filter : list) {
      boolean isLeaf = !filter.path("values").isArray() || filter.has("field");
      JsonNode now = isLeaf ? change.apply(filter) : each(filter, change);
      if (now != null) {
        changed.add(now);
      }
    }
    list.removeAll().addAll(changed);
    return copy;
  }

  private static void appendProperties(ObjectNode query, JsonNode filters) {
    if (ofEvents(filters.path("properties")) instanceof ArrayNode added && !added.isEmpty()) {
      ArrayNode own =
          query.get("properties") instanceof ArrayNode list ? list : query.putArray("properties");
      added.forEach(property -> own.add(property.deepCopy()));
    }
  }
}
