package dev.facet.api.facet.screen;

import dev.facet.access.share.Share;
import dev.facet.api.Readers;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.question.View;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.report.Format;
import dev.facet.report.Reports;
import dev.facet.report.Reports.Subject;
import java.util.Arrays;

/** A dashboard, or one of its charts, as a file that shows what its address says. */
public record FilesResource(Reports reports, Readers readers) {

  /** All of it. */
  public Response dashboard(Request request) {
    Look look = Look.of(request.query());
    return file(request, new Subject.OfDashboard(request.pathNumber("id"), look.view()));
  }

  /** One chart. */
  public Response chart(Request request) {
    long chart = request.pathNumber("chart");
    View view = Look.of(request.query()).view();
    return file(request, new Subject.OfChart(request.pathNumber("id"), chart, view));
  }

  /** What is shared, or one chart of it, for a visitor who was let in. */
  public Response visited(Request request, Project project, Share.Subject shared, Look look) {
    Subject subject =
        switch (shared.kind()) {
          case INSIGHT -> new Subject.OfInsight(shared.id());
          case DASHBOARD ->
              request.hasPathParameter("chart")
                  ? new Subject.OfChart(shared.id(), request.pathNumber("chart"), look.view())
                  : new Subject.OfDashboard(shared.id(), look.view());
        };
    return file(request, project, new Actor(project.id(), null), subject);
  }

  private Response file(Request request, Subject subject) {
    Project project = DataResource.project(request);
    return file(request, project, DataResource.actor(request, project), subject);
  }

  private Response file(Request request, Project project, Actor actor, Subject subject) {
    Format format = format(request.pathParameter("format"));
    Reports.File file = reports.file(actor, readers.of(project), subject, format);
    return Response.bytes(200, format.servedAs(), file.content())
        .with("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
  }

  private static Format format(String word) {
    return Arrays.stream(Format.values())
        .filter(format -> format.extension().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                FailureException.invalid(
                    "format",
                    "format",
                    "There is no format '%s'; there are %s."
                        .formatted(
                            word,
                            String.join(
                                ", ",
                                Arrays.stream(Format.values()).map(Format::extension).toList()))));
  }
}
