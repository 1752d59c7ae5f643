package dev.facet.api.posthog.export;

import dev.facet.api.Readers;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.InsightView;
import dev.facet.api.posthog.Onlooker;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.dashboard.Insight;
import dev.facet.report.Format;
import dev.facet.report.Reports;
import java.text.Normalizer;
import java.util.Locale;

/** The files that dashboards and insights become, as an onlooker sees them. */
public record Files(Reports reports, Readers readers, InsightView insights) {
  private static final int LONGEST_NAME = 80;

  /** A dashboard's picture, its pages, or its workbook. */
  byte[] dashboard(Onlooker onlooker, long id, Format format) {
    return drawn(onlooker, new Reports.Subject.OfDashboard(id), format);
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
    return switch (format) {
      case PNG -> reports.png(onlooker.actor(), reader, subject);
      case PDF -> reports.pdf(onlooker.actor(), reader, subject);
      case XLSX -> reports.xlsx(onlooker.actor(), reader, subject);
      case CSV -> throw new IllegalArgumentException("Rows are not drawn");
    };
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
    String type = format == Format.CSV ? "text/csv; charset=utf-8" : format.contentType();
    return Response.bytes(200, type, content)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  static String name(Insight insight, Format format) {
    Insight.Definition said = insight.definition();
    String name = said.name();
    return name(name == null || name.isBlank() ? insight.shortId() : name, format);
  }

  /** {@code export-weekly-signups.png}. */
  static String name(String title, Format format) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return (cut.isEmpty() ? "export" : "export-" + cut) + "." + format.extension();
  }
}
