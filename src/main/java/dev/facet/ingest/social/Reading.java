package dev.facet.ingest.social;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account showed at one moment, in unified names. A number the network did not give is
 * absent, never 0.
 *
 * @param level what counters show now
 * @param days what the network itself says of days, by its own label of the day
 * @param differences metrics of the level whose day is the difference to an earlier level
 */
public record Reading(
    Map<String, Double> level,
    SortedMap<LocalDate, Map<String, Double>> days,
    List<String> differences,
    List<Post> posts) {
  public Reading {
    level = Map.copyOf(level);
    days = new TreeMap<>(days);
    differences = List.copyOf(differences);
    posts = List.copyOf(posts);
  }

  /**
   * A post as a list of posts shows it.
   *
   * @param id the network's own
   * @param metrics under the names that post analytics have for this network
   */
  public record Post(
      String id,
      @Nullable String url,
      @Nullable String title,
      @Nullable String caption,
      @Nullable String mediaType,
      @Nullable String mediaUrl,
      @Nullable String thumbnailUrl,
      @Nullable Instant publishedAt,
      Map<String, Double> metrics) {
    public Post {
      metrics = Map.copyOf(metrics);
    }
  }
}
