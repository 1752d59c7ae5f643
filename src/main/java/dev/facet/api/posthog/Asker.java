package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Jobs;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.posthog.result.QueryWire;
import dev.facet.api.posthog.wire.Asked;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.Outcome.NoQuery;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.form.QueryForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the queries of a screen together; what is wrong with one of them stays with that one.
 *
 * @param jobs what is computed in the background
 */
public record Asker(Answers answers, Readers readers, Jobs<Asked> jobs, InstantSource clock) {
  /** How old an answer may be for those who say that they are not particular. */
  private static final Duration SOMEWHAT_OLD = Duration.ofMinutes(15);

  /** The variables of a project's queries, by the names that queries call them. */
  Map<String, Variable> variables(Project project) {
    return reader(project).definitions().variables();
  }

  /** Who asks about a project; the same one until the project's words mean something else. */
  Reader reader(Project project) {
    return readers.of(project);
  }

  /** A question and what was known of it, null for nothing. */
  record Known(Query query, @Nullable Answer answer) {}

  /** What a reader was told in one of the modes, all of it known before. */
  record Look(Reader reader, RefreshMode refresh, List<Known> known) {}

  /** Whether the same would be told now. */
  boolean holds(Look look) {
    return look.known().stream().allMatch(known -> holds(look, known));
  }

  private boolean holds(Look look, Known known) {
    Answer answer = known.answer();
    boolean fresh =
        answer == null
            || look.refresh() == RefreshMode.FORCE_CACHE
            || answers.isFresh(look.reader(), answer);
    return fresh && answers.isKnown(look.reader(), known.query(), answer);
  }

  /** Whether it is not yet this time. */
  boolean isBefore(Instant end) {
    return clock.instant().isBefore(end);
  }

  /**
   * A query to ask.
   *
   * @param node missing where there is no query
   * @param insight whose query it is, null for nobody's; {@code dashboard} likewise
   * @param id what the client calls its computation, null for nothing
   */
  record Ask(
      JsonNode node, @Nullable Long insight, @Nullable Long dashboard, @Nullable String id) {}

  /** A query that can be asked, and its place on the screen. */
  private record Open(int place, Ask ask, Query query) {}

  /** What becomes of queries, in their order. */
  List<Outcome> ask(Project project, List<Ask> asks, RefreshMode refresh) {
    List<Outcome> outcomes = new ArrayList<>(asks.stream().map(a -> new NoQuery()).toList());
    ask(project, asks, refresh, (outcome, i) -> outcomes.set(i, outcome));
    return outcomes;
  }

  /** What becomes of queries, each outcome with its place as soon as it is there. */
  void ask(Project project, List<Ask> asks, RefreshMode refresh, ObjIntConsumer<Outcome> each) {
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < asks.size(); i++) {
      int place = i;
      read(asks.get(i), place, open).ifPresent(outcome -> each.accept(outcome, place));
    }
    if (!open.isEmpty()) {
      Screen screen = new Screen(readers.of(project), refresh, each);
      compute(screen, refresh.isBackground() ? inBackground(screen, open) : open);
    }
  }

  /** For whom and how the queries of a screen are asked, and who is told what became of them. */
  private record Screen(Reader reader, RefreshMode refresh, ObjIntConsumer<Outcome> each) {

    void answered(Open asked, Answer answer, Jobs.@Nullable Status<Asked> job) {
      ObjectNode response = QueryWire.response(asked.query(), asked.ask().node(), answer, reader);
      each.accept(new Outcome.Answered(asked.query(), response, answer, job), asked.place());
    }

    private static Failure placed(Open asked, Failure failure) {
      return QueryForm.placed(failure, asked.ask().node(), "query");
    }

    void tell(Open asked, Result result) {
      switch (result) {
        case Result.Answered(var answer) -> answered(asked, answer, null);
        case Result.Failed(var failure) ->
            each.accept(new Outcome.Failed(placed(asked, failure)), asked.place());
        case Result.Unknown _ ->
            each.accept(new Outcome.NotComputed(asked.query(), null), asked.place());
      }
    }
  }

  /** Notes a query that can be asked; otherwise what is to be said of it. */
  private static Optional<Outcome> read(Ask ask, int place, List<Open> open) {
    if (ask.node().isMissingNode() || ask.node().isNull()) {
      return Optional.of(new NoQuery());
    }
    try {
      open.add(new Open(place, ask, QueryForm.read(ask.node(), "query")));
      return Optional.empty();
    } catch (FailureException e) {
      return Optional.of(new Outcome.Unusable(e.failure()));
    }
  }

  private static Mode mode(RefreshMode refresh) {
    return switch (refresh) {
      case FORCE_CACHE -> Mode.CACHED_ONLY;
      case BLOCKING, ASYNC, LAZY_ASYNC, ASYNC_EXCEPT_ON_CACHE_MISS -> Mode.FRESH;
      case FORCE_BLOCKING, FORCE_ASYNC -> Mode.FORCE;
    };
  }

  private void compute(Screen screen, List<Open> open) {
    answers.answer(
        screen.reader(),
        open.stream().map(Open::query).toList(),
        mode(screen.refresh()),
        (result, i) -> screen.tell(open.get(i), result));
  }

  /** Takes what there is, begins what is to be computed later and gives what to wait for. */
  private List<Open> inBackground(Screen screen, List<Open> open) {
    List<Open> waited = new ArrayList<>();
    for (Open asked : open) {
      Optional<Answer> known = known(screen, asked);
      if (known.isEmpty() && screen.refresh() == RefreshMode.ASYNC_EXCEPT_ON_CACHE_MISS) {
        waited.add(asked);
        continue;
      }
      boolean holds = known.isPresent() && holds(screen.reader(), known.get(), screen.refresh());
      Jobs.Status<Asked> job = holds ? null : begin(screen.reader(), asked);
      if (known.isPresent()) {
        screen.answered(asked, known.get(), job);
      } else {
        screen.each().accept(new Outcome.NotComputed(asked.query(), job), asked.place());
      }
    }
    return waited;
  }

  private Optional<Answer> known(Screen screen, Open asked) {
    return screen.refresh() == RefreshMode.FORCE_ASYNC
        ? Optional.empty()
        : answers.known(screen.reader(), asked.query());
  }

  private boolean holds(Reader reader, Answer answer, RefreshMode refresh) {
    boolean recent = clock.instant().isBefore(answer.computedAt().plus(SOMEWHAT_OLD));
    return answers.isFresh(reader, answer) || (refresh == RefreshMode.LAZY_ASYNC && recent);
  }

  private Jobs.Status<Asked> begin(Reader reader, Open asked) {
    Ask ask = asked.ask();
    return jobs.begin(
        reader,
        asked.query(),
        ask.id(),
        new Asked(asked.query(), ask.node(), ask.insight(), ask.dashboard()));
  }

  /** The job of this id, if it is the project's. */
  Optional<Jobs.Status<Asked>> job(Project project, String id) {
    return jobs.find(readers.of(project), id);
  }

  /** What a job gave, as it is shown. */
  ObjectNode response(Project project, Asked about, Answer answer) {
    return QueryWire.response(about.query(), about.node(), answer, readers.of(project));
  }

  /** Cancels the job of this id, if it is the project's. */
  Optional<Jobs.Status<Asked>> cancel(Project project, String id) {
    return jobs.cancel(readers.of(project), id);
  }
}
