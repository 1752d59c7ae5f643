package dev.facet.dashboard.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds places on the grid of a section. */
public final class Grid {
  /** The size of a card that nobody gave one. */
  public static final Place DEFAULT_SIZE = new Place(0, 0, 6, 5);

  private Grid() {}

  /**
   * A place of this width and height on the lowest-lying ground beneath what is there, leftmost on
   * ties.
   */
  public static Place below(List<Place> taken, int width, int height) {
    int w = Math.clamp(width, 1, Place.COLUMNS);
    return IntStream.rangeClosed(0, Place.COLUMNS - w)
        .mapToObj(x -> new Place(x, ground(taken, x, w), w, Math.max(1, height)))
        .min(Comparator.comparingInt(Place::y).thenComparingInt(Place::x))
        .orElseThrow();
  }

  /** The same places, with one found for each that is missing. */
  public static List<Place> complete(List<? extends @Nullable Place> places) {
    List<Place> taken = new ArrayList<>();
    places.stream().filter(p -> p != null).forEach(taken::add);
    List<Place> all = new ArrayList<>();
    for (Place place : places) {
      if (place == null) {
        place = below(taken, DEFAULT_SIZE.w(), DEFAULT_SIZE.h());
        taken.add(place);
      }
      all.add(place);
    }
    return all;
  }

  /**
   * The same places in the same order, each moved up as far as it goes without touching one before
   * it.
   */
  public static List<Place> compact(List<Place> places) {
    List<Integer> order =
        IntStream.range(0, places.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> places.get(i).y())
                    .thenComparingInt(i -> places.get(i).x()))
            .toList();
    List<Place> moved = new ArrayList<>(places);
    List<Place> placed = new ArrayList<>();
    for (int i : order) {
      Place place = raise(places.get(i), placed);
      placed.add(place);
      moved.set(i, place);
    }
    return moved;
  }

  private static Place raise(Place place, List<Place> placed) {
    return IntStream.rangeClosed(0, placed.stream().mapToInt(Place::bottom).max().orElse(0))
        .mapToObj(y -> place.at(place.x(), y))
        .filter(candidate -> placed.stream().noneMatch(candidate::overlaps))
        .findFirst()
        .orElse(place);
  }

  private static int ground(List<Place> taken, int x, int w) {
    return taken.stream()
        .filter(place -> place.x() < x + w && x < place.x() + place.w())
        .mapToInt(Place::bottom)
        .max()
        .orElse(0);
  }
}
