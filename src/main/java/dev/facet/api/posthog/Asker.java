package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.posthog.result.QueryWire;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.Outcome.NoQuery;
import dev.facet.form.QueryForm;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Asks the queries of a screen together; what is wrong with one of them stays with that one. */
public record Asker(Answers answers, Readers readers) {

  /** A query as it was sent, read. */
  private record Asked(int place, JsonNode node, Query query) {}

  /**
   * What becomes of queries as they are stored, in their order.
   *
   * @param nodes missing where there is no query
   */
  List<Outcome> ask(Project project, List<JsonNode> nodes, Mode mode) {
    List<Outcome> outcomes = new ArrayList<>(nodes.stream().map(n -> new NoQuery()).toList());
    ask(project, nodes, mode, (outcome, i) -> outcomes.set(i, outcome));
    return outcomes;
  }

  /** As {@link #ask(Project, List, Mode)}, each outcome with its place as soon as it is there. */
  void ask(Project project, List<JsonNode> nodes, Mode mode, ObjIntConsumer<Outcome> each) {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      int place = i;
      read(nodes.get(i), place, asked).ifPresent(outcome -> each.accept(outcome, place));
    }
    Reader reader = readers.of(project);
    answers.answer(
        reader,
        asked.stream().map(Asked::query).toList(),
        mode,
        (result, i) -> each.accept(outcome(reader, asked.get(i), result), asked.get(i).place()));
  }

  /** Notes a query that can be asked; otherwise what is to be said of it. */
  private static Optional<Outcome> read(JsonNode node, int place, List<Asked> asked) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.of(new NoQuery());
    }
    try {
      asked.add(new Asked(place, node, QueryForm.read(node, "query")));
      return Optional.empty();
    } catch (FailureException e) {
      return Optional.of(new Outcome.Unusable(e.failure()));
    }
  }

  private static Outcome outcome(Reader reader, Asked asked, Result result) {
    return switch (result) {
      case Result.Answered(var answer) ->
          new Outcome.Answered(
              QueryWire.response(asked.query(), asked.node(), answer, reader.definitions()),
              answer);
      case Result.Failed(var failure) ->
          new Outcome.Failed(QueryForm.placed(failure, asked.node(), "query"));
      case Result.Unknown ignored -> new Outcome.NotComputed();
    };
  }
}
