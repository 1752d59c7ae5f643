package dev.facet.ingest.social.collect;

import dev.facet.ingest.social.NetworkException.Kind;
import java.util.Map;
import java.util.TreeMap;

/** What became of reading one account. */
public sealed interface Outcome {

  /**
   * It was read and written down.
   *
   * @param level as read
   * @param daily of today's row
   */
  record Collected(Map<String, Double> level, Map<String, Double> daily) implements Outcome {
    public Collected {
      level = new TreeMap<>(level);
      daily = new TreeMap<>(daily);
    }
  }

  /** It was not, and nothing was written. */
  record Failed(Kind kind, String message) implements Outcome {}
}
