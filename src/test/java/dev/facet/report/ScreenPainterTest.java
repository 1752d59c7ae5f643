package dev.facet.report;

import static dev.facet.report.Exhibits.NOW;
import static dev.facet.report.Exhibits.WEEK;
import static dev.facet.report.Exhibits.alone;
import static dev.facet.report.Exhibits.column;
import static dev.facet.report.Exhibits.days;
import static dev.facet.report.Exhibits.exhibit;
import static dev.facet.report.Exhibits.item;
import static dev.facet.report.Exhibits.screen;
import static dev.facet.report.Exhibits.table;
import static dev.facet.report.Exhibits.totals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dashboard.content.Place;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.report.Screen.Item;
import dev.facet.report.Screen.Shows;
import dev.facet.report.chart.Exhibit;
import dev.facet.report.draw.Mark;
import dev.facet.report.draw.Pdf;
import dev.facet.report.draw.Picture;
import dev.facet.report.draw.Png;
import dev.facet.report.draw.Svg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is drawn for each kind of chart, and the files it becomes. */
class ScreenPainterTest {

  private static Picture drawn(Exhibit exhibit) {
    return drawn(screen("Report", alone(exhibit)));
  }

  private static Picture drawn(Screen screen) {
    return new ScreenPainter(screen, NOW).whole();
  }

  private static <T extends Mark> List<T> marks(Picture picture, Class<T> type) {
    return picture.marks().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Lines thicker than those of the grid. */
  private static List<Mark.Line> drawnLines(Picture picture) {
    return marks(picture, Mark.Line.class).stream().filter(line -> line.width() > 1).toList();
  }

  private static List<Mark.Box> boxes(Picture picture, String color) {
    return marks(picture, Mark.Box.class).stream()
        .filter(box -> box.ink().color().equals(color))
        .toList();
  }

  @Test
  void a_line_has_a_point_for_each_day_and_a_legend_when_there_are_several() {
    Picture one = drawn(exhibit("line", days(1), "Visits"));
    assertThat(drawnLines(one)).singleElement().satisfies(l -> assertThat(l.points()).hasSize(7));
    assertThat(one.texts())
        .contains("Report", "2 Mar 2026 – 8 Mar 2026 · as of 10 Mar 2026, 12:00 (Z)")
        .contains("0", "2", "4", "6", "2 Mar", "8 Mar")
        .doesNotContain("Visits");
    Picture two = drawn(exhibit("line", days(2), "Visits", "Orders"));
    assertThat(drawnLines(two))
        .extracting(l -> l.ink().color())
        .containsExactly("#2f6db5", "#d9822b");
    assertThat(two.texts()).contains("Visits", "Orders");
  }

  @Test
  void a_compared_period_is_dashed_and_lies_under_the_present_one() {
    List<List<Object>> rows = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      long time = Micros.of(WEEK.from()) + day * Micros.DAY;
      rows.add(Arrays.asList(0L, "current", time, 5.0 + day));
      rows.add(Arrays.asList(0L, "previous", time - 7 * Micros.DAY, 5.0 + day));
    }
    Table table =
        table(
            List.of(
                column("series", Type.INTEGER),
                column("period", Type.TEXT),
                column("time", Type.TIME),
                column("value", Type.NUMBER)),
            rows.toArray(List[]::new));
    Picture picture = drawn(exhibit("line", table, "Visits"));
    assertThat(drawnLines(picture)).extracting(Mark.Line::dashed).containsExactly(false, true);
    assertThat(drawnLines(picture).get(0).points()).isEqualTo(drawnLines(picture).get(1).points());
    assertThat(picture.texts()).contains("Visits (previous period)").doesNotContain("23 Feb");
  }

  @Test
  void columns_bars_and_slices_wear_the_colours_of_their_values() {
    Table table = totals("Chrome", 60.0, "Firefox", 30.0, "$$_posthog_breakdown_other_$$", 10.0);
    Picture bars = drawn(exhibit("bars", table, "Visits"));
    assertThat(bars.texts()).contains("Chrome", "Firefox", "Other", "60", "30", "10");
    assertThat(boxes(bars, "#bcc4cd")).hasSize(1);
    Picture pie = drawn(exhibit("pie", table, "Visits"));
    List<Mark.Ring> rings = marks(pie, Mark.Ring.class);
    assertThat(rings).hasSize(3);
    assertThat(pie.texts()).contains("60 (60%)", "30 (30%)", "10 (10%)");
    assertThat(boxes(bars, rings.getFirst().ink().color())).hasSize(1);
    assertThat(boxes(drawn(exhibit("columns", days(1), "Visits")), "#2f6db5")).hasSize(6);
  }

  @Test
  void a_number_tells_its_change() {
    Table table =
        table(
            List.of(
                column("series", Type.INTEGER),
                column("period", Type.TEXT),
                column("value", Type.NUMBER)),
            List.of(0L, "current", 1250.5),
            List.of(0L, "previous", 1000.0));
    assertThat(drawn(exhibit("metric", table, "Revenue")).texts())
        .contains("1,250.5")
        .anyMatch(text -> text.startsWith("+25.1%"));
  }

  @Test
  void a_funnel_tells_shares_and_times() {
    Table table =
        table(
            List.of(
                column("step", Type.INTEGER),
                column("name", Type.TEXT),
                column("count", Type.INTEGER),
                column("average_time", Type.NUMBER),
                column("median_time", Type.NUMBER)),
            Arrays.asList(0L, "visit", 200L, null, null),
            Arrays.asList(1L, "cart", 50L, 90.0, 60.0),
            Arrays.asList(2L, "order", 20L, 7200.0, 60.0));
    Picture picture = drawn(exhibit("funnel", table));
    assertThat(picture.texts())
        .contains("1. visit", "200", "2. cart", "50 (25%), 1 min 30 s on average", "3. order")
        .contains("20 (10%), 40% of the step before, 2 h on average");
    List<Mark.Box> bars = boxes(picture, "#2f6db5");
    assertThat(bars).hasSize(3);
    assertThat(bars.get(1).frame().width())
        .isCloseTo(bars.get(0).frame().width() / 4, org.assertj.core.data.Offset.offset(0.01));
  }

  @Test
  void retention_is_a_grid_without_what_is_still_to_come() {
    long week = 7 * Micros.DAY;
    long first = Micros.of(WEEK.from()) - week;
    Table table =
        table(
            List.of(
                column("cohort", Type.TIME),
                column("interval", Type.INTEGER),
                column("count", Type.INTEGER)),
            List.of(first, 0L, 40L),
            List.of(first, 1L, 10L),
            List.of(first + week, 0L, 8L),
            List.of(first + week, 1L, 0L));
    assertThat(drawn(exhibit("retention", table)).texts())
        .contains("23 Feb", "2 Mar", "40", "8", "25%")
        .doesNotContain("0%");
  }

  @Test
  void a_table_counts_what_does_not_fit() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(List.of("row " + i, (long) i));
    }
    Table table =
        table(
            List.of(column("first_name", Type.TEXT), column("n", Type.INTEGER)),
            rows.toArray(List[]::new));
    assertThat(drawn(exhibit("table", table)).texts())
        .contains("First name", "N", "row 0", "row 15")
        .doesNotContain("row 50")
        .anyMatch(text -> text.matches("and \\d+ more rows"));
  }

  @Test
  void a_broken_card_says_why_and_leaves_the_others_alone() {
    Item broken =
        new Item(new Place(0, 0, 6, 4), "Broken", new Shows.Fails("There is no such maths."), null);
    Item text =
        new Item(new Place(6, 0, 6, 4), "", new Shows.Says("## Note\n- **one** <two>"), null);
    Item whole = item(new Place(0, 4, 12, 4), "Whole", exhibit("line", days(1), "Visits"));
    Item empty =
        item(new Place(0, 8, 12, 4), "Empty", exhibit("line", table(days(1).columns()), "Visits"));
    Picture picture = drawn(screen("Board", broken, text, whole, empty));
    assertThat(picture.texts())
        .contains("Broken", "There is no such maths.", "Note", "one <two>", "Whole")
        .contains("No data in this period.");
    assertThat(drawnLines(picture)).hasSize(1);
    assertThat(Svg.of(picture)).contains(">one &lt;two&gt;</text>").doesNotContain("<two>");
  }

  @Test
  void every_letter_is_shown_as_something() throws Exception {
    Picture picture =
        drawn(screen("Обзор é ⇒ 🚀\u0000\tx", alone(exhibit("line", days(1), "نظرة"))));
    assertThat(Png.of(picture)).isNotEmpty();
    byte[] pdf = Pdf.of("t", NOW, List.of(picture));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Обзор é ⇒ \uFFFD  x");
    }
  }

  @Test
  void a_png_is_as_large_as_the_screen_twice_and_not_blank() throws Exception {
    Picture picture = drawn(exhibit("line", days(3), "a", "b", "c"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(picture)));
    assertThat(image.getWidth()).isEqualTo(2400);
    assertThat(image.getHeight()).isEqualTo((int) Math.ceil(picture.height() * 2));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(100);
    assertThat(Arrays.stream(pixels).filter(p -> p == 0xff1f2933).count()).isGreaterThan(200);
    assertThat(Arrays.stream(pixels).filter(p -> p == 0xff2f6db5).count()).isGreaterThan(1000);
  }

  @Test
  void a_long_screen_is_scaled_down_in_a_png_and_cut_between_cards_in_a_pdf() throws Exception {
    Item[] items = new Item[40];
    for (int i = 0; i < items.length; i++) {
      items[i] = item(new Place(0, 5 * i, 12, 5), "Card " + i, exhibit("line", days(1), "Visits"));
    }
    Screen screen = screen("Long", items);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(drawn(screen))));
    assertThat((long) image.getWidth() * image.getHeight()).isLessThan(12_100_000);
    List<Picture> pages = new ScreenPainter(screen, NOW).pages();
    assertThat(pages).hasSize(11);
    try (PDDocument document = Loader.loadPDF(Pdf.of("Long", NOW, pages))) {
      assertThat(document.getNumberOfPages()).isEqualTo(11);
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Long", "Card 0", "Card 39", "1 / 11", "11 / 11", "8 Mar");
      assertThat(text.split("Card ", -1)).hasSize(41);
    }
  }

  @Test
  void an_empty_dashboard_says_so() {
    assertThat(drawn(screen("Nothing")).texts()).contains("There is nothing on this dashboard.");
    assertThat(new ScreenPainter(screen("Nothing"), NOW).pages()).hasSize(1);
  }
}
