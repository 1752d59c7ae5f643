package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms of charts that widgets ask for. */
final class Forms {
  /** A dashboard with nothing on it. */
  static final DashboardForm EMPTY =
      DashboardForm.ofContent(List.of(), List.of(), RackNapWire.object());

  private Forms() {}

  /** A new chart, drawn as suits its query. */
  static ChartForm fresh(String path, @Nullable String title, WidgetType type, String id) {
    return new ChartForm(
        path,
        null,
        title,
        "",
        null,
        RackNapWire.object(),
        List.of(),
        type.query(),
        null,
        null,
        Widgets.named(id, null));
  }

  /** A chart that stays what it is. */
  static ChartForm kept(ChartForm chart, @Nullable String title, String id) {
    return of(chart, title, chart.type(), null, id);
  }

  /** A chart that asks something else, drawn as it was where somebody said how. */
  static ChartForm asking(ChartForm chart, @Nullable String title, WidgetType type, String id) {
    return of(chart, title, null, type.query(), id);
  }

  private static ChartForm of(
      ChartForm chart,
      @Nullable String title,
      @Nullable String drawn,
      @Nullable JsonNode query,
      String id) {
    return new ChartForm(
        chart.path(),
        chart.id(),
        title,
        chart.description(),
        drawn,
        chart.options(),
        chart.colors(),
        query,
        null,
        null,
        Widgets.named(id, chart.extras()));
  }
}
