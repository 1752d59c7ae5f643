package dev.facet.report;

import dev.facet.model.Period;
import dev.facet.report.chart.ColorBook;
import dev.facet.report.chart.TextCard;
import dev.facet.report.chart.Theme;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Lettering;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Pdf;
import dev.facet.report.draw.Picture;
import dev.facet.report.draw.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws a screen: its title and dates, and each card at its place.
 *
 * @param at when it is drawn
 */
public record ScreenPainter(Screen screen, Instant at) {
  private static final double A4_HEIGHT = ScreenLayout.WIDTH * Pdf.A4;
  private static final Lettering TITLE = Lettering.bold(26);
  private static final Lettering SECTION = Lettering.bold(16);
  private static final Lettering NOTE = Lettering.of(13);

  /** All of it on one picture. */
  public Picture whole() {
    ScreenLayout layout = ScreenLayout.of(screen);
    Canvas canvas = new Canvas();
    double height = layout.bottom() + ScreenLayout.MARGIN / 2;
    head(canvas, height);
    blocks(canvas, layout.blocks(), new ColorBook());
    return canvas.picture(ScreenLayout.WIDTH, height);
  }

  /** On pages of A4. */
  public List<Picture> pages() {
    double foot = 40;
    List<ScreenLayout.Page> pages = ScreenLayout.of(screen).pages(A4_HEIGHT - foot);
    List<Picture> pictures = new ArrayList<>();
    ColorBook colors = new ColorBook();
    for (ScreenLayout.Page page : pages) {
      Canvas canvas = new Canvas();
      if (pictures.isEmpty()) {
        head(canvas, A4_HEIGHT);
      } else {
        canvas.box(new Frame(0, 0, ScreenLayout.WIDTH, A4_HEIGHT), 0, Theme.PAGE);
      }
      blocks(canvas, page.blocks(), colors);
      foot(canvas, (pictures.size() + 1) + " / " + pages.size());
      pictures.add(canvas.picture(ScreenLayout.WIDTH, A4_HEIGHT));
    }
    return pictures;
  }

  private void foot(Canvas canvas, String number) {
    double y = A4_HEIGHT - 18;
    double right = ScreenLayout.WIDTH - ScreenLayout.MARGIN;
    String title = NOTE.cut(screen.title(), ScreenLayout.WIDTH / 2);
    canvas.text(new Point(ScreenLayout.MARGIN, y), title, NOTE, Anchor.START, Theme.MUTED);
    canvas.text(new Point(right, y), number, NOTE, Anchor.END, Theme.MUTED);
  }

  private void head(Canvas canvas, double height) {
    canvas.box(new Frame(0, 0, ScreenLayout.WIDTH, height), 0, Theme.PAGE);
    double left = ScreenLayout.MARGIN;
    double room = ScreenLayout.WIDTH - 2 * left;
    String title = TITLE.cut(screen.title(), room);
    canvas.text(new Point(left, 44), title, TITLE, Anchor.START, Theme.TEXT);
    Period period = common();
    String made = "as of " + Dates.moment(at, screen.zone());
    String note = period == null ? made : Dates.of(period, screen.zone()) + " · " + made;
    canvas.text(new Point(left, 68), note, NOTE, Anchor.START, Theme.MUTED);
    if (screen.sections().stream().allMatch(section -> section.items().isEmpty())) {
      Frame frame = new Frame(left, ScreenLayout.HEADER, room, 60);
      new TextCard(canvas).sentence(frame, "There is nothing on this dashboard.", Theme.MUTED);
    }
  }

  /** The period of all cards, null when they differ. */
  private @Nullable Period common() {
    List<Period> all =
        screen.sections().stream()
            .flatMap(section -> section.items().stream())
            .map(Screen.Item::period)
            .filter(Objects::nonNull)
            .filter(period -> !CardPainter.isMoment(period))
            .distinct()
            .toList();
    return all.size() == 1 ? all.getFirst() : null;
  }

  private void blocks(Canvas canvas, List<ScreenLayout.Block> blocks, ColorBook colors) {
    CardPainter cards = new CardPainter(canvas, colors, screen.zone(), common());
    for (ScreenLayout.Block block : blocks) {
      switch (block.content()) {
        case ScreenLayout.Content.Heading(String title) -> {
          Frame frame = block.frame();
          String cut = SECTION.cut(title, frame.width());
          canvas.text(new Point(frame.x(), frame.y() + 22), cut, SECTION, Anchor.START, Theme.TEXT);
        }
        case ScreenLayout.Content.OfItem(Screen.Item item) -> cards.draw(block.frame(), item);
      }
    }
  }
}
