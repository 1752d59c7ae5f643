package dev.facet.api.oktopost.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.QueryForm;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charts as widgets, the sections of their dashboard below each other. */
public final class Widgets {
  private static final String REPORT = "report";
  private static final String OTHER = "other";

  /** The sources of reports by the datasets behind them. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "posts", "post",
          "clicks", "click",
          "conversions", "conversion",
          "profile_snapshots", "follower");

  private Widgets() {}

  /** What a query reports about, empty when it is no report. */
  public static Optional<String> source(@Nullable JsonNode query) {
    if (query == null) {
      return Optional.empty();
    }
    JsonNode asked = QueryForm.source(query);
    return asked.path("kind").asText().equals("ReportQuery")
        ? Optional.ofNullable(SOURCES.get(asked.path("dataset").asText()))
        : Optional.empty();
  }

  /** All charts of a dashboard. */
  public static ArrayNode of(DashboardForm form) {
    ArrayNode widgets = OktopostWire.object().arrayNode();
    int top = 0;
    for (SectionForm section : sections(form)) {
      int bottom = top;
      for (CardForm card : section.cards()) {
        int y = top + orZero(card.y());
        card.charts().forEach(chart -> widgets.add(widget(chart, card, y)));
        bottom = Math.max(bottom, y + card.h());
      }
      top = bottom;
    }
    return widgets;
  }

  private static List<SectionForm> sections(DashboardForm form) {
    List<SectionForm> sections = form.sections();
    return sections == null ? List.of() : sections;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static ObjectNode widget(ChartForm chart, CardForm card, int y) {
    Optional<String> source = source(chart.query());
    Long number = chart.id();
    String title = chart.title();
    return OktopostWire.object()
        .put("Id", number == null ? "" : OpaqueId.WIDGET.of(number))
        .put("Type", type(chart, source))
        .put("Name", title == null ? "" : title)
        .put("Description", chart.description())
        .put("ChartType", drawn(chart.type()))
        .put("Source", source.orElse(""))
        .put("X", orZero(card.x()))
        .put("Y", y)
        .put("Width", card.w())
        .put("Height", card.h());
  }

  private static String type(ChartForm chart, Optional<String> source) {
    if (source.isPresent()) {
      return REPORT;
    }
    return chart.isText() ? ChartTypes.TEXT : OTHER;
  }

  private static String drawn(@Nullable String type) {
    return switch (type) {
      case null -> "";
      case "bars" -> "bar";
      case "columns" -> "column";
      case "area" -> "line";
      case "metric" -> "kpi";
      default -> type;
    };
  }
}
