package dev.facet.api.racknap.widget;

import dev.facet.dashboard.content.Place;
import java.util.ArrayList;
import java.util.List;

/** Lays cards from left to right, and below all before where the next one does not fit. */
final class Flow {
  private int x;
  private int y;
  private int bottom;

  /** Begins a row at this height. */
  Flow(int top) {
    y = top;
    bottom = top;
  }

  Place next(int width, int height) {
    if (x + width > Place.COLUMNS) {
      x = 0;
      y = bottom;
    }
    Place place = new Place(x, y, width, height);
    x += width;
    bottom = Math.max(bottom, place.bottom());
    return place;
  }

  /** Whether these places are what lying one after the other from the top gives. */
  static boolean isOf(List<Place> places) {
    Flow flow = new Flow(0);
    List<Place> laid = new ArrayList<>();
    places.forEach(place -> laid.add(flow.next(place.w(), place.h())));
    return laid.equals(places);
  }
}
