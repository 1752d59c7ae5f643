package dev.facet.api.facet.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ada owns Acme, Ben and Cleo edit, Vic looks; the dashboard is Ben's. */
class SettingsTest {
  private static final String BOOTSTRAP =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
              - { email: ben@example.com, name: Ben, password: correct-horse-battery, role: editor }
              - { email: cleo@example.com, name: Cleo, password: correct-horse-battery, role: editor }
              - { email: vic@example.com, name: Vic, password: correct-horse-battery, role: viewer }
            projects:
              - { id: 1, name: Web, timezone: UTC, token: phc_web }
            keys:
              - { user: ada@example.com, label: ada, key: phx_ada, scopes: ["*"], projects: [] }
              - { user: ben@example.com, label: ben, key: phx_ben, scopes: ["*"], projects: [] }
              - { user: cleo@example.com, label: cleo, key: phx_cleo, scopes: ["*"], projects: [] }
              - { user: vic@example.com, label: vic, key: phx_vic, scopes: ["*"], projects: [] }
      """;
  private static final String PATH = "/facet/v1/projects/1/dashboards";
  private static final String FORM =
      """
      {"name":"Visits","sections":[{"cards":[{"x":0,"y":0,"w":6,"h":4,"charts":[
        {"type":"text","options":{"text":"Hello"}}]}]}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;
  private long board;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder, BOOTSTRAP, Map.of());
    Reply made = server.post(PATH, "phx_ben", FORM);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    board = made.json().path("id").asLong();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply change(String key, String body, String... headers) throws Exception {
    return server.send("PATCH", PATH + "/" + board + "/settings", key, body, headers);
  }

  private JsonNode changed(String body) throws Exception {
    Reply reply = change("phx_ben", body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode get(String path, String key) throws Exception {
    Reply reply = server.get(path, key);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private long user(String name) throws Exception {
    return get("/facet/v1/users", "phx_ada")
        .path("results")
        .valueStream()
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  private static String code(Reply reply) {
    return reply.status() + " " + reply.json().at("/error/code").asText();
  }

  @Test
  void settings_are_read_as_a_whole_and_changed_in_parts() throws Exception {
    JsonNode before = get(PATH + "/" + board + "/settings", "phx_ben");
    assertThat(before.path("editors").asText()).isEqualTo("everyone");
    assertThat(before.path("placement").toString())
        .isEqualTo("{\"scopes\":[],\"segments\":[],\"builders\":[]}");
    assertThat(before.path("may").toString())
        .isEqualTo("{\"edit\":true,\"restrict\":true,\"hide\":true}");
    changed(
        "{\"name\":\"Web\",\"description\":\"Of all\",\"tags\":[\"b\",\" a \",\"b\"],\"pinned\":true}");
    JsonNode after = changed("{\"archived\":true}");
    assertThat(after.path("name").asText()).isEqualTo("Web");
    assertThat(after.path("tags").toString()).isEqualTo("[\"b\",\"a\"]");
    assertThat(after.path("pinned").asBoolean()).isTrue();
    assertThat(after.path("archived").asBoolean()).isTrue();
    assertThat(after.path("revision").asLong()).isGreaterThan(before.path("revision").asLong());
    assertThat(get("/facet/v1/projects/1/tags", "phx_vic").path("results").toString())
        .isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void posthog_reads_name_tags_favourite_restriction_and_collaborators() throws Exception {
    changed(
        """
        {"name":"Web","description":"Of all","tags":["a"],"pinned":true,"editors":"collaborators",
         "collaborators":[{"id":%d,"level":"edit"},{"id":%d,"level":"look"}]}"""
            .formatted(user("Cleo"), user("Vic")));
    String path = "/api/projects/1/dashboards/" + board + "/";
    JsonNode seen = get(path, "phx_ada");
    assertThat(seen.path("name").asText()).isEqualTo("Web");
    assertThat(seen.path("description").asText()).isEqualTo("Of all");
    assertThat(seen.path("tags").toString()).isEqualTo("[\"a\"]");
    assertThat(seen.path("pinned").asBoolean()).isTrue();
    assertThat(seen.path("restriction_level").asInt()).isEqualTo(37);
    JsonNode people = get(path + "collaborators/", "phx_ada");
    assertThat(people.findValuesAsText("email"))
        .containsExactly("cleo@example.com", "vic@example.com");
    assertThat(people.findValuesAsText("level")).containsExactly("37", "21");

    server.send("PATCH", path, "phx_ada", "{\"restriction_level\":21,\"tags\":[\"c\"]}");
    JsonNode back = get(PATH + "/" + board + "/settings", "phx_ben");
    assertThat(back.path("editors").asText()).isEqualTo("everyone");
    assertThat(back.path("tags").toString()).isEqualTo("[\"c\"]");
  }

  @Test
  void mediarithmics_reads_title_placement_and_archived() throws Exception {
    changed(
        """
        {"name":"Web","archived":true,
         "placement":{"scopes":["home","segments"],"segments":["12"],"builders":["3"]}}""");
    String path = "/v1/dashboards/" + board + "?organisation_id=1";
    JsonNode seen = get(path, "phx_ada").path("data");
    assertThat(seen.path("title").asText()).isEqualTo("Web");
    assertThat(seen.path("archived").asBoolean()).isTrue();
    assertThat(seen.path("scopes").toString()).isEqualTo("[\"home\",\"segments\"]");
    assertThat(seen.path("segment_ids").toString()).isEqualTo("[\"12\"]");
    assertThat(seen.path("builder_ids").toString()).isEqualTo("[\"3\"]");

    Reply put =
        server.send(
            "PUT",
            path,
            "phx_ada",
            "{\"title\":\"Back\",\"scopes\":[\"console\"],\"segment_ids\":[7],\"builder_ids\":[]}");
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    JsonNode back = get(PATH + "/" + board + "/settings", "phx_ben");
    assertThat(back.path("name").asText()).isEqualTo("Back");
    assertThat(back.path("archived").asBoolean()).isFalse();
    assertThat(back.path("placement").toString())
        .isEqualTo("{\"scopes\":[\"console\"],\"segments\":[\"7\"],\"builders\":[]}");
  }

  @Test
  void oktopost_reads_name_favourite_and_that_it_is_archived() throws Exception {
    changed("{\"name\":\"Web\",\"pinned\":true,\"description\":\"Of all\"}");
    JsonNode listed = oktopost().at("/Items/0");
    assertThat(listed.path("Name").asText()).isEqualTo("Web");
    assertThat(listed.path("IsFavorite").asBoolean()).isTrue();
    changed("{\"archived\":true}");
    assertThat(oktopost().path("Total").asInt()).isZero();
  }

  private JsonNode oktopost() throws Exception {
    String pair = "001000000000001:phx_ada";
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return server.get("/v2/dashboard", null, "Authorization", basic).json();
  }

  @Test
  void racknap_reads_name_and_description() throws Exception {
    changed("{\"name\":\"Web\",\"description\":\"Of all\"}");
    JsonNode seen = get("/api/dashboards/dashboard_" + board, "phx_ada");
    assertThat(seen.path("name").asText()).isEqualTo("Web");
    assertThat(seen.path("description").asText()).isEqualTo("Of all");
  }

  @Test
  void a_conflict_with_another_editor_changes_nothing() throws Exception {
    long known = get(PATH + "/" + board, "phx_ben").path("revision").asLong();
    changed("{\"name\":\"Theirs\"}");
    Reply reply =
        change(
            "phx_ben",
            "{\"name\":\"Mine\",\"collaborators\":[{\"id\":%d,\"level\":\"edit\"}]}"
                .formatted(user("Cleo")),
            "If-Match",
            Long.toString(known));
    assertThat(code(reply)).isEqualTo("409 conflict");
    JsonNode now = get(PATH + "/" + board + "/settings", "phx_ben");
    assertThat(now.path("name").asText()).isEqualTo("Theirs");
    assertThat(now.path("collaborators")).isEmpty();
  }

  @Test
  void a_restricted_dashboard_is_changed_in_every_dialect_only_by_those_let_in() throws Exception {
    changed("{\"editors\":\"collaborators\"}");
    String facet = PATH + "/" + board;
    assertThat(code(server.send("PATCH", facet, "phx_cleo", "{\"name\":\"x\"}")))
        .isEqualTo("403 restricted");
    assertThat(code(server.send("PUT", facet, "phx_cleo", FORM))).isEqualTo("403 restricted");
    assertThat(code(server.send("DELETE", facet, "phx_cleo", null))).isEqualTo("403 restricted");
    assertThat(code(change("phx_cleo", "{\"name\":\"x\"}"))).isEqualTo("403 restricted");
    assertThat(code(server.get(facet + "/links", "phx_cleo"))).isEqualTo("403 restricted");
    String registration = "{\"title\":\"x\",\"scopes\":[],\"segment_ids\":[],\"builder_ids\":[]}";
    assertThat(server.send("PUT", "/v1/dashboards/" + board, "phx_cleo", registration).status())
        .isEqualTo(403);
    assertThat(
            server
                .send(
                    "PUT", "/v1/dashboards/" + board + "/content", "phx_cleo", "{\"sections\":[]}")
                .status())
        .isEqualTo(403);
    String racknap = "/api/dashboards/dashboard_" + board;
    assertThat(server.send("PUT", racknap, "phx_cleo", "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(server.send("DELETE", racknap, "phx_cleo", null).status()).isEqualTo(403);
    String posthog = "/api/projects/1/dashboards/" + board + "/";
    assertThat(server.send("PATCH", posthog, "phx_cleo", "{\"name\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(get(facet, "phx_cleo").path("editable").asBoolean()).isFalse();

    assertThat(get(facet, "phx_ada").path("editable").asBoolean()).isTrue();
    assertThat(change("phx_ada", "{\"description\":\"Of an admin\"}").status()).isEqualTo(200);
    changed("{\"collaborators\":[{\"id\":%d,\"level\":\"edit\"}]}".formatted(user("Cleo")));
    assertThat(change("phx_cleo", "{\"name\":\"Hers\"}").status()).isEqualTo(200);
    assertThat(server.send("PUT", racknap, "phx_cleo", "{\"description\":\"Hers\"}").status())
        .isEqualTo(200);
  }

  @Test
  void a_private_dashboard_is_seen_by_its_creator_and_those_let_in() throws Exception {
    changed("{\"visibility\":\"private\"}");
    String facet = PATH + "/" + board;
    assertThat(server.get(facet, "phx_cleo").status()).isEqualTo(404);
    assertThat(server.get(facet, "phx_ada").status()).isEqualTo(404);
    changed("{\"collaborators\":[{\"id\":%d,\"level\":\"look\"}]}".formatted(user("Cleo")));
    assertThat(get(facet, "phx_cleo").path("editable").asBoolean()).isFalse();
    assertThat(code(change("phx_cleo", "{\"name\":\"x\"}"))).isEqualTo("403 restricted");
    assertThat(server.get("/v1/dashboards/" + board + "?organisation_id=1", "phx_cleo").status())
        .isEqualTo(200);
  }

  @Test
  void only_creator_and_admins_say_who_is_let_in_and_only_the_creator_hides() throws Exception {
    assertThat(code(change("phx_cleo", "{\"editors\":\"collaborators\"}")))
        .isEqualTo("403 restricted");
    assertThat(code(change("phx_cleo", "{\"collaborators\":[{\"id\":%d}]}".formatted(user("Vic")))))
        .isEqualTo("403 restricted");
    assertThat(code(change("phx_ada", "{\"visibility\":\"private\"}"))).isEqualTo("403 restricted");
    assertThat(change("phx_ada", "{\"editors\":\"collaborators\"}").status()).isEqualTo(200);
    assertThat(change("phx_vic", "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(get(PATH + "/" + board + "/settings", "phx_vic").path("may").toString())
        .isEqualTo("{\"edit\":false,\"restrict\":false,\"hide\":false}");
  }

  @Test
  void the_list_goes_by_tag_and_keeps_archived_dashboards_apart_but_in_the_trash()
      throws Exception {
    changed("{\"tags\":[\"a\",\"b\"]}");
    server.post(PATH, "phx_ben", "{\"name\":\"Other\",\"tags\":[\"c\"]}");
    assertThat(names("?tag=b")).containsExactly("Visits");
    assertThat(names("?tag=d")).isEmpty();
    changed("{\"archived\":true}");
    assertThat(names("")).containsExactly("Other");
    assertThat(names("?archived=true")).containsExactly("Visits");
    server.send("DELETE", PATH + "/" + board, "phx_ben", null);
    assertThat(names("?archived=true")).isEmpty();
    assertThat(names("?deleted=true")).containsExactly("Visits");
  }

  private List<String> names(String query) throws Exception {
    return get(PATH + query, "phx_vic")
        .path("results")
        .valueStream()
        .map(each -> each.path("name").asText())
        .toList();
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_place() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"{\"name\":\" \"}", "name"},
          {"{\"name\":7}", "name"},
          {"{\"tags\":[\"a\",7]}", "tags[1]"},
          {"{\"editors\":\"nobody\"}", "editors"},
          {"{\"visibility\":\"secret\"}", "visibility"},
          {"{\"placement\":{\"scopes\":[\"moon\"]}}", "placement.scopes[0]"},
          {"{\"placement\":{\"segments\":[7]}}", "placement.segments[0]"},
          {"{\"collaborators\":[{\"level\":\"edit\"}]}", "collaborators[0].id"},
          {"{\"collaborators\":[{\"id\":1,\"level\":\"own\"}]}", "collaborators[0].level"},
          {"{\"collaborators\":[{\"id\":999}]}", "collaborators"},
          {"{\"colour\":\"red\"}", "colour"}
        }) {
      Reply reply = change("phx_ben", wrong[0]);
      assertThat(reply.status()).as(reply.body()).isEqualTo(400);
      assertThat(reply.json().at("/error/path").asText()).as(reply.body()).isEqualTo(wrong[1]);
    }
  }
}
