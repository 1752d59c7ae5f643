package dev.facet.api.facet.screen;

import dev.facet.api.Readers;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
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

  private Response file(Request request, Subject subject) {
    Format format = format(request.pathParameter("format"));
    Project project = DataResource.project(request);
    Reports.File file =
        reports.file(DataResource.actor(request, project), readers.of(project), subject, format);
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
