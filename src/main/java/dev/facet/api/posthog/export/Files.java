package dev.facet.api.posthog.export;

import dev.facet.api.Readers;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.InsightView;
import dev.facet.api.posthog.Onlooker;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.question.View;
import dev.facet.report.Format;
import dev.facet.report.Reports;

/** The files that dashboards and insights become, as an onlooker sees them. */
public record Files(Reports reports, Readers readers, InsightView insights) {
  /** A dashboard's picture, its pages, or its workbook. */
  byte[] dashboard(Onlooker onlooker, long id, Format format) {
    return drawn(onlooker, new Reports.Subject.OfDashboard(id, View.OWN), format);
  }

  /** An insight's picture, page, rows or workbook. */
  byte[] insight(Onlooker onlooker, Insight insight, Format format) {
    return format == Format.CSV
        ? csv(onlooker, insight)
        : drawn(onlooker, new Reports.Subject.OfInsight(insight.id()), format);
  }

  /** The picture of a subject. */
  byte[] picture(Onlooker onlooker, Reports.Subject subject) {
    return drawn(onlooker, subject, Format.PNG);
  }

  private byte[] drawn(Onlooker onlooker, Reports.Subject subject, Format format) {
    var reader = readers.of(onlooker.project());
    return reports.file(onlooker.actor(), reader, subject, format).content();
  }

  private byte[] csv(Onlooker onlooker, Insight insight) {
    InsightView.Look look =
        new InsightView.Look(
            null, PostHogWire.object(), PostHogWire.object(), RefreshMode.BLOCKING);
    return ResultCsv.bytes(insights.answer(onlooker, insight, look));
  }

  /** An answer's rows to be saved as a file. */
  public static Response csv(Insight insight, byte[] content) {
    return saved(name(insight, Format.CSV), Format.CSV, content);
  }

  static Response saved(String name, Format format, byte[] content) {
    return Response.bytes(200, format.servedAs(), content)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  static String name(Insight insight, Format format) {
    Insight.Definition said = insight.definition();
    String name = said.name();
    return format.name(name == null || name.isBlank() ? insight.shortId() : name);
  }
}
