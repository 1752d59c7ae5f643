package dev.facet.api.facet.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page needs for editing: history with contents, moved cards, templates. */
class BoardTest {
  private static final String PATH = "/facet/v1/projects/1/dashboards";
  private static final String FORM =
      """
      {"name":"Visits","sections":[{"title":"","cards":[
        {"x":0,"y":0,"w":6,"h":4,"charts":[{"title":"By day","query":{"kind":"HogQLQuery","query":"select 1"}}]},
        {"x":6,"y":0,"w":6,"h":4,"charts":[{"type":"text","options":{"text":"# Hello"}}]}]}]}""";

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

  private JsonNode create(String form) throws Exception {
    Reply reply = server.post(PATH, "phx_all", form);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  private static String path(JsonNode dashboard) {
    return PATH + "/" + dashboard.path("id").asText();
  }

  private static String revision(JsonNode dashboard) {
    return path(dashboard) + "/revisions/" + dashboard.path("revision").asText();
  }

  private JsonNode patch(JsonNode before, JsonNode sections) throws Exception {
    ObjectNode body = ((ObjectNode) before.deepCopy()).removeAll();
    body.set("sections", sections);
    Reply reply =
        server.send(
            "PATCH",
            path(before),
            "phx_all",
            body.toString(),
            "If-Match",
            before.path("revision").asText());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  /** The dashboard after its first chart got another title and another query. */
  private JsonNode asked(JsonNode before, String title, String sql) throws Exception {
    JsonNode sections = before.path("sections").deepCopy();
    ObjectNode chart = (ObjectNode) sections.at("/0/cards/0/charts/0");
    chart.put("title", title).putObject("query").put("kind", "HogQLQuery").put("query", sql);
    return patch(before, sections);
  }

  private static String query(JsonNode dashboard) {
    return dashboard.at("/sections/0/cards/0/charts/0/query/query").asText();
  }

  private static String title(JsonNode dashboard) {
    return dashboard.at("/sections/0/cards/0/charts/0/title").asText();
  }

  @Test
  void a_revision_shows_what_was_there_and_what_it_asked() throws Exception {
    JsonNode first = create(FORM);
    JsonNode second = asked(first, "By week", "select 2");
    JsonNode then = server.get(revision(first), "phx_read").json();
    assertThat(then.path("sections")).isEqualTo(first.path("sections"));
    assertThat(then.path("revision")).isEqualTo(first.path("revision"));
    assertThat(query(server.get(revision(second), "phx_read").json())).isEqualTo("select 2");
    Reply none = server.get(path(first) + "/revisions/999999", "phx_read");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().at("/error/code").asText()).isEqualTo("revision_not_found");
  }

  @Test
  void going_back_and_forth_brings_titles_and_queries_along() throws Exception {
    JsonNode first = create(FORM);
    JsonNode second = asked(first, "By week", "select 2");
    JsonNode back = server.post(revision(first) + "/restore", "phx_all", null).json();
    assertThat(title(back)).isEqualTo("By day");
    assertThat(query(back)).isEqualTo("select 1");
    JsonNode forth = server.post(revision(second) + "/restore", "phx_all", null).json();
    assertThat(title(forth)).isEqualTo("By week");
    assertThat(query(forth)).isEqualTo("select 2");
    JsonNode history = server.get(path(first) + "/revisions", "phx_read").json().path("results");
    assertThat(history).hasSize(4);
    assertThat(history.at("/0/restored")).isEqualTo(second.path("revision"));
    assertThat(history.at("/1/restored")).isEqualTo(first.path("revision"));
    assertThat(history.at("/2/restored").isNull()).isTrue();
  }

  @Test
  void an_insight_that_another_dashboard_shows_keeps_its_query() throws Exception {
    JsonNode first = create(FORM);
    JsonNode insight = first.at("/sections/0/cards/0/charts/0/insight");
    create(
        "{\"name\":\"Other\",\"sections\":[{\"cards\":[{\"charts\":[{\"insight\":"
            + insight
            + "}]}]}]}");
    asked(first, "By week", "select 2");
    JsonNode back = server.post(revision(first) + "/restore", "phx_all", null).json();
    assertThat(query(back)).isEqualTo("select 2");
  }

  @Test
  void history_tells_changes_of_the_content_from_others() throws Exception {
    JsonNode first = create(FORM);
    server.send("PATCH", path(first), "phx_all", "{\"name\":\"Visitors\"}");
    JsonNode history = server.get(path(first) + "/revisions", "phx_read").json().path("results");
    assertThat(history.at("/0/changed").asBoolean()).isFalse();
    assertThat(history.at("/1/changed").asBoolean()).isTrue();
  }

  @Test
  void a_card_moves_to_another_dashboard_below_what_is_there() throws Exception {
    JsonNode from = create(FORM);
    JsonNode to = create(FORM);
    String card = from.at("/sections/0/cards/0/id").asText();
    Reply moved =
        server.send(
            "POST",
            path(from) + "/cards/" + card + "/move",
            "phx_all",
            "{\"to\":" + to.path("id") + "}",
            "If-Match",
            from.path("revision").asText());
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(moved.json().at("/sections/0/cards")).hasSize(1);
    JsonNode there = server.get(path(to), "phx_read").json().at("/sections/0/cards");
    assertThat(there).hasSize(3);
    assertThat(there.at("/2/id").asText()).isEqualTo(card);
    assertThat(there.at("/2/y").asInt()).isEqualTo(4);
    assertThat(there.at("/2/charts/0/query/query").asText()).isEqualTo("select 1");
  }

  @Test
  void a_move_that_cannot_be_says_why_and_moves_nothing() throws Exception {
    JsonNode from = create(FORM);
    String move = path(from) + "/cards/" + from.at("/sections/0/cards/0/id").asText() + "/move";
    String here = "{\"to\":" + from.path("id") + "}";
    assertThat(server.post(move, "phx_all", here).status()).isEqualTo(400);
    assertThat(server.post(move, "phx_all", "{}").json().at("/error/path").asText())
        .isEqualTo("to");
    assertThat(server.post(move, "phx_all", "{\"to\":999999}").status()).isEqualTo(404);
    assertThat(server.post(move, "phx_read", "{\"to\":999999}").status()).isEqualTo(403);
    JsonNode to = create("{\"name\":\"Empty\"}");
    String there = "{\"to\":" + to.path("id") + "}";
    assertThat(server.send("POST", move, "phx_all", there, "If-Match", "999999").status())
        .isEqualTo(409);
    String missing = path(from) + "/cards/999999/move";
    assertThat(server.post(missing, "phx_all", there).json().at("/error/code").asText())
        .isEqualTo("card_not_found");
    assertThat(server.get(path(from), "phx_read").json()).isEqualTo(from);
  }

  @Test
  void dashboards_are_made_from_templates() throws Exception {
    JsonNode templates = server.get("/facet/v1/projects/1/templates", "phx_read").json();
    assertThat(templates.path("results").findValuesAsText("name"))
        .isEqualTo(
            List.of(
                "Product analytics", "Website traffic", "Social overview", "Business overview"));
    JsonNode template = templates.at("/results/0");
    assertThat(template.path("description").asText()).startsWith("How many people");
    assertThat(template.path("built_in").asBoolean()).isTrue();
    String use = "/facet/v1/projects/1/templates/" + template.path("id").asText() + "/dashboards";
    Reply plain = server.post(use, "phx_all", null);
    assertThat(plain.status()).as(plain.body()).isEqualTo(201);
    assertThat(plain.json().path("name").asText()).isEqualTo("Product analytics");
    JsonNode chart = plain.json().at("/sections/0/cards/0/charts/0");
    assertThat(chart.path("title").asText()).isEqualTo("Daily active users (DAUs)");
    assertThat(chart.path("type").asText()).isEqualTo("line");
    JsonNode data = server.get(path(plain.json()) + "/data", "phx_read").json();
    assertThat(data.path("charts").findValues("error")).isEmpty();
    Reply named = server.post(use, "phx_all", "{\"name\":\"Ours\"}");
    assertThat(named.json().path("name").asText()).isEqualTo("Ours");
    assertThat(server.post(use, "phx_read", null).status()).isEqualTo(403);
    String none = "/facet/v1/projects/1/templates/nothing/dashboards";
    assertThat(server.post(none, "phx_all", null).status()).isEqualTo(404);
  }
}
