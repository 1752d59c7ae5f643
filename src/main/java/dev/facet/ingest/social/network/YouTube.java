package dev.facet.ingest.social.network;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.Reply;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * YouTube: the channel and its videos from the Data API, days from the Analytics API.
 *
 * @see <a href="https://developers.google.com/youtube/analytics/metrics">metrics of reports</a>
 */
final class YouTube implements Network {
  private static final String HOST = "https://www.googleapis.com";
  private static final String REPORTS = "https://youtubeanalytics.googleapis.com";
  private static final String PARTS = "snippet,statistics,contentDetails";
  private static final int PAGE = 50;

  private static final Set<String> LIMITS =
      Set.of("quotaExceeded", "rateLimitExceeded", "dailyLimitExceeded", "userRateLimitExceeded");

  private static final String METRICS =
      "views,likes,comments,shares,subscribersGained,subscribersLost,estimatedMinutesWatched,"
          + "averageViewDuration";

  private static final Map<String, String> UNIFIED =
      Map.of(
          "views", "views",
          "likes", "likes",
          "comments", "comments",
          "shares", "shares",
          "estimatedMinutesWatched", "watch_time_minutes");

  @Override
  public String platform() {
    return "youtube";
  }

  @Override
  public String name() {
    return "YouTube";
  }

  @Override
  public String noun() {
    return "video";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told channel = channel(talk);
    Told statistics = channel.at("statistics");
    boolean hidden = statistics.isTrue("hiddenSubscriberCount");
    Days days = days(talk, today);
    Numbers level =
        new Numbers()
            .put("followers", hidden ? null : statistics.number("subscriberCount"))
            .put("video_count", statistics.number("videoCount"))
            .put("views", statistics.number("viewCount"))
            .also("views", "impressions")
            .put("shares", days.sum("shares"));
    Optional<List<Reading.Post>> videos = videos(talk, channel);
    videos.ifPresent(
        all -> List.of("likes", "comments").forEach(name -> level.sum(name, all, name)));
    return new Reading(level.map(), days.map(), List.of(), videos.orElse(List.of()));
  }

  /** A channel without videos has a list of uploads that YouTube does not know. */
  private static Optional<List<Reading.Post>> videos(Conversation talk, Told channel) {
    Double count = channel.at("statistics").number("videoCount");
    return talk.ifGiven(() -> Pages.all(Pages.MOST, cursor -> page(talk, channel, PAGE, cursor)))
        .or(() -> count != null && count == 0 ? Optional.of(List.of()) : Optional.empty());
  }

  private static Told channel(Conversation talk) {
    Call call = Call.get(HOST, "/youtube/v3/channels").with("part", PARTS).with("mine", "true");
    List<Told> items = talk.ask(talk.bearer(call)).listOrNone("items");
    if (items.isEmpty()) {
      throw talk.failure(Kind.NOT_FOUND, "knows no channel of this account", null);
    }
    return items.getFirst();
  }

  private static Days days(Conversation talk, LocalDate today) {
    Call call =
        Call.get(REPORTS, "/v2/reports")
            .with("ids", "channel==MINE")
            .with("startDate", today.minusDays(Days.LENGTH))
            .with("endDate", today)
            .with("dimensions", "day")
            .with("metrics", METRICS)
            .with("sort", "day");
    Days days = new Days(today);
    talk.tryToAsk(talk.bearer(call)).ifPresent(report -> put(days, report));
    return days;
  }

  /** The headers say which column is which. */
  private static void put(Days days, Told report) {
    List<String> columns =
        report.list("columnHeaders").stream()
            .map(header -> Objects.requireNonNullElse(header.text("name"), ""))
            .toList();
    int day = columns.indexOf("day");
    if (report.has("rows") && !report.at("rows").node().isArray()) {
      throw report.at("rows").unreadable("a list");
    }
    if (report.at("rows").node().isEmpty()) {
      days.putNone(UNIFIED.values());
    }
    for (JsonNode row : report.at("rows").node()) {
      Told label = new Told(report.network(), row.path(day));
      LocalDate date =
          Times.day(label.node().asText()).orElseThrow(() -> label.unreadable("a day"));
      for (int i = 0; i < columns.size(); i++) {
        String unified = UNIFIED.get(columns.get(i));
        if (unified != null) {
          Double value = new Told(report.network(), row.path(i)).at().number();
          days.put(date, unified, value);
          days.put(date, unified.equals("views") ? "impressions" : unified, value);
        }
      }
    }
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    return page(talk, channel(talk), Math.min(limit, PAGE), cursor);
  }

  /** The list of uploads has only ids; the numbers are those of the videos. */
  private static Posts page(Conversation talk, Told channel, int limit, Optional<String> cursor) {
    String uploads = channel.at("contentDetails", "relatedPlaylists").text("uploads");
    if (uploads == null) {
      throw talk.failure(Kind.NOT_FOUND, "knows no uploads of this channel", null);
    }
    Call call =
        Call.get(HOST, "/youtube/v3/playlistItems")
            .with("part", "contentDetails,snippet")
            .with("playlistId", uploads)
            .with("maxResults", limit);
    Call page = cursor.map(token -> call.with("pageToken", token)).orElse(call);
    Told answer = talk.ask(talk.bearer(page));
    List<String> ids = new ArrayList<>();
    for (Told item : answer.list("items")) {
      String id = item.at("contentDetails").text("videoId");
      if (id != null) {
        ids.add(id);
      }
    }
    return new Posts(videos(talk, ids), Optional.ofNullable(answer.text("nextPageToken")));
  }

  private static List<Reading.Post> videos(Conversation talk, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Call call =
        Call.get(HOST, "/youtube/v3/videos")
            .with("part", PARTS)
            .with("id", ids.stream().collect(joining(",")));
    return talk.ask(talk.bearer(call)).list("items").stream().map(YouTube::published).toList();
  }

  private static Reading.Post published(Told video) {
    Told snippet = video.at("snippet");
    Told statistics = video.at("statistics");
    Published published = Published.of(video, "id");
    return published
        .url("https://www.youtube.com/watch?v=" + published.id())
        .title(snippet.text("title"))
        .caption(snippet.text("description"))
        .type("VIDEO")
        .thumbnail(snippet.at("thumbnails", "high").text("url"))
        .at(snippet.time("publishedAt"))
        .with("views", statistics.number("viewCount"))
        .with("likes", statistics.number("likeCount"))
        .with("comments", statistics.number("commentCount"))
        .with("favorites", statistics.number("favoriteCount"))
        .post();
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    return videos(talk, List.of(id)).stream().findFirst().map(Reading.Post::metrics);
  }

  /** A quota that is used up is no lack of permission. */
  @Override
  public Optional<Kind> refusal(Reply reply) {
    boolean limited =
        reply.status() == 403
            && reply.body().path("error").path("errors").findValuesAsText("reason").stream()
                .anyMatch(LIMITS::contains);
    return limited ? Optional.of(Kind.RATE_LIMIT) : Network.byStatus(reply.status());
  }

  @Override
  public String words(JsonNode body) {
    return body.path("error").path("message").asText("");
  }

  @Override
  public Optional<Consent> consent() {
    String scope = "https://www.googleapis.com/auth/";
    return Optional.of(
        new Consent(
            URI.create(
                "https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent"),
            URI.create("https://oauth2.googleapis.com/token"),
            List.of(scope + "youtube.readonly", scope + "yt-analytics.readonly"),
            " ",
            "client_id",
            true,
            false,
            null));
  }
}
