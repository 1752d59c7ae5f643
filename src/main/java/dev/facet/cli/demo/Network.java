package dev.facet.cli.demo;

import java.util.List;

/**
 * A social network the shop is on.
 *
 * @param followers how many followed three months ago
 * @param growth how many more do each day, about
 * @param seen how many of a thousand followers see a post
 * @param liked how many of a thousand who saw it like it
 * @param daily what the network counts day by day
 * @param counted what it counts of a post
 */
record Network(
    String platform,
    int followers,
    double growth,
    int seen,
    int liked,
    List<String> daily,
    List<String> counted) {
  private static final List<String> USUAL =
      List.of("reach", "impressions", "profileViews", "likes", "comments", "shares");
  private static final List<String> WATCHED = List.of("impressions", "likes", "comments", "shares");

  static final List<Network> ALL =
      List.of(
          new Network(
              "instagram",
              18_400,
              41,
              420,
              52,
              List.of(
                  "reach",
                  "impressions",
                  "profileViews",
                  "likes",
                  "comments",
                  "shares",
                  "saves",
                  "views"),
              List.of("views", "reach", "likes", "comments", "shares", "saves")),
          new Network(
              "tiktok",
              9_800,
              63,
              900,
              61,
              WATCHED,
              List.of("views", "likes", "comments", "shares")),
          new Network(
              "linkedin",
              5_200,
              12,
              510,
              24,
              USUAL,
              List.of("impressions", "reach", "clicks", "likes", "comments", "shares")),
          new Network(
              "facebook",
              12_600,
              -3,
              140,
              17,
              USUAL,
              List.of("impressions", "reach", "likes", "comments", "shares")),
          new Network(
              "x",
              7_300,
              4,
              260,
              13,
              List.of("impressions", "likes", "comments", "shares", "saves"),
              List.of("impressions", "likes", "replies", "reposts", "quotes", "bookmarks")),
          new Network(
              "youtube",
              3_900,
              9,
              640,
              38,
              List.of("impressions", "views", "likes", "comments", "shares"),
              List.of("views", "likes", "comments", "favorites")),
          new Network(
              "threads",
              2_700,
              15,
              330,
              29,
              List.of("impressions", "views", "likes", "comments", "shares"),
              List.of("views", "likes", "replies", "reposts", "quotes", "shares")),
          new Network(
              "pinterest",
              6_100,
              7,
              780,
              9,
              List.of("impressions", "saves", "pin_clicks", "outbound_clicks"),
              List.of("impressions", "saves", "pin_clicks", "outbound_clicks")),
          new Network(
              "reddit",
              1_150,
              3,
              690,
              44,
              List.of("impressions", "likes", "comments"),
              List.of("score", "likes", "comments", "shares")),
          new Network(
              "bluesky",
              1_480,
              11,
              350,
              33,
              List.of("likes", "comments", "shares"),
              List.of("likes", "replies", "reposts", "quotes")));
}
