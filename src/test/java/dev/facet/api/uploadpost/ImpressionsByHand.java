package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What total impressions are, by loops over rows.
 *
 * @param today in UTC
 */
record ImpressionsByHand(List<Row> rows, LocalDate today) {
  private static final Set<String> BY_REACH = Set.of("instagram", "facebook", "linkedin");
  private static final Set<String> BY_VIEWS = Set.of("youtube", "tiktok", "threads");
  private static final Set<String> STOCKS = Set.of("followers", "following", "video_count");

  /** A stored snapshot. */
  record Row(
      String profile,
      String platform,
      LocalDate date,
      Map<String, Long> level,
      Map<String, Long> daily) {

    private @Nullable Long primary() {
      if (BY_REACH.contains(platform)) {
        return daily.get("reach");
      }
      Long impressions = daily.get("impressions");
      if (impressions != null) {
        return impressions;
      }
      return BY_VIEWS.contains(platform)
          ? daily.get("views")
          : platform.equals("reddit") ? daily.get("score") : null;
    }
  }

  /** The sums of one number over networks and days. */
  private static final class Sums {
    private final SortedMap<String, Long> platforms = new TreeMap<>();
    private final SortedMap<String, Long> days = new TreeMap<>();

    private long total() {
      return platforms.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * The whole answer, with its parts.
   *
   * @param platforms none for all
   * @param metrics none for what was seen
   */
  ObjectNode answer(
      String profile, LocalDate from, LocalDate to, List<String> platforms, List<String> metrics) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("success", true);
    body.put("profile_username", profile);
    body.put("start_date", from.toString()).put("end_date", to.toString());
    List<Row> asked =
        rows.stream()
            .filter(row -> row.profile().equals(profile))
            .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
            .filter(row -> platforms.isEmpty() || platforms.contains(row.platform()))
            .sorted((a, b) -> a.date().compareTo(b.date()))
            .toList();
    Map<String, Sums> sums = new LinkedHashMap<>();
    if (metrics.isEmpty()) {
      sums.put("", sums(asked, ""));
      body.put("total_impressions", sums.getOrDefault("", new Sums()).total());
    } else {
      ObjectNode totals = body.putObject("metrics");
      for (String metric : metrics) {
        sums.put(metric, sums(asked, metric));
        totals.put(metric, sums.getOrDefault(metric, new Sums()).total());
      }
    }
    if (!platforms.isEmpty()) {
      platforms.forEach(body.putArray("platforms_filter")::add);
    }
    ObjectNode perPlatform = body.putObject("per_platform");
    ObjectNode perDay = body.putObject("per_day");
    sums.forEach(
        (metric, one) -> {
          one.platforms.forEach(
              (metric.isEmpty() ? perPlatform : perPlatform.putObject(metric))::put);
          one.days.forEach((metric.isEmpty() ? perDay : perDay.putObject(metric))::put);
        });
    return body;
  }

  private static Sums sums(List<Row> rows, String metric) {
    Sums sums = new Sums();
    boolean stock = STOCKS.contains(metric);
    for (Row row : rows) {
      Long value =
          metric.isEmpty()
              ? row.primary()
              : stock ? row.level().get(metric) : row.daily().get(metric);
      if (value != null) {
        sums.platforms.merge(row.platform(), value, stock ? (old, newer) -> newer : Long::sum);
        sums.days.merge(row.date().toString(), value, Long::sum);
      }
    }
    return sums;
  }
}
