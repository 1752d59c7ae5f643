package dev.facet.api.uploadpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, and how refusals look. */
class AccessTest {
  @TempDir static Path folder;
  private static Uploads uploads;

  @BeforeAll
  static void start() throws Exception {
    uploads = new Uploads(folder);
    uploads.rows(
        "profile_snapshots",
        "{\"profile\":\"acme\",\"platform\":\"x\",\"date\":\"2026-03-01\",\"level\":{\"followers\":1}}");
    Reply other =
        uploads.server.post(
            "/facet/v1/projects/2/datasets/posts/rows",
            Uploads.KEY,
            "{\"post_id\":\"1\",\"request_id\":\"foreign\",\"profile\":\"foreign\",\"platform\":\"x\"}");
    assertThat(other.status()).isEqualTo(200);
    uploads.server.post("/facet/v1/flush", Uploads.KEY, "");
  }

  @AfterAll
  static void stop() {
    uploads.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/analytics/acme?platforms=x",
        "/uploadposts/total-impressions/acme",
        "/uploadposts/post-analytics/r",
        "/uploadposts/post-analytics?platform=x",
        "/uploadposts/post-analytics/cached?user=acme",
        "/uploadposts/audience?user=acme",
        "/uploadposts/media?user=acme",
        "/uploadposts/suggestions?user=acme",
        "/uploadposts/reddit/detailed-posts/?profile_username=acme",
        "/uploadposts/history",
        "/uploadposts/status",
        "/uploadposts/users",
        "/uploadposts/users/acme",
        "/uploadposts/me",
      })
  void every_path_needs_a_key_that_reads_dashboards(String path) throws Exception {
    check(uploads.server.get("/api" + path, null), 401, "Authorization header required");
    check(uploads.as("Apikey phx_wrong", path), 401, "Invalid or expired token");
    Reply refused = uploads.as("Apikey phx_none", path);
    check(refused, 403, "dashboard:read");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("6000");
    Reply read = uploads.as("aPiKeY phx_read", path);
    assertThat(read.status()).isNotIn(401, 403, 500);
    assertThat(read.header("X-RateLimit-Limit")).isEqualTo("6000");
    assertThat(Integer.parseInt(read.header("X-RateLimit-Remaining"))).isBetween(1, 5999);
    long reset = Long.parseLong(read.header("X-RateLimit-Reset"));
    assertThat(reset).isEqualTo(ServerUnderTest.NOW.getEpochSecond() + 60);
  }

  private static void check(Reply reply, int status, String word) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.json().path("message").asText()).contains(word);
  }

  @ParameterizedTest
  @CsvSource({"Apikey phx_read, 403", "Apikey phx_vic, 403", "Apikey phx_all, 201"})
  void making_profiles_needs_a_key_that_writes(String authorization, int status) throws Exception {
    String body = "{\"username\": \"made\"}";
    Reply made =
        uploads.server.send(
            "POST", "/api/uploadposts/users", null, body, "Authorization", authorization);
    Reply gone =
        uploads.server.send(
            "DELETE", "/api/uploadposts/users", null, body, "Authorization", authorization);

    assertThat(made.status()).isEqualTo(status);
    assertThat(gone.status()).isEqualTo(status == 201 ? 200 : status);
    assertThat(made.json().path("success").asBoolean()).isEqualTo(status == 201);
  }

  @Test
  void what_is_in_another_project_is_as_unknown_as_what_is_nowhere() throws Exception {
    for (String path :
        new String[] {
          "/analytics/%s?platforms=x",
          "/uploadposts/post-analytics/%s",
          "/uploadposts/post-analytics/cached?user=%s",
          "/uploadposts/status?request_id=%s",
          "/uploadposts/users/%s"
        }) {
      Reply foreign = uploads.get(path.formatted("foreign"));
      Reply nowhere = uploads.get(path.formatted("nowhere"));
      assertThat(foreign.status()).as(path).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(nowhere.body().replace("nowhere", "foreign"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /analytics/acme, 405",
    "PUT, /uploadposts/users, 405",
    "GET, /uploadposts/users/a/b, 404",
    "GET, /uploadposts/what, 404",
    "GET, /analytics/, 404",
  })
  void other_verbs_and_paths_are_refused_in_the_vendors_shape(
      String method, String path, int status) throws Exception {
    Reply reply = uploads.send(method, path, "{}");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.json().path("message").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/uploadposts/history?page=0", "/uploadposts/status", "/uploadposts/media"})
  void the_family_that_reads_error_finds_the_sentence_there(String path) throws Exception {
    JsonNode body = uploads.get(path).json();

    assertThat(body.path("error").asText()).isNotEmpty().isEqualTo(body.path("message").asText());
  }

  @Test
  void beyond_its_calls_a_minute_a_key_is_told_when_to_come_again(@TempDir Path other)
      throws Exception {
    try (Uploads few =
        new Uploads(
            other,
            Map.of("limits.calls_per_minute", "2"),
            InstantSource.fixed(ServerUnderTest.NOW))) {
      assertThat(few.get("/uploadposts/me").header("X-RateLimit-Remaining")).isEqualTo("1");
      assertThat(few.get("/uploadposts/me").header("X-RateLimit-Remaining")).isEqualTo("0");
      Reply refused = few.get("/uploadposts/me");
      check(refused, 429, "2 calls a minute");
      assertThat(refused.header("Retry-After")).isEqualTo("60");
      assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
      assertThat(few.server.get("/api/uploadposts/platform-metrics", null).status()).isEqualTo(200);
    }
  }
}
