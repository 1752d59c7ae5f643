package dev.facet.report;

import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.question.Questions.OfCard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the charts of a section lie on paper: cards moved up, and divided among their charts. */
final class Places {
  /** No card is higher, in rows. */
  static final int TALLEST = 100;

  private Places() {}

  /** A place for each chart, card by card. */
  static List<Place> of(List<OfCard> cards) {
    List<@Nullable Place> said = new ArrayList<>();
    cards.forEach(each -> said.add(each.card().place()));
    List<Place> places = Grid.compact(Grid.complete(said).stream().map(Places::clamped).toList());
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      Card card = cards.get(i).card();
      int count = cards.get(i).items().size();
      for (int k = 0; k < count; k++) {
        all.add(part(places.get(i), card.layout(), k, count));
      }
    }
    return all;
  }

  private static Place clamped(Place place) {
    int w = Math.clamp(place.w(), 1, Place.COLUMNS);
    int x = Math.clamp(place.x(), 0, Place.COLUMNS - w);
    return new Place(x, Math.max(0, place.y()), w, Math.clamp(place.h(), 1, TALLEST));
  }

  /** The part of a card's place that falls to one of its charts. */
  private static Place part(Place place, @Nullable String layout, int i, int count) {
    if ("horizontal".equals(layout)) {
      int width = Math.max(1, place.w() / count);
      int left = Math.min(place.x() + i * width, Place.COLUMNS - width);
      return new Place(left, place.y(), width, place.h());
    }
    int height = Math.max(1, place.h() / count);
    return new Place(place.x(), place.y() + i * height, place.w(), height);
  }
}
