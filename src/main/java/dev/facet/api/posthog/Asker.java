package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.posthog.result.QueryWire;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.form.QueryForm;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Query;
import java.util.ArrayList;
import java.util.List;

/** Asks the queries of a screen together; what is wrong with one of them stays with that one. */
record Asker(Answers answers, Readers readers) {

  /** A query as it was sent, read. */
  private record Asked(int place, JsonNode node, Query query) {}

  /**
   * What becomes of queries as they are stored, in their order.
   *
   * @param nodes missing where there is no query
   */
  List<Outcome> ask(Project project, List<JsonNode> nodes, Mode mode) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (JsonNode node : nodes) {
      outcomes.add(read(node, outcomes.size(), asked));
    }
    List<Query> queries = asked.stream().map(Asked::query).toList();
    answers.answer(
        readers.of(project),
        queries,
        mode,
        (result, i) -> outcomes.set(asked.get(i).place(), outcome(project, asked.get(i), result)));
    return outcomes;
  }

  private static Outcome read(JsonNode node, int place, List<Asked> asked) {
    if (node.isMissingNode() || node.isNull()) {
      return new Outcome.NoQuery();
    }
    try {
      asked.add(new Asked(place, node, QueryForm.read(node, "query")));
      return new Outcome.NotComputed();
    } catch (FailureException e) {
      return new Outcome.Unusable(e.failure());
    }
  }

  private static Outcome outcome(Project project, Asked asked, Result result) {
    return switch (result) {
      case Result.Answered(var answer) ->
          new Outcome.Answered(
              QueryWire.response(asked.query(), asked.node(), answer, project.zone()), answer);
      case Result.Failed(var failure) -> new Outcome.Failed(failure);
      case Result.Unknown ignored -> new Outcome.NotComputed();
    };
  }
}
