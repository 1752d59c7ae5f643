package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.content.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tiles taken off a dashboard, put on another, set in order, moved up into gaps. */
public final class TileMoves {
  private static final List<String> SIZES = List.of("sm", "xs");

  private TileMoves() {}

  /** How {@code reorder_tiles} lays tiles out. */
  public enum Arrangement {
    /** Each keeps its size and takes the lowest-lying place. */
    PRESERVE,
    /** Two in a row. */
    TWO_COLUMN,
    /** One in a row. */
    FULL_WIDTH
  }

  /** The tile's chart on a card of its own, which is the tile's card when it is alone there. */
  public static Card own(Tile tile) {
    Card card = tile.card();
    return card.charts().size() == 1 ? card : card.withId(0).withCharts(List.of(tile.chart()));
  }

  /** The content as if the tile had never been there. */
  public static Content without(Content content, Tile tile) {
    Card card = tile.card();
    return card.charts().size() == 1
        ? content.without(other -> other.id() == card.id())
        : content.mapCard(card.id(), other -> without(other, tile));
  }

  private static Card without(Card card, Tile tile) {
    return card.withCharts(
        card.charts().stream().filter(chart -> chart.id() != tile.id()).toList());
  }

  /** The content with the tile's card on it, laid as it was, in place of a removed twin. */
  public static Content with(Content content, Tile tile, Card card) {
    Content cleared =
        content.without(other -> other.removed() && other.charts().stream().anyMatch(twin(tile)));
    return cleared.plus(Layouts.put(card, tile.layouts(), Tile.top(cleared)));
  }

  /** The content with a copy of the tile, which is its removed twin come back if there is one. */
  public static Content withCopy(Content content, Tile tile) {
    Card copy = own(tile).asNew();
    Chart chart = copy.charts().getFirst();
    return content
        .cards()
        .filter(Card::removed)
        .filter(card -> card.charts().size() == 1 && twin(tile).test(card.charts().getFirst()))
        .findFirst()
        .map(old -> copy.withId(old.id()).withCharts(List.of(chart.withId(chartOf(old)))))
        .map(back -> with(content, tile, back))
        .orElseGet(() -> with(content, tile, copy));
  }

  private static long chartOf(Card card) {
    return card.charts().getFirst().id();
  }

  /** Whether a shown tile has the same insight or text. */
  public static boolean shows(Content content, Tile tile) {
    return content.liveCards().stream()
        .flatMap(card -> card.charts().stream())
        .anyMatch(twin(tile));
  }

  private static Predicate<Chart> twin(Tile tile) {
    return chart ->
        switch (chart.source()) {
          case Chart.Source.OfInsight of -> Objects.equals(tile.insight(), of.insight());
          case Chart.Source.OfText(long text, String body) ->
              tile.text() != null && tile.text().text() == text;
        };
  }

  /** The content with these tiles in order. */
  public static Content reordered(Content before, List<Tile> tiles, Arrangement arrangement) {
    Content content = before;
    List<ObjectNode> layouts = layouts(tiles, arrangement);
    for (int i = 0; i < layouts.size(); i++) {
      ObjectNode patch = PostHogWire.object();
      patch.put("id", tiles.get(i).id());
      patch.set("layouts", layouts.get(i));
      content = TilePatches.patched(content, new Input(patch));
    }
    return content;
  }

  private static List<ObjectNode> layouts(List<Tile> tiles, Arrangement arrangement) {
    List<ObjectNode> layouts = new ArrayList<>();
    List<Place> taken = new ArrayList<>();
    int bottom = 0;
    for (int i = 0; i < tiles.size(); i++) {
      Place place =
          switch (arrangement) {
            case TWO_COLUMN -> new Place(i % 2 * 6, i / 2 * 5, 6, 5);
            case FULL_WIDTH -> new Place(0, i * 5, Place.COLUMNS, 5);
            case PRESERVE -> Grid.below(taken, size(tiles.get(i), "w"), size(tiles.get(i), "h"));
          };
      taken.add(place);
      ObjectNode both = Layouts.of(place);
      put(both.putObject("xs"), new Place(0, bottom, 1, place.h()));
      bottom += place.h();
      layouts.add(both);
    }
    return layouts;
  }

  private static int size(Tile tile, String side) {
    Integer size = Layouts.whole(tile.layouts().path("sm").path(side));
    Place usual = Grid.DEFAULT_SIZE;
    int otherwise = side.equals("w") ? usual.w() : usual.h();
    return size == null || size < 1 ? otherwise : size;
  }

  private static void put(ObjectNode node, Place place) {
    node.put("x", place.x());
    node.put("y", place.y());
    node.put("w", place.w());
    node.put("h", place.h());
  }

  /** The content with shown cards moved up as far as they go, each section by itself. */
  public static Content compacted(Content content) {
    List<Section> sections = new ArrayList<>();
    for (Section section : content.sections()) {
      sections.add(section.withCards(compacted(section.cards())));
    }
    return content.withSections(sections);
  }

  private static List<Card> compacted(List<Card> cards) {
    List<Card> moved = new ArrayList<>(cards);
    for (String size : SIZES) {
      List<Integer> laid = new ArrayList<>();
      List<Place> places = new ArrayList<>();
      for (int i = 0; i < moved.size(); i++) {
        Place place = moved.get(i).removed() ? null : Layouts.place(moved.get(i), size);
        if (place != null) {
          laid.add(i);
          places.add(place);
        }
      }
      List<Place> compact = Grid.compact(places);
      for (int i = 0; i < laid.size(); i++) {
        Card card = moved.get(laid.get(i));
        moved.set(laid.get(i), raised(card, size, places.get(i), compact.get(i)));
      }
    }
    return moved;
  }

  private static Card raised(Card card, String size, Place from, Place to) {
    if (from.equals(to)) {
      return card;
    }
    JsonNode kept = Extras.get(card.extras(), Layouts.FIELD);
    Place place = card.place();
    boolean isMain = size.equals(SIZES.getFirst()) && place != null;
    Card moved = isMain ? card.withPlace(at(place, to)) : card;
    if (!(kept instanceof ObjectNode) || !kept.path(size).isObject()) {
      return moved;
    }
    ObjectNode layouts = kept.deepCopy();
    ((ObjectNode) layouts.get(size))
        .put("y", layouts.path(size).path("y").asInt() - from.y() + to.y());
    return moved.withExtras(Extras.with(moved.extras(), Layouts.FIELD, layouts));
  }

  private static Place at(@Nullable Place place, Place to) {
    return place == null ? to : place.at(place.x(), to.y());
  }
}
