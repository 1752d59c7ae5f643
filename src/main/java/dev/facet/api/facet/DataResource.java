package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.access.Permission;
import dev.facet.access.share.Share.Subject;
import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.form.Fields;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.overlay.GivenChoices;
import dev.facet.form.tree.FilterValues;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.transform.Figure;
import java.util.List;

/** All charts of a dashboard in one request, and what they may be narrowed down to. */
final class DataResource {
  private static final Permission DASHBOARDS = Permission.toRead("dashboard");
  private static final Permission QUERIES = Permission.toRead("query");

  private final Screens screens;
  private final Dashboards dashboards;
  private final Readers readers;
  private final Answers answers;

  DataResource(Screens screens, FacetRoutes.Parts parts) {
    this.screens = screens;
    this.dashboards = parts.dashboards();
    this.readers = parts.readers();
    this.answers = parts.answers();
  }

  Response data(Request request) {
    Project project = project(request);
    Screens.Address address =
        new Screens.Address(
            actor(request, project),
            Subject.dashboard(request.pathNumber("id")),
            request.rawQuery());
    return screens.respond(request, project, address, () -> View.read(request));
  }

  /** The answer to {@code {"query"}}, looked at as the address says. */
  Response preview(Request request) {
    Project project = request.recall(Caller.class).project(request.pathNumber("project"), QUERIES);
    Fields fields = Fields.of(Json.read(request.body()), "");
    ObjectNode query = fields.tree("query");
    if (query == null) {
      throw Fields.missing(fields.path("query"));
    }
    fields.done();
    return screens.preview(project, query, View.read(request));
  }

  private static Project project(Request request) {
    Caller caller = request.recall(Caller.class);
    boolean asks = caller.credential().scope().gives(QUERIES);
    return caller.project(request.pathNumber("project"), asks ? QUERIES : DASHBOARDS);
  }

  private static Actor actor(Request request, Project project) {
    return new Actor(project.id(), request.recall(Caller.class).user().id());
  }

  /** The values of one of its filters, each with what it is called. */
  Response values(Request request) {
    Project project = project(request);
    AvailableFilter filter = filter(request, actor(request, project));
    FilterValues asked = FilterValues.of(filter);
    List<Result> results =
        answers.answer(readers.of(project), List.of(asked.values(), asked.labels()), Mode.FRESH);
    List<Figure.Point> values = points(filter, results.get(0));
    List<Figure.Point> labels = points(filter, results.get(1));
    ArrayNode written = FacetWire.array();
    for (int i = 0; i < values.size(); i++) {
      written.addObject().put("value", values.get(i).key()).put("label", labels.get(i).key());
    }
    ObjectNode body = FacetWire.object();
    body.set("results", written);
    return Response.json(200, body);
  }

  private AvailableFilter filter(Request request, Actor actor) {
    String name = request.pathParameter("name");
    List<AvailableFilter> available =
        dashboards.read(
            actor, reader -> Screen.available(reader.get(request.pathNumber("id")).content()));
    return GivenChoices.find(available, name)
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.NotFound(
                        "filter_not_found",
                        null,
                        GivenChoices.unknown(available, name, "name").failure().message())));
  }

  private static List<Figure.Point> points(AvailableFilter filter, Result result) {
    return switch (result) {
      case Result.Answered(Answer answer) when answer.figure() instanceof Figure.Points points ->
          points.points();
      case Result.Answered _ -> throw FilterValues.wrong(filter, "gives no buckets.");
      case Result.Failed(Failure failure) -> throw new FailureException(failure);
      case Result.Unknown _ ->
          throw new FailureException(new Failure.Upstream("unknown", "Not computed."));
    };
  }
}
