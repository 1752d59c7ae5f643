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

class AnalyticsTest {
  @TempDir static Path folder;
  private static Uploads uploads;

  @BeforeAll
  static void start() throws Exception {
    uploads = new Uploads(folder);
    uploads.rows(
        "profile_snapshots",
        """
        {"profile":"acme","platform":"instagram","date":"2026-02-02","level":{"followers":40},"daily":{"reach":1}}
        {"profile":"acme","platform":"instagram","date":"2026-02-03","level":{"followers":47,"impressions":0,"reach":12.5},"daily":{"reach":2}}
        {"profile":"acme","platform":"instagram","date":"2026-03-04","level":{},"daily":{"reach":3}}
        {"profile":"acme","platform":"instagram","date":"2026-03-05","level":{"followers":99},"daily":{"reach":4}}
        {"profile":"acme","platform":"facebook","date":"2026-03-01","level":{"followers":4},"daily":{"reach":5,"impressions":6}}
        {"profile":"acme","platform":"facebook","date":"2026-03-04","daily":{"impressions":7}}
        """);
  }

  @AfterAll
  static void stop() {
    uploads.close();
  }

  private static Reply get(String query) throws Exception {
    return uploads.get("/analytics/acme" + query);
  }

  @Test
  void shows_the_newest_level_and_what_was_seen_in_thirty_days() throws Exception {
    assertThat(get("?platforms=instagram").json())
        .isEqualTo(
            json(
                """
                {"instagram": {"followers": 47, "impressions": 0, "reach": 12.5,
                  "reach_timeseries": [{"date": "2026-02-03", "value": 2}, {"date": "2026-03-04", "value": 3}],
                  "metric_type": "reach", "primary_impressions_field": "reach",
                  "available_metrics": ["followers", "reach", "impressions", "profileViews", "likes", "comments", "shares", "saves", "views"],
                  "metric_labels": {"reach": "Unique Reach", "impressions": "Content Views", "profileViews": "Accounts Engaged"}}}"""));
  }

  @Test
  void tells_in_the_place_of_a_network_why_there_is_nothing() throws Exception {
    JsonNode body = get("?platforms=myspace,%20tiktok,facebook").json();

    assertThat(body.properties()).hasSize(3);
    body.properties()
        .forEach(
            each -> assertThat(each.getValue().path("error").asText()).contains(each.getKey()));
  }

  @Test
  void shows_days_of_a_page_of_facebook() throws Exception {
    JsonNode facebook = get("?platforms=facebook&page_id=1&days=2").json().path("facebook");

    assertThat(facebook.path("followers").asInt()).isEqualTo(4);
    assertThat(facebook.path("period_days").asInt()).isEqualTo(2);
    assertThat(facebook.path("impressions_timeseries"))
        .isEqualTo(json("[{\"date\": \"2026-03-04\", \"value\": 7}]"));
  }

  @ParameterizedTest
  @CsvSource({
    "/analytics/acme, 400, platforms",
    "'/analytics/acme?platforms=,', 400, platforms",
    "/analytics/acme?platforms=facebook&days=0, 400, days",
    "/analytics/acme?platforms=facebook&days=366, 400, days",
    "/analytics/acme?platforms=facebook&days=x, 400, days",
    "/analytics/nobody?platforms=x, 404, nobody",
    "/analytics/a/b?platforms=x, 404, address",
    "/uploadposts/nothing, 404, address",
  })
  void refuses_by_name(String path, int status, String word) throws Exception {
    Reply reply = uploads.get(path);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.json().path("message").asText()).contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "Apikey phx_all, 200",
    "ApiKey phx_all, 200",
    "apikey phx_vic, 200",
    "Bearer phx_all, 200",
    "Apikey phx_read, 200",
    "Apikey phx_none, 403",
    "Apikey phx_unknown, 401",
    "phx_all, 401",
    "Basic cGh4X2FsbDp4, 401",
    "Apikey, 401",
  })
  void lets_in_who_has_a_key_that_may_read(String authorization, int status) throws Exception {
    Reply reply = uploads.as(authorization, "/analytics/acme?platforms=instagram");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("X-RateLimit-Limit").isEmpty()).isEqualTo(status == 401);
  }

  @Test
  void tells_everybody_which_metrics_there_are() throws Exception {
    JsonNode catalogue = uploads.server.get("/api/uploadposts/platform-metrics", null).json();

    assertThat(catalogue.properties()).hasSize(10);
    assertThat(catalogue.path("youtube"))
        .isEqualTo(
            json(
                """
                {"primary_impressions_field": "impressions",
                 "available_metrics": ["followers", "impressions", "likes", "comments", "shares"],
                 "metric_labels": {"impressions": "Video Views", "followers": "Subscribers"}}"""));
    assertThat(catalogue.path("bluesky").path("metric_labels")).isEmpty();
  }
}
