package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code …/insights/trend/}: a trend asked in the old form, as flat filters in the query string or
 * the body. They are written as a {@code TrendsQuery} and asked as one.
 */
record OldTrends(Asker asker) {
  /** Filters by the part of the query they belong to, and what they are called there. */
  private static final Map<String, String> RANGE =
      Map.of("date_from", "date_from", "date_to", "date_to");

  private static final Map<String, String> SHOWN =
      Map.of(
          "display", "display",
          "formula", "formula",
          "smoothing_intervals", "smoothingIntervals");

  private static final Map<String, String> BREAKDOWN =
      Map.of("breakdown", "breakdown", "breakdown_type", "breakdown_type");

  /** Parameters that say nothing about the question. */
  private static final Set<String> BESIDE =
      Set.of("refresh", "format", "insight", "personal_api_key", "client_query_id", "session_id");

  private static final Set<String> MORE =
      Set.of("events", "actions", "properties", "interval", "filter_test_accounts", "compare");

  Response ask(Call call) {
    ObjectNode filters = filters(call);
    JsonNode query = query(filters);
    Asker.Ask ask = new Asker.Ask(query, null, null, null);
    RefreshMode refresh =
        filters.hasNonNull("refresh")
            ? RefreshMode.of(filters.get("refresh").asText())
            : RefreshMode.BLOCKING;
    return switch (asker.ask(call.project(), List.of(ask), refresh).getFirst()) {
      case Outcome.Answered answered -> Response.json(200, shown(call, answered));
      case Outcome.NotComputed _, Outcome.NoQuery _ ->
          Response.json(200, PostHogWire.object().putNull("result").put("is_cached", false));
      case Outcome.Unusable(var failure) -> throw refused(failure);
      case Outcome.Failed(var failure) -> throw refused(failure);
    };
  }

  private static FailureException refused(Failure failure) {
    return new FailureException(failure);
  }

  private static ObjectNode shown(Call call, Outcome.Answered answered) {
    ObjectNode node = PostHogWire.object();
    node.put("timezone", call.project().zone().getId());
    node.put("last_refresh", PostHogWire.time(answered.answer().computedAt()));
    node.put("is_cached", answered.answer().cached());
    node.set("result", answered.response().get("results"));
    node.putNull("next");
    return node;
  }

  /** What was sent, parameters and fields alike; lists come as JSON in parameters. */
  private static ObjectNode filters(Call call) {
    ObjectNode filters = PostHogWire.object();
    call.request().query().values().forEach((name, all) -> filters.put(name, all.getFirst()));
    filters.setAll(call.input().node());
    filters
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              boolean known =
                  RANGE.containsKey(name)
                      || SHOWN.containsKey(name)
                      || BREAKDOWN.containsKey(name)
                      || MORE.contains(name)
                      || BESIDE.contains(name);
              if (!known) {
                throw FailureException.invalid(
                    "invalid_input", name, "Trends have no filter \"" + name + "\".");
              }
            });
    return filters;
  }

  private static ObjectNode query(ObjectNode filters) {
    ObjectNode query = PostHogWire.object();
    query.put("kind", "TrendsQuery");
    query.set("series", series(filters));
    JsonNode properties = json(filters, "properties", "Properties are unparsable!");
    if (!properties.isMissingNode()) {
      query.set("properties", properties);
    }
    copy(filters, query, Map.of("interval", "interval"));
    copy(filters, query.putObject("dateRange"), RANGE);
    copy(filters, query.putObject("trendsFilter"), SHOWN);
    if (filters.hasNonNull("breakdown")) {
      copy(filters, query.putObject("breakdownFilter"), BREAKDOWN);
    }
    if (isTrue(filters, "filter_test_accounts")) {
      query.put("filterTestAccounts", true);
    }
    if (isTrue(filters, "compare")) {
      query.putObject("compareFilter").put("compare", true);
    }
    return query;
  }

  private static boolean isTrue(ObjectNode filters, String name) {
    return filters.path(name).asText().matches("(?i)true|1");
  }

  private static void copy(ObjectNode filters, ObjectNode into, Map<String, String> names) {
    names.forEach(
        (from, to) -> {
          if (filters.hasNonNull(from)) {
            into.set(to, filters.get(from));
          }
        });
  }

  private static ArrayNode series(ObjectNode filters) {
    ArrayNode series = PostHogWire.array();
    for (JsonNode event : json(filters, "events", "Events are unparsable!")) {
      entity(series, "EventsNode", event).set("event", event.path("id"));
    }
    for (JsonNode action : json(filters, "actions", "Actions are unparsable!")) {
      entity(series, "ActionsNode", action).set("id", action.path("id"));
    }
    return series;
  }

  private static ObjectNode entity(ArrayNode series, String kind, JsonNode said) {
    ObjectNode node = series.addObject().put("kind", kind);
    for (String field : List.of("math", "math_property", "name", "custom_name", "properties")) {
      if (said.hasNonNull(field)) {
        node.set(field, said.get(field));
      }
    }
    return node;
  }

  private static JsonNode json(ObjectNode filters, String name, String otherwise) {
    JsonNode value = filters.path(name);
    if (!value.isTextual()) {
      return value;
    }
    try {
      JsonNode read = Json.read(value.textValue().getBytes(StandardCharsets.UTF_8));
      if (read.isContainerNode()) {
        return read;
      }
    } catch (FailureException e) {
      throw FailureException.invalid("invalid_input", null, otherwise);
    }
    throw FailureException.invalid("invalid_input", null, otherwise);
  }
}
