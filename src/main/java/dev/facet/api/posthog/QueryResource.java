package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Jobs;
import dev.facet.answer.Result;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.result.QueryWire;
import dev.facet.api.posthog.wire.Asked;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.QueryStatus;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.form.DashboardFilters;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code …/query/}: one query, asked and answered, at once or in the background. */
record QueryResource(Asker asker) {
  private static final int MAX_NAME = 128;

  Response ask(Call call) {
    Input input = Body.jsonInput(call.request());
    JsonNode query = query(call, input);
    input.text("name", MAX_NAME);
    String id = input.text("client_query_id", MAX_NAME);
    Asker.Ask ask = new Asker.Ask(query, null, null, id == null || id.isEmpty() ? null : id);
    return switch (asker.ask(call.project(), List.of(ask), refresh(input)).getFirst()) {
      case Outcome.Answered(_, var response, var answer, var job) -> {
        putCache(call, response, query, answer);
        yield respond(call, response, job);
      }
      case Outcome.NotComputed(_, var job) -> respond(call, missing(call, query), job);
      case Outcome.Unusable(var failure) -> throw new FailureException(inQuery(failure));
      case Outcome.Failed(var failure) -> throw new FailureException(inQuery(failure));
      case Outcome.NoQuery _ -> throw required();
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

  private JsonNode query(Call call, Input input) {
    ObjectNode query = input.object("query", "Expected a query with its kind.");
    if (query == null) {
      throw required();
    }
    ObjectNode filters = input.object("filters_override", "Filters must be a dictionary");
    JsonNode filtered = filters == null ? query : DashboardFilters.apply(query, filters);
    ObjectNode variables = input.object("variables_override", "Variables must be a dictionary");
    return QueryVariables.apply(
        filtered,
        variables == null ? PostHogWire.object() : variables,
        asker.variables(call.project()));
  }

  private static FailureException required() {
    return new FailureException(
        new Failure.Invalid("required", "query", "This field is required."));
  }

  private static RefreshMode refresh(Input input) {
    JsonNode refresh = input.at("refresh");
    if (!refresh.isNull() && !refresh.isMissingNode()) {
      return RefreshMode.of(refresh.isContainerNode() ? refresh.toString() : refresh.asText());
    }
    return Boolean.TRUE.equals(input.flagOrNull("async"))
        ? RefreshMode.ASYNC
        : RefreshMode.BLOCKING;
  }

  private static void putCache(Call call, ObjectNode node, JsonNode query, Answer answer) {
    String key = Outcome.cacheKey(call.project().id(), query);
    QueryWire.putCache(node, answer, key, call.project().zone());
  }

  /** What is said of a query of which nothing is there. */
  private static ObjectNode missing(Call call, JsonNode query) {
    return QueryWire.missing(Outcome.cacheKey(call.project().id(), query), call.project().zone());
  }

  private static Response respond(Call call, ObjectNode node, Jobs.@Nullable Status<Asked> job) {
    node.set("query_status", job == null ? null : status(call, job, null));
    return Response.json(job == null ? 200 : 202, node);
  }

  private static ObjectNode status(
      Call call, Jobs.Status<Asked> job, @Nullable ObjectNode results) {
    Asked about = job.about();
    return new QueryStatus(call.project().id(), about.insight(), about.dashboard())
        .of(job, results);
  }

  /** The state of a computation, with its results once they are there. */
  Response job(Call call) {
    return found(call, asker.job(call.project(), id(call)).orElseThrow(QueryResource::unknown));
  }

  private static String id(Call call) {
    return call.request().pathParameter("id");
  }

  private static FailureException unknown() {
    return FailureException.notFound("There is no such query.");
  }

  private Response found(Call call, Jobs.Status<Asked> job) {
    return switch (job.result()) {
      case null -> job(202, status(call, job, null));
      case Result.Answered(var answer) -> job(200, status(call, job, results(call, job, answer)));
      case Result.Failed(var failure) -> job(status(failure), status(call, job, null));
      case Result.Unknown _ -> job(202, status(call, job, null));
    };
  }

  private static Response job(int status, ObjectNode node) {
    return Response.json(status, PostHogWire.object().<ObjectNode>set("query_status", node));
  }

  /** Whose doing it is that a computation failed. */
  private static int status(Failure failure) {
    return switch (failure) {
      case Failure.Upstream upstream -> upstream.code().equals("cancelled") ? 400 : 500;
      case Failure.Invalid _, Failure.NotFound _, Failure.NotAllowed _ -> 400;
      case Failure.Conflict _, Failure.TooMuch _ -> 400;
    };
  }

  private ObjectNode results(Call call, Jobs.Status<Asked> job, Answer answer) {
    Asked about = job.about();
    ObjectNode results = asker.response(call.project(), about, answer);
    putCache(call, results, about.node(), answer);
    return results;
  }

  /** Cancels a computation; one that has ended stays as it is. */
  Response cancel(Call call) {
    var _ = asker.cancel(call.project(), id(call)).orElseThrow(QueryResource::unknown);
    return Response.empty(204);
  }
}
