package dev.facet.api.uploadpost;

import static dev.facet.api.uploadpost.Uploads.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts of accounts that are not connected: what is stored is what there is. */
class PostsTest {
  @TempDir static Path folder;
  private static Uploads uploads;

  @BeforeAll
  static void start() throws Exception {
    uploads = new Uploads(folder);
    uploads.rows(
        "posts",
        """
        {"post_id":"1","request_id":"r-1","profile":"acme","platform":"youtube","platform_post_id":"dQw4","url":"https://youtube.com/watch?v=dQw4","title":"My Video","caption":"Check this out!","media_type":"video","published_at":"2026-02-10T14:30:00Z","success":true}
        {"post_id":"2","request_id":"r-1","profile":"acme","platform":"tiktok","platform_post_id":"7123456789","published_at":"2026-02-10T23:30:00Z","success":true}
        {"post_id":"3","request_id":"r-1","profile":"acme","platform":"x","published_at":"2026-02-10T14:31:00Z","success":false,"error_message":"Too long"}
        {"post_id":"4","profile":"acme","platform":"youtube","platform_post_id":"organic","published_at":"2026-02-12T00:00:00Z","success":true}
        {"post_id":"5","request_id":"r-2","profile":"bolt","platform":"youtube","platform_post_id":"bolt","published_at":"2026-03-01T00:00:00Z","success":true}
        {"post_id":"bolt/x/77","profile":"bolt","platform":"x","platform_post_id":"77","published_at":"2026-02-01T00:00:00Z","success":true}
        {"post_id":"up","request_id":"r-3","profile":"bolt","platform":"x","platform_post_id":"77","published_at":"2026-02-01T00:00:00Z","success":true}
        """);
    uploads.rows(
        "post_snapshots",
        """
        {"post_id":"1","date":"2026-02-11","metrics":{"views":1}}
        {"post_id":"1","date":"2026-03-03","metrics":{"views":5200,"likes":120}}
        {"post_id":"1","date":"2026-03-09","metrics":{"views":9999}}
        {"post_id":"4","date":"2026-03-03","metrics":{"views":7}}
        {"post_id":"4","date":"2026-01-03","metrics":{"views":6}}
        {"post_id":"5","date":"2026-03-03","metrics":{"views":8}}
        {"post_id":"bolt/x/77","date":"2026-02-02","metrics":{"likes":1}}
        {"post_id":"bolt/x/77","date":"2026-02-03","metrics":{"likes":2}}
        {"post_id":"up","date":"2026-02-03","metrics":{"likes":3}}
        """);
    uploads.rows(
        "profile_snapshots",
        """
        {"profile":"acme","platform":"youtube","date":"2026-02-10","level":{"followers":1500,"impressions":45000}}
        {"profile":"acme","platform":"youtube","date":"2026-02-20","level":{"followers":1650}}
        {"profile":"acme","platform":"youtube","date":"2026-02-21","level":{},"daily":{"views":3}}
        """);
  }

  @AfterAll
  static void stop() {
    uploads.close();
  }

  @Test
  void shows_an_upload_on_each_network_it_went_to() throws Exception {
    JsonNode body = uploads.get("/uploadposts/post-analytics/r-1").json();

    assertThat(body.path("post"))
        .isEqualTo(
            json(
                """
                {"request_id": "r-1", "profile_username": "acme", "post_title": "My Video",
                 "post_caption": "Check this out!", "media_type": "video", "upload_timestamp": "2026-02-10 14:30:00"}"""));
    assertThat(body.at("/platforms/youtube"))
        .isEqualTo(
            json(
                """
                {"success": true, "platform_post_id": "dQw4", "post_url": "https://youtube.com/watch?v=dQw4",
                 "post_metrics": {"likes": 120, "views": 5200}, "post_metrics_source": "snapshot_cache",
                 "profile_snapshot_at_post_date": {"followers": 1500, "impressions": 45000},
                 "profile_snapshot_latest": {"followers": 1650}, "profile_snapshot_latest_date": "2026-02-20"}"""));
    JsonNode tiktok = body.at("/platforms/tiktok");
    assertThat(tiktok.path("post_metrics_error").asText()).contains("tiktok");
    assertThat(tiktok.has("post_metrics")).isFalse();
    assertThat(tiktok.path("profile_snapshot_latest_date").isNull()).isTrue();
    JsonNode x = body.at("/platforms/x");
    assertThat(x.path("success").asBoolean(true)).isFalse();
    assertThat(x.path("error_message").asText()).isEqualTo("Too long");
    assertThat(x.has("post_metrics") || x.has("post_metrics_error")).isFalse();
  }

  @Test
  void an_upload_that_its_network_showed_before_is_one_post_and_was_uploaded() throws Exception {
    JsonNode post =
        uploads.get("/uploadposts/post-analytics?platform=x&user=bolt&platform_post_id=77").json();
    assertThat(post.at("/post/source").asText()).isEqualTo("api_uploaded");
    assertThat(post.at("/post/request_id").asText()).isEqualTo("r-3");
    JsonNode rows = uploads.get("/uploadposts/post-analytics/cached?user=bolt&platform=x").json();
    assertThat(rows.path("posts").findValuesAsText("date"))
        .containsExactly("2026-02-03", "2026-02-02");
    assertThat(rows.at("/posts/0/metrics/likes").asInt()).isEqualTo(3);
  }

  @Test
  void narrows_an_upload_down_to_a_network() throws Exception {
    JsonNode x = uploads.get("/uploadposts/post-analytics/r-1?platform=twitter").json();
    assertThat(x.path("platforms").properties()).hasSize(1);
    Reply other = uploads.get("/uploadposts/post-analytics/r-1?platform=pinterest");
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.json().path("platforms")).isEmpty();
  }

  @Test
  void finds_a_post_by_the_networks_own_id() throws Exception {
    String query = "/uploadposts/post-analytics?platform=youtube&user=acme&platform_post_id=";
    JsonNode known = uploads.get(query + "organic").json();
    assertThat(known.at("/post/source").asText()).isEqualTo("organic");
    assertThat(known.at("/post").has("request_id")).isFalse();
    assertThat(known.at("/platforms/youtube/post_metrics/views").asInt()).isEqualTo(7);
    assertThat(known.at("/platforms/youtube/primary_impressions_field").asText())
        .isEqualTo("impressions");

    JsonNode uploaded = uploads.get(query + "dQw4").json();
    assertThat(uploaded.at("/post/source").asText()).isEqualTo("api_uploaded");
    assertThat(uploaded.at("/post/request_id").asText()).isEqualTo("r-1");

    JsonNode unknown = uploads.get(query + "what").json();
    assertThat(unknown.at("/platforms/youtube/post_metrics_error").isTextual()).isTrue();
  }

  @Test
  void replays_stored_numbers_page_by_page() throws Exception {
    JsonNode all =
        uploads.get("/uploadposts/post-analytics/cached?user=acme&since=2026-01-01").json();
    assertThat(all.path("posts").findValuesAsText("post_id"))
        .containsExactly("dQw4", "organic", "dQw4", "organic");
    assertThat(all.at("/posts/0"))
        .isEqualTo(
            json(
                """
                {"post_id": "dQw4", "platform": "youtube", "profile_username": "acme", "date": "2026-03-03",
                 "captured_at": "2026-03-03T00:00:00Z", "metrics": {"likes": 120, "views": 5200},
                 "post_url": "https://youtube.com/watch?v=dQw4", "media_type": "video",
                 "upload_timestamp": "2026-02-10 14:30:00"}"""));
    String cursor = "";
    for (int page = 0; page < 4; page++) {
      JsonNode part =
          uploads
              .get("/uploadposts/post-analytics/cached?user=acme&since=2026-01-01&limit=1" + cursor)
              .json();
      assertThat(part.at("/posts/0")).isEqualTo(all.path("posts").get(page));
      assertThat(part.path("has_more").asBoolean()).isEqualTo(page < 3);
      cursor = "&cursor=" + part.path("next_cursor").asText();
    }
    JsonNode usual = uploads.get("/uploadposts/post-analytics/cached?user=acme&limit=900").json();
    assertThat(usual.path("since").asText()).isEqualTo("2026-02-02");
    assertThat(usual.path("limit").asInt()).isEqualTo(200);
    assertThat(usual.path("posts")).hasSize(3);
  }

  @Test
  void lists_what_was_uploaded() throws Exception {
    JsonNode history = uploads.get("/uploadposts/history?limit=20").json();

    assertThat(history.path("total").asInt()).isEqualTo(5);
    assertThat(history.path("history").findValuesAsText("platform_post_id"))
        .containsExactly("bolt", "7123456789", "null", "dQw4", "77");
    assertThat(history.at("/history/3/request_total_platforms").asInt()).isEqualTo(3);
    assertThat(history.at("/history/3/upload_timestamp").asText())
        .isEqualTo("2026-02-10T14:30:00Z");
    assertThat(
            uploads
                .get("/uploadposts/history?request_id=r-1&start=2026-02-10&end=2026-02-10")
                .json()
                .path("total")
                .asInt())
        .isEqualTo(3);
    assertThat(uploads.get("/uploadposts/status?request_id=r-1").json().path("status").asText())
        .isEqualTo("completed");
  }

  @Test
  void makes_and_takes_away_profiles() throws Exception {
    String body = "{\"username\": \"new\"}";
    assertThat(uploads.send("POST", "/uploadposts/users", body).status()).isEqualTo(201);
    assertThat(uploads.send("POST", "/uploadposts/users", body).status()).isEqualTo(409);
    JsonNode list = uploads.get("/uploadposts/users").json();
    assertThat(list.path("profiles").findValuesAsText("username"))
        .containsExactly("acme", "bolt", "new");
    assertThat(list.at("/profiles/2/social_accounts").properties()).hasSize(10);
    assertThat(uploads.get("/uploadposts/users/new").status()).isEqualTo(200);
    assertThat(uploads.send("DELETE", "/uploadposts/users", body).status()).isEqualTo(200);
    assertThat(uploads.send("DELETE", "/uploadposts/users", body).status()).isEqualTo(404);
    assertThat(uploads.get("/uploadposts/users/new").json().path("message").asText())
        .isEqualTo("Profile not found");
  }

  @ParameterizedTest
  @CsvSource({
    "/uploadposts/post-analytics/none, 404, none",
    "/uploadposts/post-analytics, 400, platform_post_id",
    "/uploadposts/post-analytics?platform_post_id=1, 400, platform",
    "/uploadposts/post-analytics?platform_post_id=1&platform=x, 400, user",
    "/uploadposts/post-analytics?platform_post_id=1&platform=myspace&user=acme, 400, platform",
    "/uploadposts/post-analytics?platform_post_id=1&platform=x&user=nobody, 404, nobody",
    "/uploadposts/post-analytics/cached, 400, user",
    "/uploadposts/post-analytics/cached?user=nobody, 404, nobody",
    "/uploadposts/post-analytics/cached?user=acme&limit=0, 400, limit",
    "/uploadposts/post-analytics/cached?user=acme&limit=1.5, 400, limit",
    "/uploadposts/post-analytics/cached?user=acme&cursor=5, 400, cursor",
    "/uploadposts/post-analytics/cached?user=acme&platform=myspace, 400, platform",
    "/uploadposts/post-analytics/cached?user=acme&since=x, 400, since",
    "/uploadposts/history?page=0, 400, Invalid page",
    "/uploadposts/history?limit=101, 400, Invalid limit",
    "/uploadposts/status, 400, request_id is required",
    "/uploadposts/status?job_id=none, 404, none",
    "/uploadposts/media?platform=x&user=acme, 400, no account",
    "/uploadposts/media?user=acme, 400, platform",
    "/uploadposts/audience?user=acme&platform=x, 400, tiktok",
    "/uploadposts/audience?user=nobody, 404, nobody",
  })
  void refuses_by_name(String path, int status, String word) throws Exception {
    Reply reply = uploads.get(path);

    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.json().path("message").asText()).contains(word);
  }
}
