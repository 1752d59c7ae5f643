package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsTest {
  private static final String PATH = "/facet/v1/projects/1/dashboards";
  private static final String FORM =
      """
      {"name":"Visits","sections":[{"title":"","cards":[
        {"x":0,"y":0,"w":6,"h":4,"charts":[{"title":"By day","type":"line",
          "query":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit"}],
                   "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"}}}]},
        {"x":6,"y":0,"w":6,"h":4,"charts":[{"title":"Total",
          "query":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit"}],
                   "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"},
                   "trendsFilter":{"display":"BoldNumber"}}}]},
        {"x":0,"y":4,"w":6,"h":4,"charts":[{"title":"Later","query":{"kind":"HogQLQuery","query":"select 1"}}]},
        {"x":6,"y":4,"w":6,"h":4,"charts":[{"type":"text","options":{"text":"# Hello"}}]}]}]}""";
  private static final String EVENTS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z"},
        {"event":"visit","distinct_id":"b","timestamp":"2026-03-03T10:00:00Z"},
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-03T11:00:00Z"}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode create() throws Exception {
    Reply reply = server.post(PATH, "phx_all", FORM);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  private void visit() throws Exception {
    assertThat(server.post("/batch", null, EVENTS).status()).isEqualTo(200);
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  @Test
  void what_is_made_is_listed_and_read_again() throws Exception {
    JsonNode made = create();
    assertThat(made.path("type").asText()).isEqualTo("custom");
    assertThat(made.path("visibility").asText()).isEqualTo("shared");
    assertThat(made.at("/created_by/email").asText()).isEqualTo("ada@example.com");
    assertThat(made.path("created_at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(made.at("/sections/0/cards")).hasSize(4);
    assertThat(made.at("/sections/0/cards/1/charts/0/type").asText()).isEqualTo("metric");
    assertThat(made.at("/sections/0/cards/3/charts/0/options/text").asText()).isEqualTo("# Hello");

    Reply read = server.get(PATH + "/" + made.path("id").asText(), "phx_read");
    assertThat(read.json()).isEqualTo(made);
    assertThat(read.header("ETag")).isEqualTo('"' + made.path("revision").asText() + '"');

    JsonNode list = server.get(PATH + "?search=visit", "phx_read").json();
    assertThat(list.path("total").asInt()).isEqualTo(1);
    assertThat(list.path("next").isNull()).isTrue();
    assertThat(list.at("/results/0/name").asText()).isEqualTo("Visits");
    assertThat(list.at("/results/0/sections").isMissingNode()).isTrue();
    assertThat(server.get(PATH + "?search=other", "phx_read").json().path("total").asInt())
        .isZero();
  }

  @Test
  void lists_come_in_parts() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      server.post(PATH, "phx_all", "{\"name\":\"" + name + "\"}");
    }
    JsonNode first = server.get(PATH + "?limit=2", "phx_all").json();
    assertThat(first.path("results")).hasSize(2);
    assertThat(first.path("total").asInt()).isEqualTo(3);
    JsonNode second =
        server.get(PATH + "?limit=2&cursor=" + first.path("next").asText(), "phx_all").json();
    assertThat(second.at("/results/0/name").asText()).isEqualTo("c");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(server.get(PATH + "?limit=lots", "phx_all").status()).isEqualTo(400);
  }

  @Test
  void a_change_of_an_older_revision_is_a_conflict() throws Exception {
    JsonNode made = create();
    String path = PATH + "/" + made.path("id").asText();
    String revision = made.path("revision").asText();
    Reply changed =
        server.send("PATCH", path, "phx_all", "{\"name\":\"New\"}", "If-Match", revision);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("name").asText()).isEqualTo("New");
    Reply late =
        server.send("PATCH", path, "phx_all", "{\"name\":\"Newer\"}", "If-Match", revision);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().at("/error/given").asText()).isEqualTo(revision);
    assertThat(late.json().at("/error/current").asLong())
        .isEqualTo(changed.json().path("revision").asLong());
  }

  @Test
  void history_and_trash_bring_back_what_was() throws Exception {
    JsonNode made = create();
    String path = PATH + "/" + made.path("id").asText();
    server.send("PUT", path, "phx_all", "{\"name\":\"Empty\"}");
    JsonNode revisions = server.get(path + "/revisions", "phx_all").json();
    assertThat(revisions.path("total").asInt()).isEqualTo(2);
    String first = revisions.at("/results/1/id").asText();
    Reply back = server.post(path + "/revisions/" + first + "/restore", "phx_all", null);
    assertThat(back.json().at("/sections/0/cards")).hasSize(4);

    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(204);
    assertThat(server.get(path, "phx_all").status()).isEqualTo(404);
    assertThat(server.get(PATH, "phx_all").json().path("total").asInt()).isZero();
    assertThat(server.get(PATH + "?deleted=true", "phx_all").json().path("total").asInt()).isOne();
    Reply restored = server.post(path + "/restore", "phx_all", null);
    assertThat(restored.json().at("/sections/0/cards")).hasSize(4);
  }

  @Test
  void all_charts_come_in_one_answer() throws Exception {
    visit();
    JsonNode made = create();
    Reply reply = server.get(PATH + "/" + made.path("id").asText() + "/data", "phx_read");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    JsonNode data = reply.json();
    assertThat(data.path("position").asLong()).isEqualTo(3);
    assertThat(data.path("as_of").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(data.path("charts")).hasSize(4);
    assertThat(data.at("/charts/0/title").asText()).isEqualTo("By day");
    assertThat(data.at("/charts/0/series").toString()).isEqualTo("[{\"name\":\"visit\"}]");
    assertThat(data.at("/charts/0/columns").toString())
        .isEqualTo(
            "[{\"name\":\"series\",\"type\":\"integer\"},{\"name\":\"time\",\"type\":\"time\"},"
                + "{\"name\":\"value\",\"type\":\"number\"}]");
    assertThat(data.at("/charts/0/rows").toString())
        .isEqualTo(
            "[[0,\"2026-03-01T00:00:00Z\",1.0],[0,\"2026-03-02T00:00:00Z\",0.0],"
                + "[0,\"2026-03-03T00:00:00Z\",2.0]]");
    assertThat(data.at("/charts/1/rows").toString()).isEqualTo("[[0,3.0]]");
    assertThat(data.at("/charts/2/rows").toString()).isEqualTo("[[1]]");
    assertThat(data.at("/charts/3").toString())
        .isEqualTo(
            "{\"id\":%d,\"title\":\"\",\"type\":\"text\",\"columns\":[],\"rows\":[]}"
                .formatted(made.at("/sections/0/cards/3/charts/0/id").asLong()));
  }

  @Test
  void the_address_says_how_to_look() throws Exception {
    visit();
    String path = PATH + "/" + create().path("id").asText() + "/data";
    JsonNode narrow =
        server.get(path + "?date_from=2026-03-03&date_to=2026-03-03", "phx_all").json();
    assertThat(narrow.at("/charts/1/rows").toString()).isEqualTo("[[0,2.0]]");
    JsonNode compared = server.get(path + "?compare=true", "phx_all").json();
    assertThat(compared.at("/charts/1/rows").toString())
        .isEqualTo("[[0,\"current\",3.0],[0,\"previous\",0.0]]");
    assertThat(
            server.get(path + "?date_from=gibberish", "phx_all").json().at("/error/path").asText())
        .isEqualTo("date_from");
    assertThat(server.get(path + "?colour=red", "phx_all").json().at("/error/code").asText())
        .isEqualTo("unknown_parameter");
  }

  @Test
  void an_answer_is_kept_until_data_or_definitions_change() throws Exception {
    JsonNode made = create();
    String path = PATH + "/" + made.path("id").asText();
    String before = server.get(path + "/data", "phx_all").body();
    assertThat(server.get(path + "/data", "phx_all").body()).isEqualTo(before);
    visit();
    assertThat(server.get(path + "/data", "phx_all").json().at("/charts/1/rows").toString())
        .isEqualTo("[[0,3.0]]");
    server.send(
        "PATCH",
        path,
        "phx_all",
        "{\"filters\":{\"date_from\":\"2026-03-03\",\"date_to\":\"2026-03-03\"}}");
    assertThat(server.get(path + "/data", "phx_all").json().at("/charts/1/rows").toString())
        .isEqualTo("[[0,2.0]]");
  }

  @Test
  void charts_stream_as_they_are_ready() throws Exception {
    visit();
    String path = PATH + "/" + create().path("id").asText() + "/data";
    Reply reply =
        server.get(path, "phx_all", "Accept", "text/event-stream, application/json;q=0.5");
    assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
    List<String> events = List.of(reply.body().split("\n\n"));
    assertThat(events).hasSize(6).allMatch(event -> event.startsWith("data: {"));
    assertThat(events.getFirst())
        .isEqualTo(
            "data: {\"type\":\"start\",\"position\":3,\"as_of\":\"2026-03-04T12:00:00Z\",\"charts\":4}");
    assertThat(events.getLast()).isEqualTo("data: {\"type\":\"end\"}");
    assertThat(reply.body()).contains("\"index\":1,\"chart\":{").contains("\"rows\":[[0,3.0]]");
  }

  @Test
  void who_may_not_is_told_so_and_who_is_nobody_gets_the_same_as_a_stranger() throws Exception {
    String path = PATH + "/" + create().path("id").asText();
    assertThat(server.get(path, null).status()).isEqualTo(401);
    assertThat(server.get(path, "phx_wrong").status()).isEqualTo(401);
    assertThat(server.get(path, "phx_none").status()).isEqualTo(403);
    assertThat(server.get(path, "phx_vic").status()).isEqualTo(200);
    assertThat(server.get(path + "/data", "phx_vic").status()).isEqualTo(200);
    assertThat(server.get(path + "/data", "phx_none").status()).isEqualTo(403);
    assertThat(server.post(PATH, "phx_read", "{}").status()).isEqualTo(403);
    assertThat(server.post(PATH, "phx_vic", "{}").status()).isEqualTo(403);
    assertThat(server.post("/facet/v1/flush", "phx_vic", null).status()).isEqualTo(403);
    assertThat(server.post("/facet/v1/flush", "phx_read", null).status()).isEqualTo(403);
    assertThat(server.get(path.replace("/1/", "/2/"), "phx_read").status()).isEqualTo(403);
    assertThat(server.get(path.replace("/1/", "/2/"), "phx_all").status()).isEqualTo(404);
    assertThat(server.get(path.replace("/1/", "/99/"), "phx_all").status()).isEqualTo(404);
  }

  @Test
  void a_form_that_makes_no_sense_is_told_where() throws Exception {
    Reply wide =
        server.post(
            PATH, "phx_all", FORM.replace("\"x\":6,\"y\":0,\"w\":6", "\"x\":6,\"y\":0,\"w\":7"));
    assertThat(wide.status()).isEqualTo(400);
    assertThat(wide.json().at("/error/path").asText()).isEqualTo("sections[0].cards[1].w");
    Reply kind = server.post(PATH, "phx_all", FORM.replace("HogQLQuery", "MagicQuery"));
    assertThat(kind.json().at("/error/path").asText())
        .isEqualTo("sections[0].cards[2].charts[0].query.kind");
  }
}
