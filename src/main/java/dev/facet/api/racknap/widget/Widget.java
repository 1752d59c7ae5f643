package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.form.QueryForm;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import java.util.Optional;

/**
 * A chart of a dashboard, seen as a widget.
 *
 * @param id unique on the dashboard
 * @param card what the chart lies on
 */
public record Widget(String id, CardForm card, ChartForm chart) {

  /** The type in the catalogue; empty for a chart made elsewhere. */
  Optional<WidgetType> type() {
    return chart.query() == null
        ? Optional.empty()
        : WidgetType.asking(QueryForm.source(chart.query()));
  }

  String typeWord() {
    return type().map(WidgetType::word).orElse(WidgetType.CHART);
  }

  Size size() {
    return Size.ofWidth(card.w());
  }

  /** The widget as the vendor has it, but for its figures. */
  public ObjectNode show() {
    return RackNapWire.object()
        .put("id", id)
        .put("type", typeWord())
        .put("title", RackNapWire.text(chart.title()))
        .put("size", size().word());
  }

  /** The number of the chart. */
  long number() {
    return chart.id() == null ? 0 : chart.id();
  }
}
