package dev.facet.oracle;

import dev.facet.model.Micros;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports about social data, computed by walking over the rows as the definitions say.
 *
 * @param rows of each dataset, as columns by name
 * @param today what is dated later is not looked at
 */
record SocialByHand(
    Map<String, List<Map<String, Object>>> rows,
    ZoneId zone,
    DayOfWeek weekStart,
    LocalDate today) {

  /**
   * What is asked.
   *
   * @param wanted for some dimensions the values of which a row must have one
   */
  record Asked(
      String dataset,
      List<String> dimensions,
      List<String> metrics,
      LocalDate from,
      LocalDate to,
      Map<String, List<String>> wanted) {}

  List<List<@Nullable Object>> answer(Asked asked) {
    Map<List<@Nullable Object>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    if (asked.dimensions().isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (Map<String, Object> row : all(asked.dataset())) {
      LocalDate day = day(asked.dataset(), row);
      if (day != null && !day.isBefore(asked.from()) && !day.isAfter(asked.to())) {
        if (passes(asked, row)) {
          keys(asked, row, day)
              .forEach(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
        }
      }
    }
    List<List<@Nullable Object>> answer = new ArrayList<>();
    groups.forEach(
        (key, own) -> {
          List<@Nullable Object> row = new ArrayList<>(key);
          asked.metrics().forEach(metric -> row.add(metric(asked.dataset(), metric, own)));
          answer.add(row);
        });
    answer.sort(order(asked));
    return answer;
  }

  private List<Map<String, Object>> all(String dataset) {
    return rows.getOrDefault(dataset.equals("conversions") ? "clicks" : dataset, List.of());
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private @Nullable LocalDate day(String dataset, Map<String, Object> row) {
    return switch (dataset) {
      case "posts" -> day(row.get("published_at"));
      case "clicks" -> day(row.get("at"));
      case "conversions" -> day(row.get("converted_at"));
      default -> LocalDate.parse(text(row, "date"));
    };
  }

  private @Nullable LocalDate day(@Nullable Object micros) {
    return micros instanceof Long at ? Micros.toInstant(at).atZone(zone).toLocalDate() : null;
  }

  private static boolean passes(Asked asked, Map<String, Object> row) {
    return asked.wanted().entrySet().stream()
        .allMatch(
            one ->
                values(one.getKey(), row).stream()
                    .anyMatch(value -> value != null && one.getValue().contains(value)));
  }

  /** The values of a dimension in a row: several of a tag, a missing one as null. */
  private static List<@Nullable Object> values(String dimension, Map<String, Object> row) {
    List<@Nullable Object> values = new ArrayList<>();
    switch (dimension) {
      case "tag" -> values.addAll(row.get("tags") instanceof List<?> tags ? tags : List.of());
      case "source" -> values.add(row.get("request_id") == null ? "organic" : "api_uploaded");
      case "status" -> values.add(Boolean.TRUE.equals(row.get("success")) ? "published" : "failed");
      case "network" -> values.add(row.get(row.containsKey("network") ? "network" : "platform"));
      default -> values.add(row.get(dimension));
    }
    if (values.isEmpty()) {
      values.add(null);
    }
    return values;
  }

  private List<List<@Nullable Object>> keys(Asked asked, Map<String, Object> row, LocalDate day) {
    List<List<@Nullable Object>> keys = List.of(List.of());
    for (String dimension : asked.dimensions()) {
      List<@Nullable Object> values =
          switch (dimension) {
            case "date" -> List.of(day.toString());
            case "week" ->
                List.of(day.with(TemporalAdjusters.previousOrSame(weekStart)).toString());
            case "month" -> List.of(day.toString().substring(0, 7));
            default -> values(dimension, row);
          };
      List<List<@Nullable Object>> longer = new ArrayList<>();
      for (List<@Nullable Object> key : keys) {
        for (Object value : values) {
          List<@Nullable Object> more = new ArrayList<>(key);
          more.add(value);
          longer.add(more);
        }
      }
      keys = longer;
    }
    return keys;
  }

  private @Nullable Object metric(String dataset, String metric, List<Map<String, Object>> own) {
    return switch (metric) {
      case "posts" -> (Object) (long) own.size();
      case "engagement_rate" -> {
        double seen = sum(own, "impressions");
        yield seen == 0 ? null : (Object) (sum(own, "engagements") / seen);
      }
      case "unique_visitors" ->
          own.stream()
              .map(row -> row.get("visitor_id"))
              .filter(Objects::nonNull)
              .distinct()
              .count();
      case "followers" -> followers(own);
      case "followers_added" -> own.stream().mapToDouble(this::added).sum();
      case "clicks" ->
          dataset.equals("posts") ? (Object) (long) sum(own, "clicks") : (Object) (long) own.size();
      case "conversions" ->
          dataset.equals("posts")
              ? (Object) (long) sum(own, "conversions")
              : own.stream().filter(row -> row.get("converted_at") != null).count();
      default -> sum(own, metric);
    };
  }

  private double sum(List<Map<String, Object>> posts, String metric) {
    return posts.stream().mapToDouble(post -> figure(post, metric)).sum();
  }

  /** What a post adds to a sum. */
  private double figure(Map<String, Object> post, String metric) {
    Map<String, Double> newest = newest(text(post, "post_id"));
    return switch (metric) {
      case "clicks" -> clicks(post).count();
      case "conversions" -> clicks(post).filter(c -> c.get("converted_at") != null).count();
      case "impressions" -> newest.getOrDefault("impressions", newest.getOrDefault("views", 0.0));
      case "comments" -> newest.getOrDefault("comments", newest.getOrDefault("replies", 0.0));
      case "shares" ->
          newest.getOrDefault(
              "shares", newest.getOrDefault("reposts", 0.0) + newest.getOrDefault("quotes", 0.0));
      case "engagements" ->
          Stream.of("clicks", "likes", "comments", "shares")
              .mapToDouble(part -> figure(post, part))
              .sum();
      default -> newest.getOrDefault(metric, 0.0);
    };
  }

  private Stream<Map<String, Object>> clicks(Map<String, Object> post) {
    return all("clicks").stream()
        .filter(click -> text(click, "post_id").equals(text(post, "post_id")));
  }

  private Map<String, Double> newest(String post) {
    return all("post_snapshots").stream()
        .filter(snapshot -> text(snapshot, "post_id").equals(post))
        .filter(snapshot -> !LocalDate.parse(text(snapshot, "date")).isAfter(today))
        .max(Comparator.comparing(snapshot -> text(snapshot, "date")))
        .map(snapshot -> numbers(snapshot.get("metrics")))
        .orElse(Map.of());
  }

  private static Map<String, Double> numbers(@Nullable Object object) {
    Map<String, Double> numbers = new HashMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> numbers.put((String) key, ((Number) value).doubleValue()));
    }
    return numbers;
  }

  private static double followers(List<Map<String, Object>> snapshots) {
    Map<List<Object>, Double> last = new HashMap<>();
    Map<String, Map<String, Object>> byDate = new TreeMap<>();
    for (Map<String, Object> snapshot : snapshots) {
      byDate.put(snapshot.get("date") + " " + series(snapshot), snapshot);
    }
    byDate
        .values()
        .forEach(
            snapshot -> {
              Double level = numbers(snapshot.get("level")).get("followers");
              if (level != null) {
                last.put(series(snapshot), level);
              }
            });
    return last.values().stream().mapToDouble(level -> level).sum();
  }

  private static List<Object> series(Map<String, Object> snapshot) {
    return List.of(text(snapshot, "profile"), text(snapshot, "platform"));
  }

  /** How much the level of a snapshot differs from the one before it. */
  private double added(Map<String, Object> snapshot) {
    Double level = numbers(snapshot.get("level")).get("followers");
    if (level == null) {
      return 0;
    }
    String date = text(snapshot, "date");
    return all("profile_snapshots").stream()
        .filter(other -> series(other).equals(series(snapshot)))
        .filter(other -> text(other, "date").compareTo(date) < 0)
        .filter(other -> numbers(other.get("level")).containsKey("followers"))
        .max(Comparator.comparing(other -> text(other, "date")))
        .map(other -> level - numbers(other.get("level")).getOrDefault("followers", 0.0))
        .orElse(0.0);
  }

  /** By time, else by the first metric from the largest on; equals by their dimensions. */
  private static Comparator<List<@Nullable Object>> order(Asked asked) {
    int dimensions = asked.dimensions().size();
    Comparator<List<@Nullable Object>> order = (_, _) -> 0;
    int time = -1;
    for (int i = 0; i < dimensions && time < 0; i++) {
      time = List.of("date", "week", "month").contains(asked.dimensions().get(i)) ? i : -1;
    }
    if (time >= 0) {
      order = order.thenComparing(column(time));
    } else {
      order =
          order.thenComparing(
              row -> row.get(dimensions) instanceof Number n ? n.doubleValue() : null,
              Comparator.nullsLast(Comparator.reverseOrder()));
    }
    for (int i = 0; i < dimensions; i++) {
      order = order.thenComparing(column(i));
    }
    return order;
  }

  private static Comparator<List<@Nullable Object>> column(int place) {
    return Comparator.comparing(
        row -> (String) row.get(place), Comparator.nullsLast(Comparator.naturalOrder()));
  }
}
