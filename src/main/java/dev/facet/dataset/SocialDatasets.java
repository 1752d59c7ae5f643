package dev.facet.dataset;

import static dev.facet.model.Type.BOOLEAN;
import static dev.facet.model.Type.OBJECT;
import static dev.facet.model.Type.TEXT;
import static dev.facet.model.Type.TEXTS;
import static dev.facet.model.Type.TIME;

import dev.facet.model.Column;
import java.util.List;

/**
 * What social networks say of profiles and posts. A {@code date} is a day such as 2026-03-01,
 * wherever it was counted; platforms and networks are named in lower case.
 */
public final class SocialDatasets {
  /**
   * A profile on a platform, day by day: {@code level} what counters showed, {@code daily} what
   * came about on the day.
   */
  public static final Dataset PROFILE_SNAPSHOTS =
      new Dataset(
          "profile_snapshots",
          List.of(
              new Column("profile", TEXT),
              new Column("platform", TEXT),
              new Column("date", TEXT),
              new Column("level", OBJECT),
              new Column("daily", OBJECT)),
          List.of("profile", "platform", "date"),
          "date");

  /** What was posted, a row for each platform. */
  public static final Dataset POSTS =
      new Dataset(
          "posts",
          List.of(
              new Column("post_id", TEXT),
              new Column("request_id", TEXT),
              new Column("profile", TEXT),
              new Column("platform", TEXT),
              new Column("platform_post_id", TEXT),
              new Column("url", TEXT),
              new Column("title", TEXT),
              new Column("caption", TEXT),
              new Column("media_type", TEXT),
              new Column("published_at", TIME),
              new Column("success", BOOLEAN),
              new Column("error_message", TEXT),
              new Column("campaign", TEXT),
              new Column("message", TEXT),
              new Column("tags", TEXTS),
              new Column("creator", TEXT)),
          List.of("post_id"),
          "published_at");

  /** The counters of a post, day by day; each holds all that came before. */
  public static final Dataset POST_SNAPSHOTS =
      new Dataset(
          "post_snapshots",
          List.of(
              new Column("post_id", TEXT), new Column("date", TEXT), new Column("metrics", OBJECT)),
          List.of("post_id", "date"),
          "date");

  /** Clicks on links in posts; {@code converted_at} is empty for those that led to nothing. */
  public static final Dataset CLICKS =
      new Dataset(
          "clicks",
          List.of(
              new Column("click_id", TEXT),
              new Column("at", TIME),
              new Column("post_id", TEXT),
              new Column("profile", TEXT),
              new Column("network", TEXT),
              new Column("campaign", TEXT),
              new Column("link_url", TEXT),
              new Column("visitor_id", TEXT),
              new Column("geo_country", TEXT),
              new Column("geo_city", TEXT),
              new Column("geo_organization", TEXT),
              new Column("converted_at", TIME),
              new Column("conversion_tag", TEXT)),
          List.of("click_id"),
          "at");

  private SocialDatasets() {}
}
