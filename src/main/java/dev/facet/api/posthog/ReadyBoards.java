package dev.facet.api.posthog;

import dev.facet.answer.Reader;
import dev.facet.api.Ready;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Asker.Known;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.model.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whole dashboards as they were sent. One is sent again as long as nobody changed a definition, no
 * look at anything of the project was written down nor is to be, the project's words mean the same
 * and each of its questions has the answer it had.
 */
final class ReadyBoards {
  private final Ready<Key> ready;
  private final Dashboards dashboards;
  private final Asker asker;

  /** Who asks for which dashboard; equal texts lay the same over it. */
  private record Key(
      Actor actor,
      long dashboard,
      Optional<String> filters,
      Optional<String> variables,
      Optional<String> refresh) {

    static Key of(Call call) {
      return new Key(
          call.actor(),
          call.id(),
          call.request().query("filters_override"),
          call.request().query("variables_override"),
          call.request().query("refresh"));
    }
  }

  /** How things stand in a project. */
  private record Moment(Dashboards.State state, Reader reader) {}

  /**
   * A dashboard that was made just now.
   *
   * @param outcomes what became of its questions
   * @param until when a look at it is written down again
   */
  record Made(Response response, List<Outcome> outcomes, Instant until) {}

  /**
   * @param bytes how many bytes are kept
   */
  ReadyBoards(long bytes, Dashboards dashboards, Asker asker) {
    this.ready = new Ready<>(bytes);
    this.dashboards = dashboards;
    this.asker = asker;
  }

  /** The response that is at hand, or else the one that {@code make} makes. */
  Response respond(Call call, Supplier<Made> make) {
    Key key = Key.of(call);
    return ready.find(key).orElseGet(() -> made(call, key, make));
  }

  private Response made(Call call, Key key, Supplier<Made> make) {
    Project project = call.project();
    Moment before = moment(project);
    Made made = make.get();
    Optional<List<Known>> known = known(made.outcomes());
    if (known.isEmpty()) {
      return made.response();
    }
    Response packed = made.response().packed();
    Asker.Look look = new Asker.Look(before.reader(), call.refresh(), known.get());
    ready.keep(
        key,
        packed,
        () -> before.equals(moment(project)) && asker.holds(look) && asker.isBefore(made.until()));
    return packed;
  }

  private Moment moment(Project project) {
    return new Moment(dashboards.state(project.id()), asker.reader(project));
  }

  /** What was known of the questions; empty when some of it was only made for this occasion. */
  private static Optional<List<Known>> known(List<Outcome> outcomes) {
    List<Known> known = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Answered(var query, _, var answer, var job)
            when job == null && answer.cached() ->
            known.add(new Known(query, answer));
        case Outcome.NotComputed(var query, var job) when job == null ->
            known.add(new Known(query, null));
        case Outcome.NoQuery _, Outcome.Unusable _ -> {}
        case Outcome.Answered _, Outcome.NotComputed _, Outcome.Failed _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(known);
  }
}
