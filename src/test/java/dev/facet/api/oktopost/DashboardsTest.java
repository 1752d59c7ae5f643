package dev.facet.api.oktopost;

import static dev.facet.api.oktopost.Account.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardsTest {
  @TempDir Path folder;
  private Account account;

  @BeforeEach
  void start() throws Exception {
    account = new Account(folder);
  }

  @AfterEach
  void stop() {
    account.close();
  }

  private void make(String name, String description, String visibility) throws Exception {
    account.board(
        "{\"name\":\"%s\",\"description\":\"%s\",\"visibility\":\"%s\",\"sections\":[]}"
            .formatted(name, description, visibility));
  }

  private List<String> names(String query) throws Exception {
    Reply reply = account.get("/dashboard" + query);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("Items").findValuesAsText("Name");
  }

  @Test
  void lists_what_is_said_about_a_dashboard() throws Exception {
    account.board(
        "{\"name\":\"Monthly\",\"description\":\"All of it\",\"pinned\":true,\"sections\":[]}");

    JsonNode list = account.get("/dashboard").json();

    String id = list.at("/Items/0/Id").asText();
    assertThat(id).matches("[0-9a-z]{10}");
    assertThat(list)
        .isEqualTo(
            json(
                """
                {"Result": true, "Items": [{"Id": "%s", "Name": "Monthly", "Description": "All of it",
                  "Visibility": "shared", "CreatedBy": "00A000000000001", "Created": "2026-03-04 12:00:00",
                  "IsFavorite": true, "CreatorName": "Ada Lovelace", "LinkSharingVisibility": "none"}],
                 "Total": 1, "TotalUnfiltered": 1}"""
                    .formatted(id)));
  }

  @Test
  void counts_what_matches_and_all_that_can_be_seen() throws Exception {
    make("Umsatz Ärger", "", "shared");
    make("Plan", "", "private");
    make("ärger_2", "", "private");

    JsonNode found =
        account.get("/dashboard?search=" + Account.encoded("ÄRGER") + "&visibility=private").json();

    assertThat(found.path("Items").findValuesAsText("Name")).containsExactly("ärger_2");
    assertThat(found.path("Total").asInt()).isEqualTo(1);
    assertThat(found.path("TotalUnfiltered").asInt()).isEqualTo(3);
    assertThat(names("?search=r_2")).containsExactly("ärger_2");
    assertThat(names("?search=%25")).isEmpty();
  }

  @Test
  void leaves_archived_deleted_and_unlisted_dashboards_out() throws Exception {
    make("Here", "", "shared");
    account.server.post(
        "/facet/v1/projects/1/dashboards",
        Account.KEY,
        "{\"name\":\"Old\",\"archived\":true,\"sections\":[]}");

    assertThat(names("")).containsExactly("Here");
    assertThat(account.get("/dashboard").json().path("TotalUnfiltered").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', c B a",
    "'?_order=created,1', a B c",
    "'?_order=createdOn,0', c B a",
    "'?_order=name,0', c B a",
    "'?_order=name,1', a B c",
    "'?_order=name', c B a",
    "'?_order=description,1', B c a",
    "'?_order=description,0', a c B",
    "'?_order=visibility,1', B a c",
    "'?_order=visibility,0', c a B",
    "'?_order=createdBy,1', a B c",
    "'?_order=creatorName,0', c B a",
  })
  void orders_by_a_field_in_either_direction(String query, String expected) throws Exception {
    make("a", "Zebra", "shared");
    make("B", "", "private");
    make("c", "apfel", "shared");

    assertThat(names(query)).containsExactly(expected.split(" "));
  }

  @Test
  void turns_pages() throws Exception {
    for (int i = 0; i < 27; i++) {
      make("d%02d".formatted(i), "", "shared");
    }

    assertThat(names("?_order=name,1")).hasSize(25).startsWith("d00").endsWith("d24");
    assertThat(names("?_order=name,1&_page=1")).containsExactly("d25", "d26");
    assertThat(names("?_count=100")).hasSize(27);
    assertThat(names("?_page=2")).isEmpty();
    assertThat(names("?_page=99999999999999999999")).isEmpty();
    assertThat(account.get("/dashboard?_page=2").json().path("Total").asInt()).isEqualTo(27);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "1", "0", "200", "-25", "x", "25.0", "99999999999999999999"})
  void refuses_other_sizes_of_pages(String count) throws Exception {
    Reply refused = account.get("/dashboard?_count=" + count);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json())
        .isEqualTo(
            json(
                "{\"Result\":false,\"Errors\":{\"API\":{\"Error\":\"Page size %s is not valid.\"}}}"
                    .formatted(count)));
  }

  @ParameterizedTest
  @CsvSource({
    "_order, size%2C0",
    "_order, name%2C2",
    "_order, name%2C",
    "_order, %2C0",
    "_order, NAME%2C0",
    "visibility, public",
    "visibility, Shared",
    "_page, -1",
    "_page, 1.5",
    "_page, x",
  })
  void refuses_parameters_by_name(String name, String value) throws Exception {
    Reply refused = account.get("/dashboard?" + name + "=" + value);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("Result").asBoolean(true)).isFalse();
    assertThat(refused.json().at("/Errors/Param/get").asText()).contains(name);
  }

  @Test
  void keeps_private_dashboards_to_their_creators() throws Exception {
    make("Secret", "", "private");
    String id = account.get("/dashboard").json().at("/Items/0/Id").asText();

    assertThat(account.get("/dashboard/" + id).status()).isEqualTo(200);
    Reply hidden = account.as(Account.ACME, "phx_vic", "/dashboard/" + id);
    Reply unknown = account.as(Account.ACME, "phx_vic", "/dashboard/0000000000");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(unknown.body());
    assertThat(account.as(Account.ACME, "phx_vic", "/dashboard/" + id + "/report?id=x").status())
        .isEqualTo(404);
    assertThat(
            account
                .as(Account.ACME, "phx_vic", "/dashboard")
                .json()
                .path("TotalUnfiltered")
                .asInt())
        .isZero();
  }

  @Test
  void answers_alike_for_foreign_and_unknown_dashboards() throws Exception {
    make("Here", "", "shared");
    String id = account.get("/dashboard").json().at("/Items/0/Id").asText();

    Reply foreign = account.as("001000000000012", "phx_zoe", "/dashboard/" + id);
    Reply other = account.as(Account.ACME, "phx_second", "/dashboard/" + id);

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(other.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(other.body());
    assertThat(foreign.json())
        .isEqualTo(
            json(
                "{\"Result\":false,\"Errors\":{\"API\":{\"Error\":\"There is no such dashboard.\"}}}"));
  }

  @Test
  void shows_every_chart_as_a_widget_at_its_cards_place() throws Exception {
    String id =
        account.board(
            """
            {"name":"Mixed","type":"weekly","sections":[
              {"title":"One","cards":[
                {"x":6,"y":2,"w":6,"h":4,"charts":[
                  {"title":"By network","description":"d","type":"bars","query":{"kind":"ReportQuery","dataset":"posts","dimensions":["network"],"metrics":["posts"]}},
                  {"type":"metric","query":{"kind":"ReportQuery","dataset":"profile_snapshots","metrics":["followers"]}}]}]},
              {"title":"Two","cards":[
                {"x":0,"y":1,"w":3,"h":2,"charts":[{"type":"text","options":{"text":"Hello"}}]},
                {"x":3,"y":0,"w":3,"h":2,"charts":[{"title":"Sales","type":"area","query":{"kind":"ReportQuery","dataset":"invoices","metrics":["revenue"]}}]},
                {"x":6,"y":0,"w":3,"h":2,"charts":[{"title":"Clicks","type":"area","query":{"kind":"ReportQuery","dataset":"clicks","dimensions":["date"],"metrics":["clicks"]}}]},
                {"x":9,"y":0,"w":3,"h":2,"charts":[{"title":"Trend","type":"radar","query":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"x"}]}}]}]}]}""");

    JsonNode board = account.get("/dashboard/" + id).json();

    assertThat(board.path("Result").asBoolean()).isTrue();
    assertThat(board.at("/Dashboard/Name").asText()).isEqualTo("Mixed");
    assertThat(board.at("/Dashboard/Description").asText("none")).isEmpty();
    assertThat(board.at("/Dashboard/Type").asText()).isEqualTo("weekly");
    assertThat(board.at("/Dashboard/Visibility").asText()).isEqualTo("shared");
    assertThat(board.at("/Dashboard/Teams").toString()).isEqualTo("[]");
    assertThat(board.at("/Dashboard").properties()).hasSize(7);
    List<String> widgets =
        board.at("/Dashboard/Widgets").valueStream().map(DashboardsTest::line).toList();
    assertThat(widgets)
        .containsExactly(
            "report|By network|d|bar|post|6,2,6,4",
            "report|||kpi|follower|6,2,6,4",
            "text|||text||0,7,3,2",
            "other|Sales||line||3,6,3,2",
            "report|Clicks||line|click|6,6,3,2",
            "other|Trend||radar||9,6,3,2");
    assertThat(board.at("/Dashboard/Widgets/0/Id").asText()).matches("[0-9a-z]{8}");
    assertThat(board.at("/Dashboard/Widgets/0").properties()).hasSize(10);
  }

  private static String line(JsonNode widget) {
    return String.join(
        "|",
        widget.path("Type").asText(),
        widget.path("Name").asText(),
        widget.path("Description").asText(),
        widget.path("ChartType").asText(),
        widget.path("Source").asText(),
        "%d,%d,%d,%d"
            .formatted(
                widget.path("X").asInt(),
                widget.path("Y").asInt(),
                widget.path("Width").asInt(),
                widget.path("Height").asInt()));
  }

  @Test
  void keeps_the_ids_of_widgets_when_the_dashboard_is_edited() throws Exception {
    String query = "{\"kind\":\"ReportQuery\",\"dataset\":\"posts\",\"metrics\":[\"posts\"]}";
    String id = account.boardOf("{}", query, query);
    JsonNode before = account.get("/dashboard/" + id).json().at("/Dashboard/Widgets");
    JsonNode form = account.server.get("/facet/v1/projects/1/dashboards/1", Account.KEY).json();
    ((com.fasterxml.jackson.databind.node.ObjectNode) form.at("/sections/0/cards/0"))
        .put("x", 6)
        .put("y", 9);
    account.server.send(
        "PATCH",
        "/facet/v1/projects/1/dashboards/1",
        Account.KEY,
        "{\"name\":\"Renamed\",\"sections\":" + form.path("sections") + "}");

    JsonNode after = account.get("/dashboard/" + id).json();

    assertThat(after.at("/Dashboard/Name").asText()).isEqualTo("Renamed");
    assertThat(after.at("/Dashboard/Widgets/0/Y").asInt()).isEqualTo(9);
    assertThat(after.at("/Dashboard/Widgets").findValuesAsText("Id"))
        .isEqualTo(before.findValuesAsText("Id"));
  }
}
