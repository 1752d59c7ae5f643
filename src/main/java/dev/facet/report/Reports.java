package dev.facet.report;

import dev.facet.answer.Reader;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.question.View;
import dev.facet.report.draw.Pdf;
import dev.facet.report.draw.Png;
import dev.facet.report.draw.Svg;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Files of dashboards and insights, as an actor sees them. */
public record Reports(Screens screens, Press press, InstantSource clock) {

  /** What a file is about. */
  public sealed interface Subject {

    /** A dashboard with all its cards. */
    record OfDashboard(long id, View view) implements Subject {}

    /** One chart of a dashboard. */
    record OfChart(long dashboard, long chart, View view) implements Subject {}

    /** One insight. */
    record OfInsight(long id) implements Subject {}
  }

  /** A file, and what to call it. */
  @SuppressWarnings("ArrayRecordComponent")
  public record File(String name, byte[] content) {}

  /**
   * The subject in a format: on one picture, on pages of A4, or its numbers, texts and reasons as
   * rows, in sheets of their own or one below the other.
   */
  public File file(Actor actor, Reader reader, Subject subject, Format format) {
    Screen whole = screen(actor, reader, subject);
    Screen screen = actor.user() == null ? whole.discreet() : whole;
    ScreenPainter painter = new ScreenPainter(screen, clock.instant());
    byte[] content =
        press.print(
            () ->
                switch (format) {
                  case PNG -> Png.of(painter.whole());
                  case SVG -> Svg.of(painter.whole()).getBytes(StandardCharsets.UTF_8);
                  case PDF -> Pdf.of(screen.title(), painter.at(), painter.pages());
                  case XLSX -> Xlsx.of(ScreenSheets.of(screen));
                  case CSV -> ScreenLines.of(screen).getBytes(StandardCharsets.UTF_8);
                });
    return new File(format.name(screen.title()), content);
  }

  private Screen screen(Actor actor, Reader reader, Subject subject) {
    return switch (subject) {
      case Subject.OfDashboard(long id, View view) -> screens.dashboard(actor, reader, id, view);
      case Subject.OfChart chart -> screens.chart(actor, reader, chart);
      case Subject.OfInsight(long id) -> screens.insight(actor, reader, id);
    };
  }
}
