package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as the body of a template: tiles, which every dialect knows, and beside them the
 * whole of it in our own form, of which nothing is lost.
 */
public final class TemplateBody {
  /** The dashboard in our own form; whoever writes other tiles takes it away. */
  public static final String BOARD = "board";

  /** What is about one dashboard rather than about what is on it. */
  private static final List<String> OF_ONE =
      List.of("name", "description", "type", "visibility", "pinned", "archived");

  private TemplateBody() {}

  /** The body; charts that ask nothing any more are left out. */
  public static ObjectNode of(DashboardForm form, String description) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("dashboard_description", description);
    body.set("dashboard_filters", form.filters());
    List<String> words = form.tags() == null ? List.of() : form.tags();
    ArrayNode tags = body.putArray("tags");
    words.forEach(tags::add);
    ArrayNode tiles = body.putArray("tiles");
    List<SectionForm> sections = form.sections() == null ? List.of() : form.sections();
    int top = 0;
    for (SectionForm section : sections) {
      for (CardForm card : section.cards()) {
        addTiles(tiles, card, top);
      }
      top += height(section);
    }
    body.set(BOARD, board(form));
    return body;
  }

  private static void addTiles(ArrayNode tiles, CardForm card, int top) {
    for (ChartForm chart : card.charts()) {
      if (isKept(chart)) {
        ObjectNode place = tile(tiles.addObject(), chart).putObject("layouts").putObject("sm");
        place.put("x", or(card.x(), 0)).put("y", top + or(card.y(), 0));
        place.put("w", card.w()).put("h", card.h());
      }
    }
  }

  private static ObjectNode tile(ObjectNode tile, ChartForm chart) {
    if (chart.isText()) {
      return tile.put("type", "TEXT").put("body", chart.text());
    }
    tile.put("type", "INSIGHT").put("name", chart.title());
    tile.put("description", chart.description());
    if (chart.query() != null && !ChartTypes.of(chart.query()).equals(chart.type())) {
      tile.put("chart_type", chart.type());
    }
    return tile.set("query", chart.query());
  }

  private static boolean isKept(ChartForm chart) {
    return chart.isText() || chart.query() != null;
  }

  private static int height(SectionForm section) {
    return section.cards().stream().mapToInt(card -> or(card.y(), 0) + card.h()).max().orElse(0);
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  /** The form without the numbers of what it was made of, so that each use makes its own. */
  private static ObjectNode board(DashboardForm form) {
    ObjectNode board = form.write();
    board.remove(OF_ONE);
    for (JsonNode section : board.path("sections")) {
      for (JsonNode card : section.path("cards")) {
        ((ObjectNode) card).remove("id");
        ArrayNode charts = (ArrayNode) card.path("charts");
        charts.forEach(chart -> ((ObjectNode) chart).remove(List.of("id", "insight")));
        charts.removeIf(chart -> !isKept(chart));
      }
    }
    return board;
  }

  private static boolean isKept(JsonNode chart) {
    return chart.hasNonNull("query") || chart.path("type").asText().equals(ChartTypes.TEXT);
  }
}
