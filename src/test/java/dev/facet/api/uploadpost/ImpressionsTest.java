package dev.facet.api.uploadpost;

import static dev.facet.api.uploadpost.Uploads.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpressionsTest {
  @TempDir static Path folder;
  private static Uploads uploads;

  @BeforeAll
  static void start() throws Exception {
    uploads = new Uploads(folder);
    uploads.rows(
        "profile_snapshots",
        """
        {"profile":"acme","platform":"instagram","date":"2026-02-02","level":{"followers":1},"daily":{"reach":12500,"likes":2100}}
        {"profile":"acme","platform":"youtube","date":"2026-02-02","level":{"followers":20},"daily":{"impressions":18000,"views":1,"likes":1200}}
        {"profile":"acme","platform":"youtube","date":"2026-03-04","level":{},"daily":{"views":730}}
        {"profile":"acme","platform":"tiktok","date":"2026-03-03","level":{"followers":300},"daily":{"impressions":8000,"likes":1220}}
        {"profile":"acme","platform":"tiktok","date":"2026-03-04","level":{"followers":310,"video_count":7},"daily":{}}
        {"profile":"acme","platform":"facebook","date":"2026-03-04","level":{"followers":4000},"daily":{"reach":6000,"impressions":9999}}
        {"profile":"acme","platform":"reddit","date":"2026-03-01","level":{},"daily":{"score":0}}
        {"profile":"acme","platform":"bluesky","date":"2026-03-01","level":{"followers":5},"daily":{"likes":3}}
        {"profile":"acme","platform":"instagram","date":"2026-02-01","level":{},"daily":{"reach":1}}
        {"profile":"acme","platform":"instagram","date":"2025-03-04","level":{},"daily":{"reach":70}}
        {"profile":"acme","platform":"instagram","date":"2026-03-05","level":{"followers":99},"daily":{"reach":1000000}}
        {"profile":"bolt","platform":"instagram","date":"2026-03-01","level":{},"daily":{"reach":1000000}}
        """);
  }

  @AfterAll
  static void stop() {
    uploads.close();
  }

  private static Reply total(String query) throws Exception {
    return uploads.get("/uploadposts/total-impressions/acme" + query);
  }

  @Test
  void adds_up_what_was_seen_over_networks_and_days() throws Exception {
    assertThat(total("?breakdown=true").json())
        .isEqualTo(
            json(
                """
                {"success": true, "profile_username": "acme", "start_date": "2026-02-02", "end_date": "2026-03-04",
                 "total_impressions": 45230,
                 "per_platform": {"facebook": 6000, "instagram": 12500, "reddit": 0, "tiktok": 8000, "youtube": 18730},
                 "per_day": {"2026-02-02": 30500, "2026-03-01": 0, "2026-03-03": 8000, "2026-03-04": 6730}}"""));
  }

  @Test
  void tells_parts_only_when_asked() throws Exception {
    assertThat(total("?platform=youtube,%20tiktok,youtube").json())
        .isEqualTo(
            json(
                """
                {"success": true, "profile_username": "acme", "start_date": "2026-02-02", "end_date": "2026-03-04",
                 "total_impressions": 26730, "platforms_filter": ["youtube", "tiktok"]}"""));
  }

  @ParameterizedTest
  @CsvSource({
    "?date=2026-02-02&period=last_year, 2026-02-02, 2026-02-02, 30500",
    "?period=last_day&start_date=2020-01-01, 2026-03-03, 2026-03-04, 14730",
    "?period=last_week, 2026-02-25, 2026-03-04, 14730",
    "?period=last_month, 2026-02-02, 2026-03-04, 45230",
    "?period=last_3months, 2025-12-04, 2026-03-04, 45231",
    "?period=last_year, 2025-03-04, 2026-03-04, 45301",
    "?start_date=2026-02-01, 2026-02-01, 2026-03-04, 45231",
    "?end_date=2026-02-03, 2026-01-04, 2026-02-03, 30501",
    "?start_date=2026-03-04&end_date=2026-03-31, 2026-03-04, 2026-03-31, 1006730",
  })
  void looks_at_the_days_between_both_ends(String query, String from, String to, long total)
      throws Exception {
    Reply reply = total(query);

    assertThat(reply.json().path("start_date").asText()).isEqualTo(from);
    assertThat(reply.json().path("end_date").asText()).isEqualTo(to);
    assertThat(reply.json().path("total_impressions").asLong()).isEqualTo(total);
  }

  @Test
  void adds_up_the_metrics_that_are_asked_for_as_they_are_stored() throws Exception {
    assertThat(total("?metrics=likes,%20shares%20,likes,impressions&breakdown=true").json())
        .isEqualTo(
            json(
                """
                {"success": true, "profile_username": "acme", "start_date": "2026-02-02", "end_date": "2026-03-04",
                 "metrics": {"likes": 4523, "shares": 0, "impressions": 35999},
                 "per_platform": {
                   "likes": {"bluesky": 3, "instagram": 2100, "tiktok": 1220, "youtube": 1200}, "shares": {},
                   "impressions": {"facebook": 9999, "tiktok": 8000, "youtube": 18000}},
                 "per_day": {
                   "likes": {"2026-02-02": 3300, "2026-03-01": 3, "2026-03-03": 1220}, "shares": {},
                   "impressions": {"2026-02-02": 18000, "2026-03-03": 8000, "2026-03-04": 9999}}}"""));
  }

  @Test
  void takes_the_last_level_of_what_does_not_add_up() throws Exception {
    Reply reply = total("?metrics=followers,video_count&breakdown=true");

    assertThat(reply.json().path("metrics"))
        .isEqualTo(json("{\"followers\": 4336, \"video_count\": 7}"));
    assertThat(reply.json().at("/per_platform/followers"))
        .isEqualTo(
            json(
                "{\"bluesky\": 5, \"facebook\": 4000, \"instagram\": 1, \"tiktok\": 310, \"youtube\": 20}"));
    assertThat(reply.json().at("/per_day/followers"))
        .isEqualTo(
            json(
                "{\"2026-02-02\": 21, \"2026-03-01\": 5, \"2026-03-03\": 300, \"2026-03-04\": 4310}"));
  }

  @Test
  void knows_nothing_of_an_unknown_profile() throws Exception {
    Reply reply = uploads.get("/uploadposts/total-impressions/nobody%2F%C3%A9?breakdown=true");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("total_impressions").asInt(-1)).isZero();
    assertThat(reply.json().path("per_platform")).isEmpty();
    assertThat(reply.json().path("profile_username").asText()).isEqualTo("nobody/é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?date=2026-02-30",
        "?date=20260201",
        "?date=2026-2-1",
        "?start_date=yesterday",
        "?period=last_decade",
        "?start_date=2026-03-02&end_date=2026-03-01",
        "?metrics=likes,dislikes",
        "?platform=myspace",
      })
  void refuses_what_it_does_not_understand_by_the_parameters_name(String query) throws Exception {
    Reply reply = total(query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.json().path("message").asText())
        .contains(query.substring(1, query.indexOf('=')));
  }
}
