package dev.facet.ingest.social.collect;

import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.collect.Archive.Place;
import dev.facet.model.Micros;
import dev.facet.model.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of an account as datasets take them. */
record Entries(Place place) {

  List<Map<String, @Nullable Object>> snapshots(SortedMap<LocalDate, Day> days) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    days.forEach(
        (date, day) -> {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          row.put("profile", place.profile());
          row.put("platform", place.platform());
          row.put("date", date.toString());
          row.put("level", numbers(day.level()));
          row.put("daily", numbers(day.daily()));
          rows.add(row);
        });
    return rows;
  }

  /**
   * Posts, without the columns that the network says nothing of: those keep what they are.
   *
   * @param known under which id the store has a post, by the network's
   */
  List<Map<String, @Nullable Object>> posts(List<Reading.Post> posts, Map<String, String> known) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Reading.Post post : posts) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("post_id", id(post, known));
      row.put("profile", place.profile());
      row.put("platform", place.platform());
      row.put("platform_post_id", post.id());
      put(row, "url", post.url());
      put(row, "title", post.title());
      put(row, "caption", post.caption());
      put(row, "media_type", post.mediaType());
      if (post.publishedAt() != null) {
        row.put("published_at", Micros.of(post.publishedAt()));
      }
      row.put("success", true);
      rows.add(row);
    }
    return rows;
  }

  private static void put(Map<String, @Nullable Object> row, String column, @Nullable String text) {
    if (text != null) {
      row.put(column, Values.storable(text));
    }
  }

  List<Map<String, @Nullable Object>> counters(
      List<Reading.Post> posts, Map<String, String> known, LocalDate today) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Reading.Post post : posts) {
      if (!post.metrics().isEmpty()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("post_id", id(post, known));
        row.put("date", today.toString());
        row.put("metrics", numbers(post.metrics()));
        rows.add(row);
      }
    }
    return rows;
  }

  private String id(Reading.Post post, Map<String, String> known) {
    String made = place.profile() + "/" + place.platform() + "/" + post.id();
    return known.getOrDefault(post.id(), made);
  }

  /** As journals hold numbers: whole ones whole. What is none is left out. */
  private static Map<String, @Nullable Object> numbers(Map<String, Double> values) {
    Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (Double.isFinite(value)) {
                numbers.put(name, Values.canonical(value));
              }
            });
    return numbers;
  }
}
