package dev.facet.ingest.social.collect;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of reading the accounts of a profile.
 *
 * @param day in UTC
 * @param outcomes by platform
 */
public record Collection(String username, LocalDate day, Map<String, Outcome> outcomes) {
  public Collection {
    outcomes = new TreeMap<>(outcomes);
  }
}
