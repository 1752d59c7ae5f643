package dev.facet.dataset;

import static dev.facet.dataset.Value.column;
import static dev.facet.dataset.Value.key;

import dev.facet.model.Column;
import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What reports can be asked of: the named metrics and dimensions, each written once. */
public final class Cubes {
  private static final Set<String> DAYS = Set.of("date");

  private static final Metric.Formula CLICKS = new Metric.Sum(column(Cube.CLICKS));
  private static final Metric.Formula CONVERSIONS = new Metric.Sum(column(Cube.CONVERSIONS));
  private static final Metric.Formula IMPRESSIONS = newest("impressions", "views");
  private static final Metric.Formula LIKES = newest("likes");
  private static final Metric.Formula COMMENTS = newest("comments", "replies");
  private static final List<Value.Condition> UNSHARED =
      List.of(new Value.Lacks(key(Cube.NEWEST, "shares")));
  private static final Metric.Formula SHARES =
      new Metric.Together(
          List.of(
              newest("shares"),
              new Metric.Sum(new Value.Where(key(Cube.NEWEST, "reposts"), UNSHARED)),
              new Metric.Sum(new Value.Where(key(Cube.NEWEST, "quotes"), UNSHARED))));
  private static final Metric.Formula ENGAGEMENTS =
      new Metric.Together(List.of(CLICKS, LIKES, COMMENTS, SHARES));

  private static final Cube POSTS =
      new Cube(
          "posts",
          SocialDatasets.POSTS,
          Cube.Rows.POSTS,
          time("published_at"),
          List.of(),
          dimensions(
              SocialDatasets.POSTS,
              named("network", column("platform")),
              new Dimension("tag", Type.TEXTS, column("tags"), false),
              named("source", new Value.Either("request_id", "api_uploaded", "organic")),
              named("status", new Value.Either("success", "published", "failed"))),
          List.of(
              count(),
              new Metric("posts", "how many posts", new Metric.Count()),
              new Metric("impressions", "how often seen, else viewed", IMPRESSIONS),
              new Metric("reach", "how many accounts saw it", newest("reach")),
              new Metric("views", "how often viewed", newest("views")),
              new Metric("likes", "reactions", LIKES),
              new Metric("comments", "comments, else replies", COMMENTS),
              new Metric("shares", "shares, else reposts and quotes", SHARES),
              new Metric("saves", "how often saved, else bookmarked", newest("saves", "bookmarks")),
              new Metric("clicks", "rows of clicks with its post_id", CLICKS),
              new Metric("conversions", "those with converted_at", CONVERSIONS),
              new Metric("engagements", "clicks, likes, comments and shares", ENGAGEMENTS),
              rate("engagement_rate", ENGAGEMENTS, IMPRESSIONS, "engagements by impressions"),
              rate("click_through_rate", CLICKS, IMPRESSIONS, "clicks by impressions"),
              rate("conversion_rate", CONVERSIONS, CLICKS, "conversions by clicks")),
          false);

  private static final Metric.Formula CONVERTED = new Metric.CountOf(column("converted_at"));

  private static final Cube CLICK =
      new Cube(
          "clicks",
          SocialDatasets.CLICKS,
          Cube.Rows.PLAIN,
          time("at"),
          List.of(),
          dimensions(SocialDatasets.CLICKS),
          List.of(
              count(),
              new Metric("clicks", "how many clicks", new Metric.Count()),
              new Metric("conversions", "those with converted_at", CONVERTED),
              new Metric(
                  "unique_visitors",
                  "different visitor_id",
                  new Metric.Distinct(column("visitor_id"))),
              rate("conversion_rate", CONVERTED, new Metric.Count(), "conversions by clicks")),
          false);

  private static final Cube CONVERSION =
      new Cube(
          "conversions",
          SocialDatasets.CLICKS,
          Cube.Rows.PLAIN,
          time("converted_at"),
          List.of(new Value.IsThere("converted_at")),
          dimensions(SocialDatasets.CLICKS),
          List.of(
              count(),
              new Metric("conversions", "clicks with converted_at", new Metric.Count()),
              new Metric(
                  "unique_visitors",
                  "different visitor_id",
                  new Metric.Distinct(column("visitor_id")))),
          false);

  private static final Cube PROFILES =
      new Cube(
          "profile_snapshots",
          SocialDatasets.PROFILE_SNAPSHOTS,
          Cube.Rows.SNAPSHOTS,
          day(),
          List.of(),
          dimensions(SocialDatasets.PROFILE_SNAPSHOTS, named("network", column("platform"))),
          profileMetrics(),
          false);

  private static final Cube POST_DAYS =
      new Cube(
          "post_snapshots",
          SocialDatasets.POST_SNAPSHOTS,
          Cube.Rows.PLAIN,
          day(),
          List.of(),
          dimensions(SocialDatasets.POST_SNAPSHOTS),
          List.of(count()),
          false);

  private static final Cube EVENTS =
      new Cube(
          "events",
          Datasets.EVENTS,
          Cube.Rows.EVENTS,
          time("timestamp"),
          List.of(),
          List.of(
              named("event", column("event")),
              named("distinct_id", column("distinct_id")),
              named("uuid", column("uuid")),
              time("timestamp")),
          List.of(
              count(),
              new Metric("events", "how many events", new Metric.Count()),
              new Metric("persons", "different persons", new Metric.Distinct(column("person")))),
          false);

  public static final List<Cube> ALL =
      Stream.concat(
              Stream.of(EVENTS, POSTS, CLICK, CONVERSION, PROFILES, POST_DAYS),
              BusinessCubes.ALL.stream())
          .toList();

  private Cubes() {}

  /** The one of this name. */
  public static Optional<Cube> of(String name) {
    return ALL.stream().filter(cube -> cube.name().equals(name)).findFirst();
  }

  private static List<Metric> profileMetrics() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(count());
    for (String level : List.of("followers", "following", "video_count")) {
      Value.OfKey key = new Value.OfKey("level", level);
      metrics.add(new Metric(level, "last level of each profile, added up", new Metric.Last(key)));
      metrics.add(
          new Metric(level + "_added", "change of the level, added up", new Metric.Change(key)));
    }
    for (String daily :
        List.of(
            "reach",
            "impressions",
            "views",
            "profileViews",
            "likes",
            "comments",
            "shares",
            "saves",
            "pin_clicks",
            "outbound_clicks",
            "watch_time_minutes")) {
      metrics.add(
          new Metric(daily, "sum of the days", new Metric.Sum(new Value.OfKey("daily", daily))));
    }
    return metrics;
  }

  static Metric count() {
    return new Metric("count", "how many rows", new Metric.Count());
  }

  static Metric rate(String name, Metric.Formula dividend, Metric.Formula divisor, String about) {
    return new Metric(name, about, new Metric.Ratio(dividend, divisor));
  }

  private static Metric.Formula newest(String... keys) {
    List<Value> values = new ArrayList<>();
    for (String key : keys) {
      values.add(key(Cube.NEWEST, key));
    }
    return new Metric.Sum(values.size() == 1 ? values.getFirst() : new Value.FirstOf(values));
  }

  static Dimension named(String name, Value value) {
    return new Dimension(name, Type.TEXT, value, false);
  }

  static Dimension time(String column) {
    return new Dimension(column, Type.TIME, column(column), false);
  }

  private static Dimension day() {
    return new Dimension("date", Type.TEXT, column("date"), true);
  }

  /** Every scalar column, and what else is given. */
  static List<Dimension> dimensions(Dataset dataset, Dimension... more) {
    List<Dimension> dimensions = new ArrayList<>();
    for (Column column : dataset.columns()) {
      if (column.type() != Type.OBJECT && !column.type().isListOfOne()) {
        boolean isDay = DAYS.contains(column.name());
        dimensions.add(new Dimension(column.name(), column.type(), column(column.name()), isDay));
      }
    }
    dimensions.addAll(List.of(more));
    return dimensions;
  }
}
