package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions and what a project says of itself, over HTTP. */
class ActionsTest {
  private static final String SIGN_UP =
      """
      {"name": "sign up", "description": "all ways", "tags": ["Growth "], "steps": [
        {"event": "signed up"},
        {"event": "$pageview", "url": "/welcome", "url_matching": "contains",
         "properties": [{"key": "plan", "value": "pro", "operator": "exact", "type": "event"}]}]}""";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  @Test
  void an_action_is_made_listed_shown_and_changed() throws Exception {
    JsonNode made = acme.post("actions/", SIGN_UP);
    assertThat(made.get("name").asText()).isEqualTo("sign up");
    assertThat(made.get("description").asText()).isEqualTo("all ways");
    assertThat(Acme.texts(made.get("steps"), "event")).containsExactly("signed up", "$pageview");
    assertThat(made.at("/steps/1/url").asText()).isEqualTo("/welcome");
    assertThat(made.at("/steps/1/properties/0/value").asText()).isEqualTo("pro");
    assertThat(made.at("/tags/0").asText()).isEqualTo("growth");
    assertThat(made.at("/created_by/email").asText()).isEqualTo("ada@example.com");
    String path = "actions/" + made.get("id") + "/";
    assertThat(acme.get(path)).isEqualTo(made);
    acme.post("actions/", "{\"name\": \"buy\"}");
    JsonNode list = acme.get("actions/");
    assertThat(list.get("count").asInt()).isEqualTo(2);
    assertThat(Acme.texts(list.get("results"), "name")).containsExactly("buy", "sign up");
    assertThat(Acme.texts(acme.get("actions/?search=SIGN").get("results"), "name"))
        .containsExactly("sign up");
    assertThat(acme.get("actions/?limit=1").get("next").asText()).contains("offset=1");
    JsonNode changed = acme.patch(path, "{\"name\": \"signed\", \"steps\": [{\"event\": \"x\"}]}");
    assertThat(changed.get("name").asText()).isEqualTo("signed");
    assertThat(changed.get("description").asText()).isEqualTo("all ways");
    assertThat(changed.get("steps")).hasSize(1);
  }

  @Test
  void an_action_goes_by_deleted_and_comes_back() throws Exception {
    String path = "actions/" + acme.post("actions/", SIGN_UP).get("id") + "/";
    assertThat(acme.send("DELETE", path, Acme.ADA, null).status()).isEqualTo(405);
    acme.patch(path, "{\"deleted\": true}");
    acme.refused(404, "GET", path, Acme.ADA, "");
    acme.refused(404, "PATCH", path, Acme.ADA, "{\"name\": \"x\"}");
    assertThat(acme.get("actions/").get("count").asInt()).isZero();
    acme.patch(path, "{\"deleted\": false}");
    assertThat(acme.get(path).get("deleted").asBoolean()).isFalse();
  }

  @Test
  void an_action_of_another_project_is_as_unknown_as_one_that_never_was() throws Exception {
    JsonNode made = acme.post("actions/", SIGN_UP);
    JsonNode foreign =
        acme.refused(404, "GET", "/api/projects/3/actions/" + made.get("id") + "/", "phx_una", "");
    JsonNode never = acme.refused(404, "GET", "/api/projects/3/actions/77/", "phx_una", "");
    assertThat(foreign).isEqualTo(never);
    acme.refused(404, "GET", "/api/projects/2/actions/" + made.get("id") + "/", Acme.ADA, "");
    acme.refused(404, "GET", "insight_variables/" + made.get("id") + "/", Acme.ADA, "");
  }

  @Test
  void steps_that_are_not_understood_are_refused_with_their_place() throws Exception {
    String[][] wrong = {
      {"{\"steps\": [{\"evnt\": \"x\"}]}", "steps__0__evnt"},
      {"{\"steps\": [{\"event\": 5}]}", "steps__0__event"},
      {"{\"steps\": [{\"event\": \"x\"}, 7]}", "steps__1"},
      {"{\"steps\": {\"event\": \"x\"}}", "steps"},
      {"{\"steps\": [{\"url\": \"x\", \"url_matching\": \"like\"}]}", "steps__0__url_matching"},
      {
        "{\"steps\": [{\"properties\": [{\"key\": \"a\", \"operator\": \"same\", \"value\": 1}]}]}",
        "steps__0__properties__0__operator"
      },
      {"{\"name\": \"" + "x".repeat(401) + "\"}", "name"},
      {"{\"deleted\": \"perhaps\"}", "deleted"},
    };
    for (String[] each : wrong) {
      JsonNode error = acme.refused(400, "POST", "actions/", Acme.ADA, each[0]);
      assertThat(error.get("attr").asText()).as(each[0]).isEqualTo(each[1]);
      assertThat(error.get("type").asText()).isEqualTo("validation_error");
    }
  }

  @Test
  void admins_change_the_project() throws Exception {
    JsonNode after =
        acme.patch(
            "/api/projects/1/",
            """
            {"name": "Site", "timezone": "Asia/Kathmandu", "week_start_day": 1,
             "test_account_filters": [{"key": "email", "type": "person", "operator": "not_icontains",
               "value": "@acme.com"}]}""");
    assertThat(after.get("name").asText()).isEqualTo("Site");
    assertThat(acme.get("/api/projects/1/")).isEqualTo(after);
    assertThat(after.get("timezone").asText()).isEqualTo("Asia/Kathmandu");
    assertThat(after.get("week_start_day").asInt()).isEqualTo(1);
    assertThat(after.at("/test_account_filters/0/value").asText()).isEqualTo("@acme.com");
    acme.patch("/api/projects/1/", "{\"test_account_filters\": []}");
    assertThat(acme.get("/api/projects/1/").get("test_account_filters")).isEmpty();
    assertThat(acme.get("/api/projects/1/").get("name").asText()).isEqualTo("Site");
    acme.refused(403, "PATCH", "/api/projects/1/", Acme.EVE, "{\"name\": \"Eve's\"}");
    acme.refused(403, "PATCH", "/api/projects/1/", Acme.VIC, "{\"name\": \"Vic's\"}");
    String[][] wrong = {
      {"{\"timezone\": \"Mars/North\"}", "timezone"},
      {"{\"name\": \"\"}", "name"},
      {"{\"week_start_day\": 3}", "week_start_day"},
      {"{\"test_account_filters\": {\"key\": 1}}", "test_account_filters"},
      {"{\"test_account_filters\": [{\"value\": 1}]}", "test_account_filters__0__key"},
    };
    for (String[] each : wrong) {
      JsonNode error = acme.refused(400, "PATCH", "/api/projects/1/", Acme.ADA, each[0]);
      assertThat(error.get("attr").asText()).as(each[0]).isEqualTo(each[1]);
    }
  }

  @Test
  void test_accounts_are_left_out_of_questions_that_say_so() throws Exception {
    acme.capture(
        """
        {"event": "visit", "distinct_id": "a", "timestamp": "2026-03-03T10:00:00Z",
         "properties": {"$set": {"email": "a@acme.com"}}},
        {"event": "visit", "distinct_id": "b", "timestamp": "2026-03-03T11:00:00Z"}""");
    String query =
        """
        {"query": {"kind": "TrendsQuery", "filterTestAccounts": true,
          "series": [{"kind": "EventsNode", "event": "visit"}]}}""";
    JsonNode before = acme.expect(200, "POST", "query/", Acme.ADA, query);
    acme.patch(
        "/api/projects/1/",
        """
        {"test_account_filters": [{"key": "email", "type": "person", "operator": "not_icontains",
          "value": "@acme.com"}]}""");
    JsonNode after = acme.expect(200, "POST", "query/", Acme.ADA, query);
    assertThat(before.at("/results/0/count").asInt()).isEqualTo(2);
    assertThat(after.at("/results/0/count").asInt()).isEqualTo(1);
  }
}
