package dev.facet.api.uploadpost;

import static dev.facet.api.uploadpost.Uploads.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.StubHost.Asked;
import dev.facet.ingest.social.StubHost.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts of connected accounts: their networks, here a stub, are asked now. */
class LiveReadsTest {
  private static final String POST = "/uploadposts/post-analytics/abc123-def456";
  private static final String NATIVE =
      "/uploadposts/post-analytics?platform=youtube&user=acme&platform_post_id=";

  @TempDir private Path folder;
  private volatile Instant now = ServerUnderTest.NOW;
  private volatile Said youtube = new Said(200, "{\"items\": []}");
  private StubHost network;
  private Uploads uploads;

  @BeforeEach
  void start() throws Exception {
    network = new StubHost(this::answer);
    uploads = new Uploads(folder, Map.of("connectors.allow", "127.0.0.1"), () -> now);
    uploads.connect("acme", "youtube", network.url());
    uploads.connect("acme", "tiktok", network.url());
    uploads.rows(
        "posts",
        """
        {"post_id":"1","request_id":"abc123-def456","profile":"acme","platform":"youtube","platform_post_id":"dQw4w9WgXcQ","url":"https://youtube.com/watch?v=dQw4w9WgXcQ","published_at":"2026-02-10T23:59:59Z","success":true}
        {"post_id":"2","request_id":"abc123-def456","profile":"acme","platform":"tiktok","platform_post_id":"7123456789","published_at":"2026-02-10T14:30:00Z","success":true}
        {"post_id":"3","request_id":"abc123-def456","profile":"acme","platform":"x","platform_post_id":"9","published_at":"2026-02-10T14:30:00Z","success":false,"error_message":"Too long"}
        """);
    video("5200");
  }

  @AfterEach
  void stop() {
    uploads.close();
    network.close();
  }

  private Said answer(Asked asked) {
    String path = asked.target().replaceFirst("\\?.*", "");
    return switch (path) {
      case "/youtube/v3/videos" -> youtube;
      case "/youtube/v3/channels" ->
          new Said(
              200,
              "{\"items\": [{\"contentDetails\": {\"relatedPlaylists\": {\"uploads\": \"u\"}}}]}");
      case "/youtube/v3/playlistItems" ->
          new Said(
              200,
              "{\"items\": [{\"contentDetails\": {\"videoId\": \"dQw4w9WgXcQ\"}}], \"nextPageToken\": \"n2\"}");
      default -> new Said(200, "{\"data\": {\"videos\": []}, \"error\": {\"code\": \"ok\"}}");
    };
  }

  private void video(String views) {
    youtube =
        new Said(
            200,
            """
            {"items": [{"id": "dQw4w9WgXcQ", "snippet": {"title": "t", "publishedAt": "2025-06-15T10:30:00Z"}, "statistics":
              {"viewCount": "%s", "likeCount": "120", "commentCount": "8", "favoriteCount": "3"}}]}"""
                .formatted(views));
  }

  @Test
  void numbers_are_those_of_the_network_now_and_an_error_says_why_there_are_none()
      throws Exception {
    Reply reply = uploads.get(POST);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode platforms = reply.json().path("platforms");
    assertThat(platforms.at("/youtube/post_metrics"))
        .isEqualTo(json("{\"views\":5200,\"likes\":120,\"comments\":8,\"favorites\":3}"));
    assertThat(platforms.at("/youtube/post_metrics_source").asText()).isEqualTo("platform_api");
    assertThat(platforms.at("/tiktok/post_metrics_error").asText())
        .isEqualTo("TikTok video not found (ID: 7123456789). The token may need to be refreshed.");
    assertThat(platforms.path("tiktok").has("post_metrics")).isFalse();
    assertThat(platforms.path("tiktok").has("post_metrics_source")).isFalse();
    assertThat(platforms.at("/x/error_message").asText()).isEqualTo("Too long");
    assertThat(network.asked()).hasSize(2);
    assertThat(reply.body()).doesNotContain(Uploads.TOKEN);
  }

  @Test
  void what_was_read_is_kept_as_todays_numbers() throws Exception {
    uploads.get(POST);
    video("5300");
    uploads.get(POST + "?platform=youtube");
    String cached = "/uploadposts/post-analytics/cached?user=acme";

    JsonNode posts = uploads.get(cached).json().path("posts");

    assertThat(posts).hasSize(1);
    assertThat(posts.at("/0/post_id").asText()).isEqualTo("dQw4w9WgXcQ");
    assertThat(posts.at("/0/date").asText()).isEqualTo("2026-03-04");
    assertThat(posts.at("/0/metrics/views").asInt()).isEqualTo(5300);
    now = now.plus(Duration.ofDays(1));
    uploads.get(POST);
    assertThat(uploads.get(cached).json().path("posts").findValuesAsText("date"))
        .containsExactly("2026-03-05", "2026-03-04");
  }

  @Test
  void one_platform_is_asked_for_one_platform() throws Exception {
    uploads.get(POST + "?platform=youtube");

    assertThat(network.asked()).hasSize(1);
    uploads.get(POST + "?platform=x");
    assertThat(network.asked()).hasSize(1);
  }

  @Test
  void an_organic_post_that_nobody_stored_is_read_and_kept() throws Exception {
    JsonNode read = uploads.get(NATIVE + "dQw4w9WgXcQ").json();
    assertThat(read.at("/post/source").asText()).isEqualTo("api_uploaded");

    youtube = new Said(200, youtube.body().replace("dQw4w9WgXcQ", "organic"));
    JsonNode organic = uploads.get(NATIVE + "organic").json();
    assertThat(organic.path("post"))
        .isEqualTo(
            json(
                """
                {"platform_post_id": "organic", "platform": "youtube", "profile_username": "acme",
                 "source": "organic"}"""));
    assertThat(organic.at("/platforms/youtube/post_metrics/views").asInt()).isEqualTo(5200);
    assertThat(
            uploads
                .get("/uploadposts/post-analytics/cached?user=acme")
                .json()
                .path("posts")
                .findValuesAsText("post_id"))
        .containsExactly("dQw4w9WgXcQ", "organic");
  }

  @Test
  void a_dead_token_asks_for_the_account_to_be_connected_anew() throws Exception {
    youtube = new Said(401, "{\"error\": {\"message\": \"bad %s\"}}".formatted(Uploads.TOKEN));

    Reply reply = uploads.get(POST);

    assertThat(reply.json().at("/platforms/youtube/post_metrics_error").asText())
        .startsWith("YouTube");
    assertThat(reply.body()).doesNotContain(Uploads.TOKEN);
    JsonNode accounts =
        uploads.get("/uploadposts/users/acme").json().at("/profile/social_accounts");
    assertThat(accounts.at("/youtube/reauth_required").asBoolean()).isTrue();
    assertThat(accounts.at("/tiktok/reauth_required").asBoolean(true)).isFalse();
    assertThat(accounts.path("x").asText("none")).isEmpty();
  }

  @Test
  void a_hundred_live_reads_in_five_minutes_are_enough_for_an_organisation() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThat(uploads.get(POST + "?platform=youtube").status()).isEqualTo(200);
      assertThat(uploads.as("Apikey phx_vic", "" + NATIVE + "dQw4w9WgXcQ").status()).isEqualTo(200);
    }

    Reply refused = uploads.get(POST);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("300");
    assertThat(refused.json().path("success").asBoolean(true)).isFalse();
    assertThat(refused.json().path("message").asText()).contains("100");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("6000");
    assertThat(uploads.get(NATIVE + "dQw4w9WgXcQ").status()).isEqualTo(429);
    assertThat(uploads.get("/uploadposts/post-analytics/cached?user=acme").status()).isEqualTo(200);
    assertThat(uploads.get(POST + "?platform=x").status()).isEqualTo(200);
    now = now.plus(Duration.ofMinutes(5));
    assertThat(uploads.get(POST).status()).isEqualTo(200);
  }

  @Test
  void media_are_the_networks_newest_posts() throws Exception {
    video("1");
    Reply reply = uploads.get("/uploadposts/media?platform=youtube&user=acme&limit=500&cursor=n1");

    assertThat(reply.json())
        .isEqualTo(
            json(
                """
                {"success": true,
                 "media": [{"id": "dQw4w9WgXcQ", "caption": "t", "media_type": "VIDEO", "media_url": null,
                   "permalink": "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                   "timestamp": "2025-06-15T10:30:00+0000", "thumbnail_url": null}],
                 "pagination": {"limit": 50, "next_cursor": "n2", "has_more": true}}"""));
    assertThat(network.asked().get(1).target()).contains("maxResults=50", "pageToken=n1");
  }

  @Test
  void media_of_a_network_that_fails_are_an_error() throws Exception {
    youtube = new Said(500, "{}");
    Reply reply = uploads.get("/uploadposts/media?platform=youtube&user=acme");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.json().path("error").asText()).startsWith("YouTube");
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.body()).doesNotContain(Uploads.TOKEN);
  }
}
