package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The {@code tiles} of a request: each changes how a tile is shown, takes it off, brings it back,
 * or writes a text card. Tiles that are not there are passed over, insights in tiles too.
 */
public final class TilePatches {
  private static final int MAX_COLOR = 400;
  private static final int MAX_BODY = 4000;
  private static final String COPIES = "duplicate_tiles";
  private static final String NO_LAYOUTS = "Layouts must be a dictionary.";
  private static final Set<String> BARE = Set.of("text", "filters_overrides");
  private static final List<String> ON_CHART =
      List.of("show_description", "transparent_background");

  private TilePatches() {}

  /** The content after all patches. */
  public static Content apply(Content before, Input input) {
    Content content = before;
    int place = 0;
    for (JsonNode patch : input.list("tiles")) {
      String path = "tiles[" + place++ + "]";
      content = patched(content, new Input(object(patch, path)), path);
    }
    return content;
  }

  private static ObjectNode object(JsonNode patch, String path) {
    if (patch instanceof ObjectNode object) {
      return object;
    }
    throw Input.refused(
        path,
        "invalid_input",
        "Invalid data. Expected a dictionary, but got " + Input.type(patch) + ".");
  }

  /** As one of several: what is wrong is named with its place, but for fields named bare. */
  private static Content patched(Content content, Input patch, String path) {
    try {
      return patched(content, patch);
    } catch (FailureException e) {
      if (e.failure() instanceof Failure.Invalid(String code, String field, String message)
          && field != null
          && !BARE.contains(field)) {
        throw Input.refused(path + "." + field, code, message);
      }
      throw e;
    }
  }

  /** Who is named as author of texts, by number. */
  public static Set<Long> authors(Input input) {
    Set<Long> authors = new HashSet<>();
    for (JsonNode patch : input.list("tiles")) {
      JsonNode author = patch.at("/text/created_by/id");
      if (!author.isMissingNode() && !author.isNull()) {
        authors.add(Input.number(author, "text"));
      }
    }
    return authors;
  }

  /**
   * The content with the copies that {@code duplicate_tiles} asks for.
   *
   * @param copy makes the copy of a card
   */
  public static Content duplicate(Content before, Input input, UnaryOperator<Card> copy) {
    Content content = before;
    for (JsonNode each : input.list(COPIES)) {
      Input wanted = new Input(object(each, COPIES));
      if (wanted.number("id") == null) {
        throw Input.refused(COPIES + ".id", "required", "This field is required.");
      }
      Optional<Tile> tile = tile(before, wanted);
      if (tile.isPresent()) {
        Card own = tile.get().card().withCharts(List.of(tile.get().chart()));
        ObjectNode given = wanted.object("layouts", NO_LAYOUTS);
        ObjectNode layouts = given == null ? PostHogWire.object() : given;
        content = content.plus(Layouts.put(copy.apply(own), layouts, tile.get().top()));
      }
    }
    return content;
  }

  /** The content after one patch; a tile that is not there is passed over. */
  public static Content patched(Content content, Input patch) {
    Optional<Tile> tile = tile(content, patch);
    ObjectNode text = patch.object("text", "Text must be a dictionary.");
    if (text == null) {
      return tile.map(found -> change(content, found, patch)).orElse(content);
    }
    Source.OfText source = source(content, tile, new Input(text));
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
    String body = text.has("body") ? body(text, "text") : null;
    Long id = text.number("id");
    if (tile.filter(shown -> shown.text() == null).isPresent()) {
      throw Input.refused("text", "invalid_input", "Tile is not a text tile.");
    }
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
   * The body of a text.
   *
   * @param named the field a refusal names
   */
  public static String body(Input text, String named) {
    return text.rawText("body", named, MAX_BODY);
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
    ObjectNode layouts = patch.object("layouts", NO_LAYOUTS);
    if (layouts != null) {
      card = Layouts.put(card, layouts, top);
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
