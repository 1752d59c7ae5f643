package dev.facet.report.chart;

import dev.facet.report.draw.Ink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which colour each breakdown value has, the same in every chart of a picture. The places are given
 * as the web page gives them. Not for several threads.
 */
public final class ColorBook {
  private static final List<String> SERIES =
      List.of(
          "#2f6db5", "#d9822b", "#2a9183", "#b8476b", "#7a5fb8", "#3a9fc9", "#c472b0", "#7f8c22",
          "#a0622d", "#4f7a4a");
  private static final Ink NONE = Ink.of("#8b96a3");
  private static final Ink OTHER = Ink.of("#bcc4cd");

  /** Names point at the palette's front; its end serves dashboards with many values. */
  private static final int PREFERRED = 6;

  private final Map<String, Integer> places = new HashMap<>();

  /** The colour of a breakdown value. */
  Ink of(String key) {
    if (key.equals(CellText.NONE)) {
      return NONE;
    }
    return key.equals(CellText.OTHER) ? OTHER : of(placeOf(key));
  }

  private int placeOf(String key) {
    Integer known = places.get(key);
    if (known != null) {
      return known;
    }
    int place = freePlace(key);
    places.put(key, place);
    return place;
  }

  /** The colour of a series that is told apart by its number only. */
  Ink of(int place) {
    return Ink.of(SERIES.get(place % SERIES.size()));
  }

  /** The colour of a run; a colour chosen by the author counts where no breakdown decides. */
  Ink of(Plot.Run run, List<String> chosen) {
    if (run.key() != null) {
      return of(run.key());
    }
    return of(run.place(), chosen);
  }

  /** The colour that the author chose for a place, else the palette's. */
  Ink of(int place, List<String> chosen) {
    String wish = place < chosen.size() ? chosen.get(place) : "";
    return wish.matches("#[0-9a-fA-F]{6}") ? Ink.of(wish) : of(place);
  }

  private int freePlace(String key) {
    int start = hash(key);
    for (int step = 0; step < SERIES.size(); step++) {
      int place = (start + step) % SERIES.size();
      if (!places.containsValue(place)) {
        return place;
      }
    }
    return start;
  }

  /** FNV-1a, cut to the preferred places. */
  private static int hash(String text) {
    int value = 0x811c9dc5;
    for (int codePoint : text.codePoints().toArray()) {
      value = (value ^ codePoint) * 0x01000193;
    }
    return Integer.remainderUnsigned(value, PREFERRED);
  }
}
