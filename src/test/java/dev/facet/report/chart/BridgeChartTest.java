package dev.facet.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Mark;
import dev.facet.report.draw.Picture;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A bridge in files goes the same way as the page's. */
class BridgeChartTest {
  private static final Frame FRAME = new Frame(0, 0, 700, 300);
  private static final Table MOVED =
      row(
          List.of("mrr_start", "new_mrr", "churned_mrr", "mrr"),
          Arrays.asList(0.1, 0.2, -0.05, 0.25));

  private static Table row(List<String> metrics, List<@Nullable Object> values) {
    return new Table(
        metrics.stream().map(name -> new Column(name, Type.NUMBER)).toList(), List.of(values));
  }

  private static Table byName(@Nullable Object... namesAndValues) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      rows.add(Arrays.asList(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Table(
        List.of(new Column("movement", Type.TEXT), new Column("value", Type.NUMBER)), rows);
  }

  private static Exhibit exhibit(Table table, String... colors) {
    return new Exhibit("bridge", table, List.of(), ZoneOffset.UTC, List.of(colors));
  }

  private static List<Bridge.Step> steps(Table table) {
    return Bridge.of(PlotReader.plot(exhibit(table))).steps();
  }

  private static Picture drawn(Table table, String... colors) {
    Canvas canvas = new Canvas();
    new ChartPainter(canvas, new ColorBook()).draw(FRAME, exhibit(table, colors));
    return canvas.picture(FRAME.width(), FRAME.height());
  }

  private static <T extends Mark> List<T> marks(Picture picture, Class<T> kind) {
    return picture.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void a_row_of_metrics_leads_from_the_first_to_the_sum_of_all() {
    List<Bridge.Step> steps = steps(MOVED);
    assertThat(steps)
        .extracting(step -> step.name() + " " + step.isLevel())
        .containsExactly("Mrr start true", "New mrr false", "Churned mrr false", "Mrr true");
    assertThat(steps.get(2).from()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void categories_of_one_metric_are_steps_and_what_comes_to_no_sum_is_a_movement() {
    assertThat(steps(byName("new", 5.0, "gone", null, "churn", -8.0, "expansion", 1.0)))
        .containsExactly(
            new Bridge.Step("new", 5, 0, 5, true),
            new Bridge.Step("churn", -8, 5, -3, false),
            new Bridge.Step("expansion", 1, -3, -2, false));
  }

  @Test
  void what_has_fewer_than_two_values_or_several_series_is_no_bridge_but_a_table() {
    assertThat(steps(row(List.of("mrr"), List.of(1.0)))).isEmpty();
    Table several =
        new Table(
            List.of(
                new Column("x", Type.TEXT),
                new Column("a", Type.NUMBER),
                new Column("b", Type.NUMBER)),
            List.of(List.of("one", 1.0, 2.0), List.of("two", 3.0, 4.0)));
    assertThat(steps(several)).isEmpty();
    assertThat(drawn(several).texts()).contains("one", "two");
  }

  @Test
  void bars_hang_where_the_last_ended_and_lines_lead_there() {
    Picture picture = drawn(MOVED);
    List<Frame> bars = marks(picture, Mark.Box.class).stream().map(Mark.Box::frame).toList();
    assertThat(bars).hasSize(4);
    assertThat(bars.get(1).bottom()).isCloseTo(bars.get(0).y(), within(1e-6));
    assertThat(bars.get(2).y()).isCloseTo(bars.get(1).y(), within(1e-6));
    assertThat(bars.get(3).bottom()).isCloseTo(bars.get(0).bottom(), within(1e-6));
    assertThat(bars.get(3).y()).isCloseTo(bars.get(2).bottom(), within(1e-6));
    assertThat(bars.get(1).height()).isCloseTo(2 * bars.get(0).height(), within(1e-6));

    List<Mark.Line> connectors =
        marks(picture, Mark.Line.class).stream()
            .filter(line -> line.ink().equals(Theme.MUTED))
            .toList();
    assertThat(connectors).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(connectors.get(i).points().getFirst().x())
          .isCloseTo(bars.get(i).right(), within(1e-6));
      assertThat(connectors.get(i).points().getLast().x())
          .isCloseTo(bars.get(i + 1).x(), within(1e-6));
    }
  }

  @Test
  void ways_up_and_down_have_signs_and_colours_of_their_own() {
    Picture picture = drawn(MOVED, "#111111", "", "", "#444444");
    assertThat(picture.texts()).contains("0.1", "+0.2", "-0.05", "0.25", "New mrr");
    ColorBook palette = new ColorBook();
    assertThat(marks(picture, Mark.Box.class))
        .extracting(Mark.Box::ink)
        .containsExactly(Ink.of("#111111"), palette.of(2), Ink.of("#444444"), Ink.of("#111111"));
  }
}
