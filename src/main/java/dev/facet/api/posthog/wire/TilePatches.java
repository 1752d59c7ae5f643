package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The {@code tiles} of a request: each changes how a tile is shown, takes it off, brings it back,
 * or writes a text card. Tiles that are not there are passed over, insights in tiles too.
 */
public final class TilePatches {
  private static final int MAX_COLOR = 400;
  private static final int MAX_BODY = 4000;
  private static final List<String> ON_CHART =
      List.of("show_description", "transparent_background");

  private TilePatches() {}

  /** The content after all patches. */
  public static Content apply(Content before, Input input) {
    Content content = before;
    for (JsonNode patch : input.list("tiles")) {
      if (!(patch instanceof ObjectNode object)) {
        throw Input.refused("tiles", "invalid_input", "Each tile must be a dictionary.");
      }
      content = patched(content, new Input(object));
    }
    return content;
  }

  /**
   * The content with the copies that {@code duplicate_tiles} asks for.
   *
   * @param copy makes the copy of a card
   */
  public static Content duplicate(Content before, Input input, UnaryOperator<Card> copy) {
    Content content = before;
    for (JsonNode wanted : input.list("duplicate_tiles")) {
      Optional<Tile> tile =
          wanted instanceof ObjectNode object ? tile(before, new Input(object)) : Optional.empty();
      if (tile.isPresent()) {
        Card own = tile.get().card().withCharts(List.of(tile.get().chart()));
        ObjectNode layouts =
            wanted.get("layouts") instanceof ObjectNode given ? given : PostHogWire.object();
        content = content.plus(Layouts.put(copy.apply(own), layouts, tile.get().top()));
      }
    }
    return content;
  }

  /** The content after one patch; a tile that is not there is passed over. */
  public static Content patched(Content content, Input patch) {
    Optional<Tile> tile = tile(content, patch);
    if (!patch.at("text").isObject()) {
      return tile.map(found -> change(content, found, patch)).orElse(content);
    }
    Input text = new Input((ObjectNode) patch.at("text"));
    Source.OfText source = source(content, tile, text);
    if (tile.isEmpty()) {
      return content.plus(displayed(Card.of(null, chart(source)), patch, 0));
    }
    Content written = change(content, tile.get(), patch);
    return written.mapCharts(
        chart -> chart.id() == tile.get().id() ? chart.withSource(source) : chart);
  }

  private static Optional<Tile> tile(Content content, Input patch) {
    Long id = patch.number("id");
    return id == null ? Optional.empty() : Tile.find(content, id);
  }

  private static Chart chart(Source.OfText source) {
    return Chart.ofText(source.body()).withSource(source);
  }

  private static Source.OfText source(Content content, Optional<Tile> tile, Input text) {
    String body = text.has("body") ? text.rawText("body", "text", MAX_BODY) : null;
    Long id = text.number("id");
    if (id == null) {
      Source.OfText own = tile.map(Tile::text).orElse(null);
      String kept = own == null ? "" : own.body();
      return new Source.OfText(own == null ? 0 : own.text(), body == null ? kept : body);
    }
    Source.OfText found =
        content
            .cards()
            .flatMap(card -> card.charts().stream())
            .map(Chart::source)
            .filter(source -> source instanceof Source.OfText(long other, String b) && other == id)
            .map(Source.OfText.class::cast)
            .findFirst()
            .orElseThrow(() -> Input.refused("text", "invalid_input", "Text tile not found."));
    return new Source.OfText(id, body == null ? found.body() : body);
  }

  /**
   * Changes how a tile is shown. One of several charts of a card gets a card of its own to move.
   */
  private static Content change(Content content, Tile tile, Input patch) {
    boolean moves = patch.at("layouts").isObject() && !patch.at("layouts").equals(tile.layouts());
    boolean leaves = moves || patch.has("deleted");
    if (tile.card().charts().size() > 1 && leaves) {
      Card own = tile.card().withId(0).withCharts(List.of(tile.chart()));
      return content
          .mapCard(tile.card().id(), card -> without(card, tile.chart()))
          .plus(displayed(own, patch, tile.top()));
    }
    return content.mapCard(tile.card().id(), card -> displayed(card, patch, tile.top()));
  }

  private static Card without(Card card, Chart chart) {
    return card.withCharts(
        card.charts().stream().filter(other -> other.id() != chart.id()).toList());
  }

  /** The content with a card of it shown as a patch says. */
  public static Content displayed(Content content, Card card, Input patch) {
    int top = Tile.top(content);
    return content.mapCards(other -> other.equals(card) ? displayed(card, patch, top) : other);
  }

  private static Card displayed(Card before, Input patch, int top) {
    Card card = before;
    if (patch.at("layouts").isObject()) {
      card = Layouts.put(card, (ObjectNode) patch.at("layouts"), top);
    }
    if (patch.has("color")) {
      card = card.withColor(patch.text("color", MAX_COLOR));
    }
    if (patch.has("filters_overrides")) {
      card = card.withFilters(Document.of(DashboardInput.filters(patch, "filters_overrides")));
    }
    if (patch.has("deleted")) {
      card = card.withRemoved(patch.flag("deleted"));
    }
    for (String field : ON_CHART) {
      card = patch.has(field) ? withOnCharts(card, field, patch) : card;
    }
    return card;
  }

  private static Card withOnCharts(Card card, String field, Input patch) {
    Boolean flag = patch.flagOrNull(field);
    JsonNode value = flag == null ? patch.node().nullNode() : patch.node().booleanNode(flag);
    return card.withCharts(
        card.charts().stream()
            .map(chart -> chart.withExtras(Extras.with(chart.extras(), field, value)))
            .toList());
  }
}
