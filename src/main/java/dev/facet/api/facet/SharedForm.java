package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.QueryForm;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dashboards and insights as strangers see them: our own form, of which only what is needed for
 * drawing is left. Questions but for their kind, filters and who made what stay inside.
 */
final class SharedForm {
  private static final List<String> DASHBOARD =
      List.of("name", "description", "refresh_interval", "sections");
  private static final List<String> CHART =
      List.of("id", "title", "description", "type", "options", "colors");
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  private SharedForm() {}

  static ObjectNode of(Reader reader, Sheet sheet) {
    return drawn(FormView.of(reader, sheet));
  }

  /** A dashboard of one chart. */
  static ObjectNode of(Insight insight) {
    Insight.Definition said = insight.definition();
    Screen.Item item = Screen.of(insight).items().getFirst();
    ChartForm chart =
        new ChartForm(
            "",
            item.id(),
            item.title(),
            text(said.description()),
            item.type(),
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            null,
            null,
            null,
            null);
    CardForm card = new CardForm(insight.id(), 0, 0, WIDTH, HEIGHT, null, List.of(chart), null);
    return drawn(
        new DashboardForm(
            item.title(),
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new SectionForm("", List.of(card), null)),
            null));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ObjectNode drawn(DashboardForm form) {
    ObjectNode node = form.write();
    node.retain(DASHBOARD);
    for (JsonNode section : node.path("sections")) {
      section.path("cards").forEach(card -> card.path("charts").forEach(SharedForm::draw));
    }
    return node;
  }

  private static void draw(JsonNode chart) {
    JsonNode kind = QueryForm.source(chart.path("query")).path("kind");
    ((ObjectNode) chart).retain(CHART);
    if (kind.isTextual()) {
      ((ObjectNode) chart).putObject("query").set("kind", kind);
    }
  }
}
