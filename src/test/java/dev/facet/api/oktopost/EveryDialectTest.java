package dev.facet.api.oktopost;

import static dev.facet.api.oktopost.Account.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dashboards made in other dialects are listed, shown and answered here, and stay what they are.
 */
class EveryDialectTest {
  private static final String REPORT =
      """
      {"kind":"ReportQuery","dataset":"posts","dimensions":["network"],"metrics":["posts"]}""";

  @TempDir Path folder;
  private Account account;

  @BeforeEach
  void start() throws Exception {
    account = new Account(folder);
    account.rows(
        "posts",
        """
        {"post_id":"a","platform":"linkedin","published_at":"2026-03-01T10:00:00Z","success":true}
        {"post_id":"b","platform":"x","published_at":"2026-03-01T10:00:00Z","success":true}
        {"post_id":"c","platform":"x","published_at":"2026-03-02T10:00:00Z","success":true}""");
  }

  @AfterEach
  void stop() {
    account.close();
  }

  private JsonNode call(String method, String path, @Nullable String body) throws Exception {
    Reply reply = account.server.send(method, path, Account.KEY, body);
    assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    return json(reply.body());
  }

  private String id(String name) throws Exception {
    return account.get("/dashboard?search=" + name).json().at("/Items/0/Id").asText();
  }

  private List<String> types(String id) throws Exception {
    return account
        .get("/dashboard/" + id)
        .json()
        .at("/Dashboard/Widgets")
        .valueStream()
        .map(widget -> widget.path("Type").asText() + " " + widget.path("ChartType").asText())
        .toList();
  }

  @Test
  void reads_what_was_made_with_posthogs_dialect() throws Exception {
    String projects = "/api/projects/1/";
    long number =
        call(
                "POST",
                projects + "dashboards/",
                "{\"name\":\"Theirs\",\"pinned\":true,\"filters\":{\"date_from\":\"2026-03-02\"}}")
            .path("id")
            .asLong();
    String on = ",\"dashboards\":[" + number + "]}";
    call("POST", projects + "insights/", "{\"name\":\"Posts\",\"query\":" + REPORT + on);
    call(
        "POST",
        projects + "insights/",
        "{\"name\":\"Drawn\",\"query\":{\"kind\":\"DataVisualizationNode\",\"display\":\"ActionsBarValue\",\"source\":"
            + REPORT
            + "}"
            + on);
    call(
        "POST",
        projects + "insights/",
        "{\"name\":\"Views\",\"query\":{\"kind\":\"InsightVizNode\",\"source\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"x\"}]}}"
            + on);

    String id = id("theirs");

    assertThat(account.get("/dashboard").json().at("/Items/0/IsFavorite").asBoolean()).isTrue();
    assertThat(types(id)).containsExactly("report table", "report bar", "other line");
    String answer = "[{\"Network\":\"Twitter\",\"Posts\":1}]";
    assertThat(account.data(id, 0, "")).isEqualTo(answer);
    assertThat(account.data(id, 1, "")).isEqualTo(answer);
    assertThat(account.report(id, 2, "").status()).isEqualTo(404);

    String widget = account.widget(id, 0);
    JsonNode tile = call("GET", projects + "dashboards/" + number + "/", null).at("/tiles/0");
    call(
        "PATCH",
        projects + "dashboards/" + number + "/",
        "{\"name\":\"Renamed\",\"tiles\":[{\"id\":%d,\"layouts\":{\"sm\":{\"x\":6,\"y\":20,\"w\":3,\"h\":2}}}]}"
            .formatted(tile.path("id").asLong()));
    JsonNode moved = account.get("/dashboard/" + id).json().path("Dashboard");
    assertThat(moved.path("Name").asText()).isEqualTo("Renamed");
    assertThat(moved.at("/Widgets/0/Id").asText()).isEqualTo(widget);
    assertThat(moved.at("/Widgets/0/Y").asInt()).isEqualTo(20);

    call("PATCH", projects + "dashboards/" + number + "/", "{\"deleted\":true}");
    assertThat(account.get("/dashboard/" + id).status()).isEqualTo(404);
    assertThat(account.get("/dashboard").json().path("Total").asInt()).isZero();
  }

  @Test
  void reads_what_was_made_with_mediarithmics_dialect() throws Exception {
    String made =
        call(
                "POST",
                "/v1/dashboards",
                "{\"title\":\"Segments\",\"scopes\":[\"home\"],\"segment_ids\":[],\"builder_ids\":[]}")
            .at("/data/id")
            .asText();
    String count = "{\"type\":\"OTQL\",\"query_text\":\"SELECT @count{} FROM UserPoint\"}";
    call(
        "PUT",
        "/v1/dashboards/" + made + "/content",
        "{\"sections\":[{\"title\":\"\",\"cards\":[{\"x\":3,\"y\":1,\"w\":4,\"h\":2,\"layout\":\"vertical\",\"charts\":["
            + "{\"title\":\"All\",\"type\":\"Metric\",\"dataset\":"
            + count
            + "},{\"title\":\"Pie\",\"type\":\"Pie\",\"dataset\":"
            + count
            + "}]}]}]}");

    String id = id("segments");

    assertThat(types(id)).containsExactly("other kpi", "other pie");
    assertThat(account.get("/dashboard/" + id).json().at("/Dashboard/Widgets/1/X").asInt())
        .isEqualTo(3);
    assertThat(account.report(id, 0, "").status()).isEqualTo(404);
  }

  @Test
  void reads_what_was_made_with_racknaps_dialect() throws Exception {
    call(
        "POST",
        "/api/dashboards",
        "{\"name\":\"Business\",\"widgets\":[{\"type\":\"mrr\",\"title\":\"Recurring\",\"size\":\"large\"}]}");

    String id = id("business");

    JsonNode widget = account.get("/dashboard/" + id).json().at("/Dashboard/Widgets/0");
    assertThat(widget.path("Type").asText()).isEqualTo("other");
    assertThat(widget.path("Name").asText()).isEqualTo("Recurring");
    assertThat(widget.path("Source").asText("none")).isEmpty();
    assertThat(widget.path("Width").asInt()).isEqualTo(12);
    assertThat(account.report(id, 0, "").status()).isEqualTo(404);
  }

  @Test
  void a_report_made_in_our_form_is_the_same_everywhere() throws Exception {
    String id = account.boardOf("{\"date_from\":\"2026-03-01\"}", REPORT);
    String here = account.data(id, 0, "");

    assertThat(here)
        .isEqualTo(
            "[{\"Network\":\"Twitter\",\"Posts\":2},{\"Network\":\"LinkedIn\",\"Posts\":1}]");
    assertThat(
            call("GET", "/facet/v1/projects/1/dashboards/1/data", null)
                .at("/charts/0/rows")
                .toString())
        .isEqualTo("[[\"x\",2],[\"linkedin\",1]]");
    assertThat(
            call("GET", "/api/projects/1/dashboards/1/", null)
                .at("/tiles/0/insight/result")
                .toString())
        .isEqualTo("[[\"x\",2],[\"linkedin\",1]]");
    assertThat(call("GET", "/v1/dashboards?organisation_id=1", null).at("/data/0/title").asText())
        .isEqualTo("Board");

    account.rows(
        "posts",
        "{\"post_id\":\"d\",\"platform\":\"linkedin\",\"published_at\":\"2026-03-03T10:00:00Z\"}");
    assertThat(account.data(id, 0, "{\"networks\":[\"LinkedIn\"]}"))
        .isEqualTo("[{\"Network\":\"LinkedIn\",\"Posts\":2}]");
  }

  @Test
  void the_social_overview_is_a_dashboard_of_reports() throws Exception {
    account.rows(
        "post_snapshots",
        "{\"post_id\":\"c\",\"date\":\"2026-03-03\",\"metrics\":{\"likes\":5,\"views\":50}}");
    account.rows(
        "profile_snapshots",
        "{\"profile\":\"acme\",\"platform\":\"x\",\"date\":\"2026-03-03\",\"level\":{\"followers\":9},\"daily\":{\"reach\":4}}");
    String templates = "/facet/v1/projects/1/templates";
    String template = "";
    for (JsonNode each : call("GET", templates, null).path("results")) {
      template =
          each.path("name").asText().equals("Social overview")
              ? each.path("id").asText()
              : template;
    }
    ObjectNode made = (ObjectNode) call("POST", templates + "/" + template + "/dashboards", "");

    String id = id("social");

    assertThat(types(id))
        .containsExactly(
            "report kpi",
            "report kpi",
            "report kpi",
            "report kpi",
            "report line",
            "report line",
            "report bar",
            "report table",
            "report table",
            "other table");
    assertThat(account.data(id, 0, "")).isEqualTo("[{\"Followers\":9}]");
    assertThat(account.data(id, 2, "")).isEqualTo("[{\"Reach\":4}]");
    JsonNode charts =
        call("GET", "/facet/v1/projects/1/dashboards/" + made.path("id").asLong() + "/data", null)
            .path("charts");
    assertThat(charts).noneMatch(chart -> chart.has("error"));
    assertThat(charts.get(9).path("rows").toString()).isEqualTo("[[1,5,1,5.0]]");
  }
}
