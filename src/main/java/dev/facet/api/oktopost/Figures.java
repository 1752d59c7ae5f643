package dev.facet.api.oktopost;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.model.Grain;
import dev.facet.model.Table;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Compare;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.ReportQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports that no dashboard has, about posts and profiles. */
final class Figures {
  /** What is told of a post, by the names of metrics. */
  static final List<String> OF_POSTS =
      List.of("posts", "clicks", "conversions", "comments", "likes", "shares", "impressions");

  private static final DateRange ALWAYS =
      new DateRange(day(LocalDate.of(1, 1, 1)), day(LocalDate.of(9999, 12, 31)), false);
  private static final Cube POSTS = Cubes.of("posts").orElseThrow();
  private static final Cube PROFILES = Cubes.of("profile_snapshots").orElseThrow();

  private Figures() {}

  /** A day as a bound of dates. */
  static DateBound day(LocalDate day) {
    return new DateBound.Absolute(day.atStartOfDay(), null, true);
  }

  /** The figures of all posts, by a dimension. */
  static ReportQuery ofPosts(String dimension, Filter filter) {
    return report(
        POSTS,
        new ReportQuery.By(dimension, POSTS.dimension(dimension).orElseThrow(), null),
        OF_POSTS,
        filter,
        ALWAYS);
  }

  /** The figures of some posts, by post. */
  static ReportQuery ofPosts(List<String> ids) {
    return ofPosts("post_id", among("post_id", ids));
  }

  /** The followers of a profile, day by day. */
  static ReportQuery followers(String profile, @Nullable DateRange range) {
    return report(
        PROFILES,
        new ReportQuery.By("date", PROFILES.time(), Grain.DAY),
        List.of("followers", "followers_added"),
        among("profile", List.of(profile)),
        range);
  }

  private static ReportQuery report(
      Cube cube,
      ReportQuery.By by,
      List<String> metrics,
      Filter filter,
      @Nullable DateRange range) {
    return new ReportQuery(
        cube,
        List.of(by),
        metrics.stream().map(name -> cube.metric(name).orElseThrow()).toList(),
        filter,
        range,
        List.of(new ReportQuery.Order(0, false)),
        ReportQuery.MAX_ROWS,
        0);
  }

  private static Filter among(String dimension, List<String> values) {
    return new Compare(
        new PropertyRef(PropertyRef.Source.METADATA, dimension), Operator.EXACT, values);
  }

  /** A metric of each row, by what stands in the first column. */
  static Map<String, Double> metric(Table table, String name) {
    Map<String, Double> values = new HashMap<>();
    int column = table.indexOf(name);
    for (List<@Nullable Object> row : table.rows()) {
      if (row.getFirst() instanceof String key && row.get(column) instanceof Number number) {
        values.put(key, number.doubleValue());
      }
    }
    return values;
  }
}
