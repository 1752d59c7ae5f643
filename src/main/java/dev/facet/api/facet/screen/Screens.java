package dev.facet.api.facet.screen;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.access.share.Share;
import dev.facet.access.share.Share.Subject;
import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.Ready;
import dev.facet.api.facet.FacetRoutes;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.catalog.Catalog;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.question.Questions;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Query;
import dev.facet.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers all charts of a screen in one response: whole, or one by one as they are ready. Whole
 * answers are kept as the bytes they were sent as, for as long as data, definitions and clock leave
 * them true.
 */
public final class Screens {
  private final Dashboards dashboards;
  private final Readers readers;
  private final Answers answers;
  private final Store store;
  private final Catalog catalog;
  private final InstantSource clock;
  private final Ready<Address> ready;

  /**
   * What is looked at, by whom: private dashboards are one user's.
   *
   * @param parameters what the address says of the view; equal texts give equal views
   */
  public record Address(Actor actor, Subject subject, String parameters) {
    /** Whether nobody in particular looks, who is to see answers only. */
    boolean isPublic() {
      return actor.user() == null;
    }
  }

  /** Where the project's data and all definitions stood when the answer was begun. */
  private record Moment(long position, long definitions, Instant at) {}

  public Screens(FacetRoutes.Parts parts) {
    this.dashboards = parts.dashboards();
    this.readers = parts.readers();
    this.answers = parts.answers();
    this.store = parts.store();
    this.catalog = parts.catalog();
    this.clock = parts.clock();
    this.ready = new Ready<>(parts.cacheBytes());
  }

  /**
   * The response to a request.
   *
   * @param look how it is looked at, read only when the answer is not at hand
   */
  public Response respond(Request request, Project project, Address address, Supplier<Look> look) {
    if (request.accepts(Response.EVENT_STREAM)) {
      return stream(project, address, look.get());
    }
    return ready.find(address).orElseGet(() -> whole(project, address, look.get()));
  }

  private boolean holds(Project project, Moment before, Instant until) {
    Moment now = moment(project);
    return now.position() == before.position()
        && now.definitions() == before.definitions()
        && now.at().isBefore(until);
  }

  private Moment moment(Project project) {
    return new Moment(
        store.position(project.id()),
        catalog.definitionsVersion(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private Questions screen(Address address, Look look, Reader asks) {
    Subject subject = address.subject();
    Questions screen =
        dashboards.read(
            address.actor(),
            reader ->
                switch (subject.kind()) {
                  case DASHBOARD ->
                      Questions.of(reader, subject.id(), look.view(), asks.definitions());
                  case INSIGHT -> Questions.of(reader.insight(subject.id()));
                });
    if (subject.kind() == Share.Kind.DASHBOARD) {
      dashboards.accessed(address.actor(), subject.id());
    }
    return screen;
  }

  /**
   * What one of the charts of a dashboard asks.
   *
   * @param chart its number
   */
  public Query query(Address address, long chart, Look look, Reader asks) {
    Questions.Item item =
        screen(address, look, asks).items().stream()
            .filter(each -> each.id() == chart)
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no chart " + chart + " here."));
    return switch (item.shows()) {
      case Questions.Shows.Answer(Query query) -> query;
      case Questions.Shows.Nothing(Failure failure) -> throw new FailureException(failure);
      case Questions.Shows.Text _ ->
          throw FailureException.invalid("no_question", null, "A text asks nothing.");
    };
  }

  private Response whole(Project project, Address address, Look look) {
    Moment moment = moment(project);
    Reader reader = readers.of(project);
    Questions screen = screen(address, look, reader);
    List<Result> results = answers.answer(reader, screen.queries(), look.mode());
    Response response =
        Response.bytes(200, Response.JSON, bytes(screen, results, moment, writer(address, reader)))
            .packed();
    if (look.mode() != Mode.FORCE && results.stream().allMatch(r -> isLasting(r, moment))) {
      Instant until =
          results.stream().map(Screens::validUntil).min(Instant::compareTo).orElse(Instant.MAX);
      ready.keep(address, response, () -> holds(project, moment, until));
    }
    return response;
  }

  /** The answer to a question that nobody saved, as that of a screen with one chart. */
  Response preview(Project project, JsonNode query, Look look) {
    Moment moment = moment(project);
    Reader reader = readers.of(project);
    Questions screen = Questions.of(query, look.view(), reader.definitions());
    List<Result> results = answers.answer(reader, screen.queries(), look.mode());
    ChartWriter charts = new ChartWriter(reader.definitions(), false);
    return Response.bytes(200, Response.JSON, bytes(screen, results, moment, charts));
  }

  private static boolean isLasting(Result result, Moment moment) {
    return switch (result) {
      case Result.Answered(Answer answer) -> answer.position() == moment.position();
      case Result.Failed(Failure failure) -> failure instanceof Failure.Invalid;
      case Result.Unknown unknown -> false;
    };
  }

  private static Instant validUntil(Result result) {
    return result instanceof Result.Answered(Answer answer)
        ? answer.planned().validUntil()
        : Instant.MAX;
  }

  private static ChartWriter writer(Address address, Reader reader) {
    return new ChartWriter(reader.definitions(), address.isPublic());
  }

  private static byte[] bytes(
      Questions screen, List<Result> results, Moment moment, ChartWriter charts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("position", moment.position());
      out.writeStringField("as_of", moment.at().toString());
      out.writeArrayFieldStart("charts");
      int next = 0;
      for (Questions.Item item : screen.items()) {
        boolean asks = item.shows() instanceof Questions.Shows.Answer;
        charts.write(out, item, asks ? results.get(next++) : null);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Response stream(Project project, Address address, Look look) {
    Reader reader = readers.of(project);
    Questions screen = screen(address, look, reader);
    Moment moment = moment(project);
    return Response.stream(
        Response.EVENT_STREAM,
        out -> {
          ScreenEvents events = new ScreenEvents(out, writer(address, reader), screen);
          events.start(moment.position(), moment.at());
          events.unasked();
          answer(events, screen, reader, look.mode());
          events.end();
        });
  }

  private void answer(ScreenEvents events, Questions screen, Reader reader, Mode mode) {
    try {
      answers.answer(reader, screen.queries(), mode, events::answered);
    } catch (FailureException e) {
      events.rest(e.failure());
    }
  }
}
