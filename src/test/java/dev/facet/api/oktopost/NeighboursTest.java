package dev.facet.api.oktopost;

import static dev.facet.api.oktopost.Account.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts, clicks, profiles and campaigns one by one, out of DuckDB. */
class NeighboursTest {
  @TempDir static Path folder;
  @TempDir Path other;
  private static Account account;

  @BeforeAll
  static void start() throws Exception {
    account = new Account(folder, Map.of("store.url", ""));
    account.rows(
        "posts",
        """
        {"post_id":"acme/linkedin/1","request_id":"r","profile":"acme","platform":"linkedin","published_at":"2026-03-01T10:00:00Z","success":true,"campaign":"spring","message":"m1","creator":"ada","caption":"Früh","title":"T","url":"https://l.example/1"}
        {"post_id":"b","profile":"acme","platform":"twitter","published_at":"2026-03-02T10:00:00Z","success":false,"campaign":"spring","error_message":"gone"}
        {"post_id":"c","profile":"zeta","platform":"twitter","published_at":"2025-01-02T10:00:00Z","success":true,"campaign":"Äpfel"}
        """);
    account.rows(
        "post_snapshots",
        """
        {"post_id":"acme/linkedin/1","date":"2026-03-02","metrics":{"impressions":100,"likes":5,"comments":2,"shares":1}}
        {"post_id":"c","date":"2025-03-02","metrics":{"views":50,"replies":3}}
        """);
    account.rows(
        "clicks",
        """
        {"click_id":"1","at":"2026-03-02T04:59:59Z","post_id":"acme/linkedin/1","profile":"acme","network":"linkedin","campaign":"spring","link_url":"https://a.example/","visitor_id":"v1","geo_country":"DE","geo_city":"Köln","geo_organization":"Uni","converted_at":"2026-03-03T10:00:00Z","conversion_tag":"signup"}
        {"click_id":"2","at":"2026-03-03T05:00:00Z","post_id":"c","campaign":"Äpfel","network":"x"}
        """);
    account.rows(
        "profile_snapshots",
        """
        {"profile":"acme","platform":"linkedin","date":"2026-02-28","level":{"followers":100}}
        {"profile":"acme","platform":"linkedin","date":"2026-03-01","level":{"followers":110}}
        {"profile":"acme","platform":"linkedin","date":"2026-03-03","level":{"followers":105}}
        {"profile":"solo","platform":"youtube","date":"2026-03-03","level":{"followers":1}}
        """);
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  private static JsonNode ok(String path) throws Exception {
    Reply reply = account.get(path);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("Result").asBoolean()).isTrue();
    return reply.json();
  }

  @Test
  void tells_what_became_of_a_post() throws Exception {
    assertThat(ok("/analytics/acme%2Flinkedin%2F1").path("Stats"))
        .isEqualTo(
            json(
                """
                {"LinkClicks":1,"Conversions":1,"Comments":2,"Likes":5,"Shares":1,"ImpressionsAdded":100}"""));
    assertThat(ok("/analytics/c").path("Stats"))
        .isEqualTo(
            json(
                """
                {"LinkClicks":1,"Conversions":0,"Comments":3,"Likes":0,"Shares":0,"ImpressionsAdded":50}"""));
    assertThat(ok("/analytics/b").at("/Stats/Likes").asInt(-1)).isZero();
    assertThat(account.get("/analytics/none").status()).isEqualTo(404);
  }

  @Test
  void shows_posts() throws Exception {
    JsonNode list = ok("/post");
    assertThat(list.path("Total").asInt()).isEqualTo(3);
    assertThat(list.path("Items").findValuesAsText("Id"))
        .containsExactly("b", "acme/linkedin/1", "c");
    assertThat(list.at("/Items/1"))
        .isEqualTo(
            json(
                """
                {"Id":"acme/linkedin/1","Created":"2026-03-01 10:00:00","StartDateTime":"2026-03-01 10:00:00",
                 "Status":"complete","Source":"api_uploaded","CampaignId":"spring","MessageId":"m1","Message":"Früh",
                 "CreatedBy":"ada","Network":"LinkedIn","Credentials":"acme","RemoteUrl":"https://l.example/1",
                 "Error":"","Clicks":1,"Converts":1,"Comments":2,"Likes":5}"""));
    assertThat(ok("/post/acme%2Flinkedin%2F1").path("Post")).isEqualTo(list.at("/Items/1"));
    assertThat(ok("/post/b").has("Stats")).isFalse();
    assertThat(ok("/post/c?stats=1").at("/Stats/ImpressionsAdded").asInt()).isEqualTo(50);
    assertThat(account.get("/post/none").status()).isEqualTo(404);
    assertThat(account.as(Account.ACME, "phx_second", "/post/b").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'campaignId=spring&_order=created,1', acme/linkedin/1 b",
    "messageId=m1, acme/linkedin/1",
    "createdBy=ada, acme/linkedin/1",
    "status=complete, acme/linkedin/1 c",
    "status=error, b",
    "status=pending, ''",
    "source=organic, b c",
    "source=api_uploaded, acme/linkedin/1",
    "after=2026-03-02T10:00:00, b",
    "before=2026-03-02T10:00:00, acme/linkedin/1 c",
    "before=1750000000, c",
    "_page=1, ''",
  })
  void narrows_posts_down(String query, String ids) throws Exception {
    assertThat(String.join(" ", ok("/post?" + query).path("Items").findValuesAsText("Id")))
        .isEqualTo(ids);
  }

  @Test
  void shows_clicks_with_the_post_they_are_of() throws Exception {
    JsonNode list = ok("/click");
    assertThat(list.path("Total").asInt()).isEqualTo(2);
    assertThat(list.path("Items").findValuesAsText("Id")).containsExactly("2", "1");
    assertThat(list.at("/Items/1"))
        .isEqualTo(
            json(
                """
                {"Id":"1","Created":"2026-03-02 04:59:59","CampaignId":"spring","MessageId":"m1","PostId":"acme/linkedin/1",
                 "PostlogId":"","LeadId":"","VisitorId":"v1","ConversionTagId":"signup","CredentialId":"acme","CampaignName":"spring",
                 "CredentialName":"acme","Message":"Früh","LinkUrl":"https://a.example/","LinkTitle":"T","ImageUrl":"","Picture":0,
                 "RemoteUrl":"https://l.example/1","ConvertedDate":"2026-03-03 10:00:00","Network":"LinkedIn","UserAgent":"",
                 "GeoCountry":"DE","GeoCity":"Köln","GeoOrganization":"Uni","GeoLongitude":null,"GeoLatitude":null}"""));
    assertThat(list.at("/Items/0/ConvertedDate").asText()).isEqualTo("0000-00-00 00:00:00");
    assertThat(list.at("/Items/0/ConversionTagId").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "convertsOnly=1, 1",
    "convertsOnly=0, 2 1",
    "messageId=m1, 1",
    "campaignId=%C3%84pfel, 2",
    "visitorId=v1, 1",
    "leadId=x, ''",
    "after=2026-03-03T05:00:00, 2",
    "before=2026-03-03T05:00:00, 1",
    "_order=created, 2 1",
    "'_order=created,1', 1 2",
    "_count=200, 2 1",
    "_page=3, ''",
  })
  void narrows_clicks_down(String query, String ids) throws Exception {
    assertThat(String.join(" ", ok("/click?" + query).path("Items").findValuesAsText("Id")))
        .isEqualTo(ids);
  }

  @Test
  void turns_pages_without_showing_a_row_twice() throws Exception {
    try (Account many = new Account(other)) {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        rows.append("{\"post_id\":\"p%d\",\"click_id\":\"p%d\"}\n".formatted(i, i));
      }
      many.rows("posts", rows.toString().replaceAll(",\"click_id\":\"p\\d+\"", ""));
      many.rows("clicks", rows.toString());
      for (String list : new String[] {"/post", "/click"}) {
        List<String> seen = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
          JsonNode answer = many.get(list + "?_page=" + page).json();
          assertThat(answer.path("Total").asInt()).isEqualTo(60);
          seen.addAll(answer.path("Items").findValuesAsText("Id"));
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void shows_profiles_and_their_followers() throws Exception {
    JsonNode list = ok("/credential");
    assertThat(list.path("Total").asInt()).isEqualTo(3);
    assertThat(list.path("Items").findValuesAsText("Id")).containsExactly("acme", "solo", "zeta");
    assertThat(list.at("/Items/0/Networks").toString()).isEqualTo("[\"LinkedIn\",\"Twitter\"]");
    assertThat(list.at("/Items/1/Network").asText()).isEqualTo("YouTube");
    assertThat(list.at("/Items/1/Status").asText()).isEqualTo("valid");
    assertThat(ok("/credential?network=Twitter").path("Items").findValuesAsText("Id"))
        .containsExactly("acme", "zeta");
    assertThat(ok("/credential/solo").path("Credential")).isEqualTo(list.at("/Items/1"));
    assertThat(account.get("/credential/none").status()).isEqualTo(404);

    assertThat(ok("/followers/acme?fromDate=2026-03-01&toDate=2026-03-04").path("Data"))
        .isEqualTo(
            json(
                """
                [{"Followers":110,"FollowersAdded":10,"HistoryDate":"2026-03-01"},
                 {"Followers":105,"FollowersAdded":-5,"HistoryDate":"2026-03-03"}]"""));
    assertThat(ok("/followers/acme").path("Data")).hasSize(3);
    assertThat(ok("/followers/zeta").path("Data")).isEmpty();
    assertThat(account.get("/followers/none").status()).isEqualTo(404);
  }

  @Test
  void shows_profiles_that_were_made_and_have_no_rows_yet() throws Exception {
    try (Account fresh = new Account(other)) {
      String path = "/facet/v1/projects/1/profiles/made";
      fresh.server.send("PUT", path, Account.KEY, "{\"display_name\":\"Made by hand\"}");
      fresh.server.send(
          "PUT",
          path + "/accounts/linkedin",
          Account.KEY,
          "{\"account_id\":\"7\",\"access_token\":\"secret-token\"}");

      Reply list = fresh.get("/credential");

      assertThat(list.json().path("Items"))
          .isEqualTo(
              json(
                  """
                  [{"Id":"made","Created":"2026-03-04 12:00:00","Name":"made","DisplayName":"Made by hand","Status":"valid",
                    "Network":"LinkedIn","Networks":["LinkedIn"],"ImageLink":"","NetworkUsername":"made","NativePostsEnabled":0}]"""));
      assertThat(list.body()).doesNotContain("secret-token");
      assertThat(fresh.get("/followers/made").json().path("Data")).isEmpty();
      assertThat(fresh.as(Account.ACME, "phx_second", "/credential/made").status()).isEqualTo(404);
    }
  }

  @Test
  void shows_campaigns() throws Exception {
    JsonNode list = ok("/campaign");
    assertThat(list.path("Total").asInt()).isEqualTo(2);
    assertThat(list.at("/Items/0"))
        .isEqualTo(
            json(
                """
                {"Id":"spring","Name":"spring","Created":"2026-03-01 10:00:00","Status":"active","TotalPosts":2,
                 "Clicks":1,"Converts":1,"Comments":2,"Likes":5,"TotalPendingPosts":0,"TotalDraftPosts":0}"""));
    assertThat(ok("/campaign?q=" + Account.encoded("äPF")).path("Items").findValuesAsText("Name"))
        .containsExactly("Äpfel");
    assertThat(ok("/campaign?status=paused").path("Total").asInt(-1)).isZero();
    assertThat(ok("/campaign/spring").path("Campaign")).isEqualTo(list.at("/Items/0"));
    assertThat(account.get("/campaign/none").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/post?_count=200, Page size 200",
    "/click?_count=10, Page size 10",
    "/click?_order=at, _order",
    "/click?convertsOnly=yes, convertsOnly",
    "/click?after=yesterday, after",
    "/click?before=2026-02-30T00:00:00, before",
    "/click?before=2026-02-28T25:00:00, before",
    "/post?status=lost, status",
    "/post?stats=2&source=x, source",
    "/post/b?stats=2, stats",
    "/campaign?status=lost, status",
    "/campaign?withTags=x, withTags",
    "/credential?includeInvalid=x, includeInvalid",
    "/credential?_count=7, Page size 7",
    "/followers/acme?fromDate=1, fromDate",
    "/followers/acme?toDate=2026-13-01, toDate",
  })
  void refuses_parameters_by_name(String path, String named) throws Exception {
    Reply refused = account.get(path);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("Errors").toString()).contains(named);
  }
}
