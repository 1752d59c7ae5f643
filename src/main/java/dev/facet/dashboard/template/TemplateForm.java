package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Place;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template makes, in our own form: the dashboard that it was made of, or a card for each
 * text, and for each insight that has a query. Tiles in the filters of old are left out.
 */
public final class TemplateForm {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 5;

  private TemplateForm() {}

  /**
   * The dashboard to be made.
   *
   * @param name what the dashboard is called; null for the template's own name
   */
  public static DashboardForm of(Template template, @Nullable String name) {
    String called = name == null ? template.name() : name;
    if (template.body().path(TemplateBody.BOARD) instanceof ObjectNode board) {
      return DashboardForm.read(board, (query, path) -> {}).called(called, description(template));
    }
    ObjectNode body = TemplateVariables.filled(template.body());
    List<CardForm> cards = cards(body);
    return new DashboardForm(
        called,
        description(template),
        null,
        null,
        tags(template),
        null,
        null,
        null,
        body.path("dashboard_filters") instanceof ObjectNode filters ? filters : null,
        null,
        null,
        List.of(new SectionForm("", cards, null)),
        null);
  }

  /** What is said about the dashboards that the template makes. */
  public static String description(Template template) {
    return template.body().path("dashboard_description").asText("");
  }

  public static List<String> tags(Template template) {
    List<String> tags = new ArrayList<>();
    template.body().path("tags").forEach(tag -> tags.add(tag.asText()));
    return tags;
  }

  private static List<CardForm> cards(ObjectNode body) {
    List<CardForm> cards = new ArrayList<>();
    for (JsonNode tile : body.path("tiles")) {
      ChartForm chart = chart(tile);
      if (chart != null) {
        cards.add(card(tile.path("layouts").path("sm"), chart));
      }
    }
    return cards;
  }

  private static CardForm card(JsonNode place, ChartForm chart) {
    int w = Math.clamp(place.path("w").asInt(WIDTH), 1, Place.COLUMNS);
    int h = Math.max(1, place.path("h").asInt(HEIGHT));
    boolean placed = place.path("x").isInt() && place.path("y").isInt();
    Integer x = placed ? Math.clamp(place.path("x").asInt(), 0, Place.COLUMNS - w) : null;
    Integer y = placed ? Math.max(0, place.path("y").asInt()) : null;
    return new CardForm(null, x, y, w, h, null, List.of(chart), null);
  }

  private static @Nullable ChartForm chart(JsonNode tile) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    return switch (tile.path("type").asText()) {
      case "TEXT" ->
          chart(null, ChartTypes.TEXT, options.put("text", tile.path("body").asText()), null);
      case "INSIGHT" ->
          tile.path("query").isObject()
              ? chart(tile, type(tile), options, tile.get("query"))
              : null;
      default -> null;
    };
  }

  /** How the insight is drawn where its query cannot say it; null to go by the query. */
  public static @Nullable String type(JsonNode tile) {
    String type = tile.path("chart_type").asText("");
    return ChartTypes.ALL.contains(type) ? type : null;
  }

  private static ChartForm chart(
      @Nullable JsonNode said,
      @Nullable String type,
      ObjectNode options,
      @Nullable JsonNode query) {
    String title = said == null ? null : said.path("name").asText(null);
    String description = said == null ? "" : said.path("description").asText("");
    return new ChartForm(
        "", null, title, description, type, options, List.of(), query, null, null, null);
  }
}
