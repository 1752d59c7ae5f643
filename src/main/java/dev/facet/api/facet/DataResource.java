package dev.facet.api.facet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.access.Caller;
import dev.facet.access.Permission;
import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.catalog.Catalog;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Definitions;
import dev.facet.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * All charts of a dashboard in one request: whole, or one by one as they are ready. Whole answers
 * are kept as the bytes they were sent as, for as long as data, definitions and clock leave them
 * true.
 */
final class DataResource {
  private static final Permission DASHBOARDS = Permission.toRead("dashboard");
  private static final Permission QUERIES = Permission.toRead("query");
  private static final int ENTRY = 500;

  private final Dashboards dashboards;
  private final Readers readers;
  private final Answers answers;
  private final Store store;
  private final Catalog catalog;
  private final InstantSource clock;
  private final Cache<Address, Sent> kept;

  /** What was asked, by whom: private dashboards are one user's. */
  private record Address(long project, long user, long dashboard, String parameters) {}

  /** An answer and what it holds for. */
  private record Sent(Response response, long position, long definitions, Instant validUntil) {}

  /** Where the project's data and all definitions stood when the answer was begun. */
  private record Moment(long position, long definitions, Instant at) {}

  DataResource(FacetRoutes.Parts parts) {
    this.dashboards = parts.dashboards();
    this.readers = parts.readers();
    this.answers = parts.answers();
    this.store = parts.store();
    this.catalog = parts.catalog();
    this.clock = parts.clock();
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(parts.cacheBytes())
            .weigher((Address address, Sent sent) -> weight(sent))
            .build();
  }

  private static int weight(Sent sent) {
    return sent.response().body() instanceof Response.Bytes(byte[] plain, byte[] gzipped)
        ? ENTRY + plain.length + (gzipped == null ? 0 : gzipped.length)
        : ENTRY;
  }

  Response data(Request request) {
    Caller caller = request.recall(Caller.class);
    boolean asks = caller.credential().scope().gives(QUERIES);
    Project project = caller.project(request.pathNumber("project"), asks ? QUERIES : DASHBOARDS);
    Address address =
        new Address(project.id(), caller.user().id(), request.pathNumber("id"), request.rawQuery());
    if (request.accepts(Response.EVENT_STREAM)) {
      return stream(request, project, address);
    }
    Moment moment = moment(project);
    Sent sent = kept.getIfPresent(address);
    return sent != null && holds(sent, moment)
        ? sent.response()
        : whole(request, project, address, moment);
  }

  private static boolean holds(Sent sent, Moment moment) {
    return sent.position() == moment.position()
        && sent.definitions() == moment.definitions()
        && moment.at().isBefore(sent.validUntil());
  }

  private Moment moment(Project project) {
    return new Moment(
        store.position(project.id()),
        catalog.definitionsVersion(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private Screen screen(Address address, View view) {
    Actor actor = new Actor(address.project(), address.user());
    Screen screen = dashboards.read(actor, reader -> Screen.of(reader, address.dashboard(), view));
    dashboards.accessed(actor, address.dashboard());
    return screen;
  }

  private Response whole(Request request, Project project, Address address, Moment moment) {
    View view = View.read(request);
    Screen screen = screen(address, view);
    Reader reader = readers.of(project);
    List<Result> results = answers.answer(reader, screen.queries(), view.mode());
    Response response =
        Response.bytes(200, Response.JSON, bytes(screen, results, moment, reader.definitions()))
            .packed();
    if (view.mode() != Mode.FORCE && results.stream().allMatch(r -> isLasting(r, moment))) {
      Instant until =
          results.stream()
              .map(DataResource::validUntil)
              .min(Instant::compareTo)
              .orElse(Instant.MAX);
      kept.put(address, new Sent(response, moment.position(), moment.definitions(), until));
    }
    return response;
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

  private static byte[] bytes(
      Screen screen, List<Result> results, Moment moment, Definitions definitions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    ChartWriter charts = new ChartWriter(definitions);
    try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("position", moment.position());
      out.writeStringField("as_of", moment.at().toString());
      out.writeArrayFieldStart("charts");
      int next = 0;
      for (Screen.Item item : screen.items()) {
        boolean asks = item.content() instanceof Screen.Content.Asks;
        charts.write(out, item, asks ? results.get(next++) : null);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Response stream(Request request, Project project, Address address) {
    View view = View.read(request);
    Screen screen = screen(address, view);
    Reader reader = readers.of(project);
    Moment moment = moment(project);
    return Response.stream(
        Response.EVENT_STREAM,
        out -> {
          ScreenEvents events =
              new ScreenEvents(out, new ChartWriter(reader.definitions()), screen);
          events.start(moment.position(), moment.at());
          events.unasked();
          answer(events, screen, reader, view.mode());
          events.end();
        });
  }

  private void answer(ScreenEvents events, Screen screen, Reader reader, Mode mode) {
    try {
      answers.answer(reader, screen.queries(), mode, events::answered);
    } catch (FailureException e) {
      events.rest(e.failure());
    }
  }
}
