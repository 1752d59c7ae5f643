package dev.facet.dashboard.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.form.board.ChartTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a content is to be seen, given the insights that are there. */
record Shown(Map<Long, Insight> insights) {

  /** Whether the card is to be seen: not removed, and not left empty by deleted insights. */
  boolean isShown(Card card) {
    return !card.removed() && (card.charts().isEmpty() || !charts(card).isEmpty());
  }

  /** The card's charts that still have their insight, or stay without. */
  List<Chart> charts(Card card) {
    return card.charts().stream().filter(this::hasSource).toList();
  }

  private boolean hasSource(Chart chart) {
    return !(chart.source() instanceof Source.OfInsight of)
        || of.stays()
        || insights.containsKey(of.insight());
  }

  /** The insight a chart shows, null when it shows something else or the insight is deleted. */
  @Nullable Insight insight(Chart chart) {
    return chart.source() instanceof Source.OfInsight of ? insights.get(of.insight()) : null;
  }

  /** What a chart is called: its own title, else the insight's name. */
  static @Nullable String title(Chart chart, @Nullable Insight insight) {
    return chart.title() == null && insight != null ? name(insight) : chart.title();
  }

  static @Nullable String name(Insight insight) {
    String name = insight.definition().name();
    return name == null || name.isEmpty() ? insight.definition().derivedName() : name;
  }

  /** An insight's query node; null JSON when it has none. */
  static JsonNode query(Insight insight) {
    String query = insight.definition().query();
    return query == null ? NullNode.getInstance() : Json.read(query);
  }

  /** How a chart is drawn in detail: as itself says, else as goes with the query. */
  static ObjectNode options(Chart chart, JsonNode query) {
    return chart.options().isEmpty() ? ownOptions(query) : chart.options().json();
  }

  /** The options of charts that say none, as a query has them. */
  static ObjectNode ownOptions(JsonNode query) {
    return query.path("chart").get("options") instanceof ObjectNode own
        ? own.deepCopy()
        : Json.object();
  }

  /** How a chart is drawn: as itself says, else as suits the query. */
  static String type(Chart chart, @Nullable Insight insight) {
    if (chart.source() instanceof Source.OfText) {
      return ChartTypes.TEXT;
    }
    String own = chart.type();
    return own == null && insight != null
        ? ChartTypes.of(query(insight))
        : own == null ? ChartTypes.TABLE : own;
  }
}
