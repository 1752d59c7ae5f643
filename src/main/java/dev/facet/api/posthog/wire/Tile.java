package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.content.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tile of a dashboard: one chart with the card it lies on. Sections are shown one below the other
 * on one grid, charts that share a card side by side on its place.
 *
 * @param top the row the card's section begins at
 */
public record Tile(Card card, Chart chart, ObjectNode layouts, int top) {
  private static final int NOWHERE = 100;

  /** The number clients know the tile by. */
  public long id() {
    return chart.id();
  }

  /** The number of the insight it shows, null when it shows a text. */
  public @Nullable Long insight() {
    return chart.source() instanceof Source.OfInsight of ? (Long) of.insight() : null;
  }

  /** The text it shows, null when it shows an insight. */
  public Source.@Nullable OfText text() {
    return chart.source() instanceof Source.OfText of ? of : null;
  }

  /** Stands in for the dashboard's filters when not empty. */
  public JsonNode filters() {
    return card.filters().json();
  }

  /** The tiles that are shown, from top to bottom and left to right. */
  public static List<Tile> shown(Content content) {
    return shown(content, "sm");
  }

  /** As {@link #shown(Content)}, as they lie at a screen size: {@code sm} or {@code xs}. */
  public static List<Tile> shown(Content content, String size) {
    Comparator<Tile> order =
        Comparator.comparingInt((Tile tile) -> tile.edge(size, "y"))
            .thenComparingInt(tile -> tile.edge(size, "x"));
    return all(content).stream().filter(tile -> !tile.card().removed()).sorted(order).toList();
  }

  /** The row at which the last section begins, where new cards go. */
  static int top(Content content) {
    int top = 0;
    for (int i = 0; i < content.sections().size() - 1; i++) {
      top += bottom(content.sections().get(i));
    }
    return top;
  }

  /** The shown tile of this number. */
  public static Optional<Tile> findShown(Content content, long id) {
    return find(content, id).filter(tile -> !tile.card().removed());
  }

  /** The tile of this number, removed or not. */
  static Optional<Tile> find(Content content, long id) {
    return all(content).stream().filter(tile -> tile.id() == id).findFirst();
  }

  private static List<Tile> all(Content content) {
    List<Tile> tiles = new ArrayList<>();
    int top = 0;
    for (Section section : content.sections()) {
      for (Card card : section.cards()) {
        addTiles(tiles, card, top);
      }
      top += bottom(section);
    }
    return tiles;
  }

  private static void addTiles(List<Tile> tiles, Card card, int top) {
    int count = card.charts().size();
    for (int i = 0; i < count; i++) {
      Place place = card.place();
      ObjectNode layouts =
          count == 1 || place == null
              ? Layouts.of(card, top)
              : Layouts.of(part(place.at(place.x(), place.y() + top), card.layout(), i, count));
      tiles.add(new Tile(card, card.charts().get(i), layouts, top));
    }
  }

  /** The part of a card's place that falls to one of its charts. */
  private static Place part(Place place, @Nullable String layout, int i, int count) {
    if ("horizontal".equals(layout)) {
      int width = Math.max(1, place.w() / count);
      int left = Math.min(place.x() + i * width, Place.COLUMNS - 1);
      return new Place(left, place.y(), width, place.h());
    }
    int height = Math.max(1, place.h() / count);
    return new Place(place.x(), place.y() + i * height, place.w(), height);
  }

  private static int bottom(Section section) {
    return section.cards().stream()
        .filter(card -> !card.removed())
        .map(Card::place)
        .filter(Objects::nonNull)
        .mapToInt(Place::bottom)
        .max()
        .orElse(0);
  }

  private int edge(String size, String name) {
    Integer edge = Layouts.whole(layouts.path(size).path(name));
    return edge == null ? NOWHERE : edge;
  }
}
