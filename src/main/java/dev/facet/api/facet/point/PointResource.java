package dev.facet.api.facet.point;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facet.access.Caller;
import dev.facet.access.share.Share.Subject;
import dev.facet.answer.Answers;
import dev.facet.answer.Reader;
import dev.facet.api.Readers;
import dev.facet.api.TableWriter;
import dev.facet.api.facet.Slice;
import dev.facet.api.facet.screen.Look;
import dev.facet.api.facet.screen.Screens;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is behind a point of a chart, as the dashboard is looked at; as JSON, or as CSV. */
public final class PointResource {
  private static final String CSV = "text/csv";
  private static final Set<String> PARAMETERS =
      Set.of("point", "show", "search", "limit", "cursor");
  private static final int MAX_SEARCH = 200;

  /** How many rows a file has at most. */
  private static final int MOST = 10_000;

  private final Screens screens;
  private final Readers readers;
  private final Answers answers;
  private final InstantSource clock;

  public PointResource(Screens screens, Readers readers, Answers answers, InstantSource clock) {
    this.screens = screens;
    this.readers = readers;
    this.answers = answers;
    this.clock = clock;
  }

  public Response behind(Request request) {
    Project project = request.recall(Project.class);
    Reader reader = readers.of(project);
    Point point = Point.read(request);
    Behind behind =
        new Behind(answers, reader, chart(request, project, reader), point, clock.instant());
    Behind.Kind kind = kind(request, behind.kinds());
    Slice slice = Slice.of(request);
    String search = search(request);
    if (request.accepts(CSV)) {
      Behind.Listed all = behind.list(kind, new Behind.Part(search, MOST, 0));
      String text = Sheet.of(all.table(), reader.definitions().zone());
      return Response.bytes(200, CSV + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
          .with("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(word(kind)));
    }
    Behind.Part part = new Behind.Part(search, (int) slice.limit(), (int) slice.offset());
    return json(kind, behind, part, reader);
  }

  private Query chart(Request request, Project project, Reader reader) {
    Look look = Look.among(request.query(), PARAMETERS);
    Screens.Address address =
        new Screens.Address(
            new Actor(project.id(), request.recall(Caller.class).user().id()),
            Subject.dashboard(request.pathNumber("id")),
            request.rawQuery());
    return screens.query(address, request.pathNumber("chart"), look, reader);
  }

  private static Behind.Kind kind(Request request, List<Behind.Kind> kinds) {
    if (kinds.isEmpty()) {
      throw FailureException.invalid(
          "nothing_behind",
          null,
          "Nothing is behind a point of this chart: it is computed from other numbers, or its rows are all there is.");
    }
    String word = request.query("show").orElse("");
    return word.isEmpty()
        ? kinds.getFirst()
        : kinds.stream()
            .filter(kind -> word(kind).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    Fields.notOneOf(
                        "show", word, kinds.stream().map(PointResource::word).toList()));
  }

  private static String word(Behind.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String search(Request request) {
    String search = request.query("search").orElse("").strip();
    if (search.length() > MAX_SEARCH) {
      throw FailureException.invalid(
          "max_length", "search", "A search has up to " + MAX_SEARCH + " characters.");
    }
    return search.isEmpty() ? null : search;
  }

  private static Response json(Behind.Kind kind, Behind behind, Behind.Part part, Reader reader) {
    Behind.Listed listed = behind.list(kind, part);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("show", word(kind));
      out.writeArrayFieldStart("kinds");
      for (Behind.Kind one : behind.kinds()) {
        out.writeString(word(one));
      }
      out.writeEndArray();
      out.writeNumberField("total", listed.total());
      out.writeNumberField("position", listed.answer().position());
      out.writeStringField("as_of", listed.answer().computedAt().toString());
      new TableWriter(reader.definitions().zone()).write(out, listed.table());
      out.writeStringField(
          "next", listed.more() ? String.valueOf(part.offset() + part.limit()) : null);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.bytes(200, Response.JSON, bytes.toByteArray());
  }
}
