package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.api.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upload-Post's own client for Node against a running server, whose clock is at 4 March 2026. */
class UploadPostClientTest {
  private static final Driven CLIENT = new Driven("upload-post");
  private static final String PROFILE = "ünï/çode profile";
  private static final String SNAPSHOTS =
      """
      {"profile":"P","platform":"instagram","date":"2026-01-01","daily":{"reach":700}}
      {"profile":"P","platform":"instagram","date":"2026-01-31","daily":{"reach":11800}}
      {"profile":"P","platform":"youtube","date":"2026-01-01","daily":{"impressions":500}}
      {"profile":"P","platform":"youtube","date":"2026-01-02","daily":{"impressions":1450,"views":1}}
      {"profile":"P","platform":"youtube","date":"2026-01-03","daily":{"views":980}}
      {"profile":"P","platform":"youtube","date":"2026-01-30","daily":{"impressions":15800}}
      {"profile":"P","platform":"tiktok","date":"2026-01-31","daily":{"views":8000}}
      {"profile":"P","platform":"facebook","date":"2026-01-31","daily":{"reach":6000,"impressions":1}}
      {"profile":"P","platform":"youtube","date":"2026-02-10","level":{"followers":1500,"impressions":45000},"daily":{"likes":1200,"comments":80}}
      {"profile":"P","platform":"tiktok","date":"2026-02-10","level":{"followers":800},"daily":{"likes":1220,"comments":82}}
      {"profile":"P","platform":"instagram","date":"2026-02-10","daily":{"likes":2100,"comments":150}}
      {"profile":"P","platform":"youtube","date":"2026-02-20","level":{"followers":1650,"impressions":52000}}
      {"profile":"P","platform":"facebook","date":"2026-03-01","level":{"followers":4}}
      {"profile":"P","platform":"x","date":"2026-02-24","daily":{"impressions":1}}
      {"profile":"P","platform":"x","date":"2026-02-25","daily":{"impressions":8000}}
      {"profile":"P","platform":"x","date":"2026-03-04","daily":{"impressions":523}}
      """
          .replace("\"P\"", "\"" + PROFILE + "\"");
  private static final String POSTS =
      """
      {"post_id":"1","request_id":"abc123-def456","profile":"P","platform":"youtube","platform_post_id":"dQw4w9WgXcQ","url":"https://youtube.com/watch?v=dQw4w9WgXcQ","title":"My Video","caption":"Check this out!","media_type":"video","published_at":"2026-02-10T14:30:00Z","success":true}
      {"post_id":"2","profile":"P","platform":"reddit","platform_post_id":"t3_1","title":"Ask","published_at":"2026-02-11T00:00:00Z","success":true}
      """
          .replace("\"P\"", "\"" + PROFILE + "\"");
  private static final String POST_SNAPSHOTS =
      """
      {"post_id":"1","date":"2026-02-11","metrics":{"views":10}}
      {"post_id":"1","date":"2026-03-01","metrics":{"views":5200,"likes":120,"comments":8,"favorites":3}}
      {"post_id":"2","date":"2026-03-01","metrics":{"score":7}}
      """;

  @TempDir private Path folder;

  private static void send(ServerUnderTest server, String dataset, String rows) throws Exception {
    String path = "/facet/v1/projects/1/datasets/" + dataset + "/rows";
    assertThat(server.post(path, "phx_all", rows).json().path("rejected")).isEmpty();
    server.post("/facet/v1/flush", "phx_all", null);
  }

  private JsonNode said() throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder)) {
      send(server, "profile_snapshots", SNAPSHOTS);
      send(server, "posts", POSTS);
      send(server, "post_snapshots", POST_SNAPSHOTS);
      return json(CLIENT.run(server.url(), "phx_all"));
    }
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_client_reads_every_number_of_analytics() throws Exception {
    CLIENT.assumeInstalled();
    JsonNode said = said();

    totals(said);
    posts(said);
    profiles(said);
    refusals(said);
  }

  private static void totals(JsonNode said) {
    JsonNode total = said.path("total");
    assertThat(total.path("profile_username").asText()).isEqualTo(PROFILE);
    assertThat(total.path("total_impressions").asInt()).isEqualTo(45_230);
    assertThat(total.path("per_platform"))
        .isEqualTo(
            json("{\"facebook\":6000,\"instagram\":12500,\"tiktok\":8000,\"youtube\":18730}"));
    assertThat(total.at("/per_day/2026-01-01").asInt()).isEqualTo(1200);
    assertThat(total.at("/per_day/2026-01-02").asInt()).isEqualTo(1450);
    assertThat(total.at("/per_day/2026-01-03").asInt()).isEqualTo(980);
    assertThat(said.path("week").toString())
        .isEqualTo(
            "{\"success\":true,\"profile_username\":\"ünï/çode profile\","
                + "\"start_date\":\"2026-02-25\",\"end_date\":\"2026-03-04\",\"total_impressions\":8523}");
    JsonNode custom = said.path("custom");
    assertThat(custom.path("platforms_filter")).isEqualTo(json("[\"youtube\",\"tiktok\"]"));
    assertThat(custom.path("metrics")).isEqualTo(json("{\"likes\":2420,\"comments\":162}"));
    assertThat(custom.path("per_platform"))
        .isEqualTo(
            json(
                "{\"likes\":{\"tiktok\":1220,\"youtube\":1200},\"comments\":{\"tiktok\":82,\"youtube\":80}}"));
  }

  private static void posts(JsonNode said) {
    for (String call : List.of("post", "native")) {
      JsonNode youtube = said.path(call).at("/platforms/youtube");
      assertThat(youtube.path("post_metrics"))
          .isEqualTo(json("{\"views\":5200,\"likes\":120,\"comments\":8,\"favorites\":3}"));
      assertThat(youtube.at("/profile_snapshot_at_post_date/followers").asInt()).isEqualTo(1500);
      assertThat(youtube.at("/profile_snapshot_latest/followers").asInt()).isEqualTo(1650);
      assertThat(youtube.path("profile_snapshot_latest_date").asText()).isEqualTo("2026-02-20");
    }
    assertThat(said.at("/post/post/upload_timestamp").asText()).isEqualTo("2026-02-10 14:30:00");
    assertThat(said.at("/native/post/source").asText()).isEqualTo("api_uploaded");
    assertThat(said.at("/cached/posts/0/post_id").asText()).isEqualTo("dQw4w9WgXcQ");
    assertThat(said.at("/cached/has_more").asBoolean()).isTrue();
    assertThat(said.at("/history/total").asInt()).isEqualTo(1);
    assertThat(said.at("/status/status").asText()).isEqualTo("completed");
    assertThat(said.at("/reddit/posts/0/metrics/score").asInt()).isEqualTo(7);
  }

  private static void profiles(JsonNode said) {
    assertThat(said.path("metrics").properties()).hasSize(10);
    assertThat(said.at("/analytics/youtube/followers").asInt()).isEqualTo(1650);
    assertThat(said.at("/analytics/facebook/followers").asInt()).isEqualTo(4);
    assertThat(said.at("/audience/range/end_date").asText()).isEqualTo("2026-03-03");
    assertThat(said.at("/made/profile/username").asText()).isEqualTo("made by the client");
    assertThat(said.at("/users/profiles").findValuesAsText("username"))
        .containsExactly("made by the client", PROFILE);
    assertThat(said.at("/deleted/success").asBoolean()).isTrue();
  }

  private static void refusals(JsonNode said) {
    assertThat(failed(said, "noPlatforms")).contains("platforms");
    assertThat(failed(said, "wrongDay")).contains("2026-02-30");
    assertThat(failed(said, "noPost")).contains("a/b?c");
    assertThat(failed(said, "suggestions")).contains("tiktok");
    assertThat(failed(said, "media")).contains("youtube");
    assertThat(failed(said, "stranger")).contains("Invalid or expired token");
  }

  private static String failed(JsonNode said, String call) {
    return said.path(call).path("failed").asText();
  }
}
