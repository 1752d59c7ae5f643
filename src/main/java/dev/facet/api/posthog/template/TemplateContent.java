package dev.facet.api.posthog.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.DashboardInput;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.InsightInput;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.TilePatches;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Text;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.template.TemplateForm;
import dev.facet.dashboard.template.TemplateVariables;
import java.util.ArrayList;
import java.util.List;

/** What a template makes: insights and texts, and the content of a dashboard that shows them. */
public final class TemplateContent {
  private static final int MAX_NAME = 400;
  private static final List<String> SHOWN =
      List.of("layouts", "color", "show_description", "transparent_background");

  private TemplateContent() {}

  /** The registration with what the template says where nobody else did. */
  public static Registration registration(Registration before, ObjectNode template) {
    Registration.Edit edit = before.edit();
    if (before.name() == null || before.name().isEmpty()) {
      edit.name(new Input(template).text("template_name", MAX_NAME));
    }
    if (before.description().isEmpty()) {
      edit.description(template.path("dashboard_description").asText());
    }
    if (before.tags().isEmpty()) {
      List<String> tags = new ArrayList<>();
      template.path("tags").forEach(tag -> tags.add(DashboardInput.tag(tag.asText())));
      edit.tags(tags);
    }
    return edit.done();
  }

  /**
   * The content, with its insights and texts made. Tiles of kinds that are not known are left out.
   */
  public static Content make(Editor editor, ObjectNode template) {
    ObjectNode filled = TemplateVariables.filled(template);
    Content content = Content.EMPTY.withFilters(Document.of(filled.path("dashboard_filters")));
    for (JsonNode tile : filled.path("tiles")) {
      content =
          switch (tile.path("type").asText()) {
            case "INSIGHT" -> plus(content, chart(insight(editor, tile), tile), tile);
            case "TEXT" -> plus(content, text(editor, tile), tile);
            default -> content;
          };
    }
    return content;
  }

  private static Content plus(Content content, Chart chart, JsonNode tile) {
    Card card = Card.of(null, chart);
    ObjectNode patch = PostHogWire.object();
    SHOWN.stream().filter(tile::hasNonNull).forEach(field -> patch.set(field, tile.get(field)));
    return TilePatches.displayed(content.plus(card), card, new Input(patch));
  }

  private static Chart chart(Insight insight, JsonNode tile) {
    return Chart.ofInsight(insight.id()).withType(TemplateForm.type(tile));
  }

  private static Chart text(Editor editor, JsonNode tile) {
    String body =
        tile.hasNonNull("body") ? TilePatches.body(new Input((ObjectNode) tile), "tiles") : "";
    Text text = editor.createText(body, null);
    return Chart.ofText(text.body()).withSource(new Source.OfText(text.id(), text.body()));
  }

  /** The query wins over filters of the old form, which leave test accounts out unless they say. */
  private static Insight insight(Editor editor, JsonNode tile) {
    ObjectNode said = PostHogWire.object();
    for (String field : List.of("name", "description", "query")) {
      if (tile.hasNonNull(field)) {
        said.set(field, tile.get(field));
      }
    }
    if (!said.has("query") && tile.path("filters") instanceof ObjectNode filters) {
      ObjectNode own = filters.deepCopy();
      if (!own.has("filter_test_accounts")) {
        own.put("filter_test_accounts", true);
      }
      said.set("filters", own);
    }
    return editor.insights().create(new InsightInput(new Input(said)).sample());
  }
}
