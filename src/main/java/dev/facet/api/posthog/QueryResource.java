package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.result.QueryWire;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.QueryStatus;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.form.DashboardFilters;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code …/query/}: one query, asked and answered. */
record QueryResource(Asker asker, Supplier<UUID> ids) {
  private static final int MAX_NAME = 128;

  Response ask(Call call) {
    Input input = Body.jsonInput(call.request());
    JsonNode query = query(input);
    input.text("name", MAX_NAME);
    RefreshMode refresh = refresh(input);
    Outcome outcome = asker.ask(call.project(), List.of(query), refresh.mode()).getFirst();
    QueryStatus status =
        new QueryStatus(id(input), call.project().id(), null, null, refresh.background());
    return switch (outcome) {
      case Outcome.Answered answered ->
          Response.json(200, answer(call, query, answered, refresh, status));
      case Outcome.NotComputed ignored -> Response.json(200, missing(call, query));
      case Outcome.Unusable unusable -> throw new FailureException(inQuery(unusable.failure()));
      case Outcome.Failed failed -> throw new FailureException(inQuery(failed.failure()));
      case Outcome.NoQuery ignored -> throw required();
    };
  }

  /** What a query says of itself, it says with paths that begin in the query. */
  private static Failure inQuery(Failure failure) {
    return failure instanceof Failure.Invalid(String code, String path, String message)
            && path != null
            && !path.startsWith("query")
        ? new Failure.Invalid(code, "query." + path, message)
        : failure;
  }

  private static JsonNode query(Input input) {
    ObjectNode query = input.object("query", "Expected a query with its kind.");
    if (query == null) {
      throw required();
    }
    ObjectNode filters = input.object("filters_override", "Filters must be a dictionary");
    return filters == null ? query : DashboardFilters.apply(query, filters);
  }

  private static FailureException required() {
    return new FailureException(
        new Failure.Invalid("required", "query", "This field is required."));
  }

  private static RefreshMode refresh(Input input) {
    JsonNode refresh = input.at("refresh");
    if (!refresh.isNull() && !refresh.isMissingNode()) {
      return RefreshMode.of(refresh.asText());
    }
    return input.isTruthy("async") ? RefreshMode.of("async") : RefreshMode.BLOCKING;
  }

  /** The client's own id for the query, when it gave one. */
  private UUID id(Input input) {
    try {
      return UUID.fromString(input.at("client_query_id").asText());
    } catch (IllegalArgumentException e) {
      return ids.get();
    }
  }

  private static ObjectNode answer(
      Call call,
      JsonNode query,
      Outcome.Answered answered,
      RefreshMode refresh,
      QueryStatus status) {
    ObjectNode node = answered.response();
    Answer answer = answered.answer();
    String key = Outcome.cacheKey(call.project().id(), query);
    QueryWire.putCache(node, answer, key, call.project().zone());
    ObjectNode finished =
        refresh.background() ? status.complete(answer.computedAt(), node.get("results")) : null;
    node.set("query_status", finished);
    return node;
  }

  /** What is said of a query that was to come from the cache and is not there. */
  private static ObjectNode missing(Call call, JsonNode query) {
    return QueryWire.missing(Outcome.cacheKey(call.project().id(), query), call.project().zone());
  }
}
