package dev.facet.report;

import dev.facet.answer.Reader;
import dev.facet.dashboard.Actor;
import dev.facet.report.draw.Pdf;
import dev.facet.report.draw.Png;
import java.time.InstantSource;

/** Files of dashboards and insights, as an actor sees them. */
public record Reports(Screens screens, Press press, InstantSource clock) {

  /** What a file is about. */
  public sealed interface Subject {

    /** A dashboard with all its cards. */
    record OfDashboard(long id) implements Subject {}

    /** One insight. */
    record OfInsight(long id) implements Subject {}
  }

  /** All of the subject on one picture. */
  public byte[] png(Actor actor, Reader reader, Subject subject) {
    ScreenPainter painter = painter(actor, reader, subject);
    return press.print(() -> Png.of(painter.whole()));
  }

  /** The subject on pages of A4. */
  public byte[] pdf(Actor actor, Reader reader, Subject subject) {
    ScreenPainter painter = painter(actor, reader, subject);
    return press.print(() -> Pdf.of(painter.screen().title(), painter.at(), painter.pages()));
  }

  /** The subject's numbers, texts and reasons in sheets, one for each chart. */
  public byte[] xlsx(Actor actor, Reader reader, Subject subject) {
    Screen screen = screen(actor, reader, subject);
    return press.print(() -> Xlsx.of(ScreenSheets.of(screen)));
  }

  private ScreenPainter painter(Actor actor, Reader reader, Subject subject) {
    return new ScreenPainter(screen(actor, reader, subject), clock.instant());
  }

  private Screen screen(Actor actor, Reader reader, Subject subject) {
    return switch (subject) {
      case Subject.OfDashboard(long id) -> screens.dashboard(actor, reader, id);
      case Subject.OfInsight(long id) -> screens.insight(actor, reader, id);
    };
  }
}
