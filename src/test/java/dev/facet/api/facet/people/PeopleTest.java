package dev.facet.api.facet.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People, their links, passwords, sessions and keys over HTTP; what is noted of them. */
class PeopleTest {
  private static final String V1 = "/facet/v1/";
  private static final String PASSWORD = "correct-horse-battery";

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

  private static String cookieOf(Reply reply) {
    String line = reply.header("Set-Cookie");
    return line.substring(0, line.indexOf(';'));
  }

  private Reply login(String email, String password) throws Exception {
    return server.post(
        V1 + "login",
        null,
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
        "User-Agent",
        "Browser/1");
  }

  private String cookie(String email) throws Exception {
    return cookieOf(login(email, PASSWORD));
  }

  private Reply by(String cookie, String method, String path, @Nullable String body)
      throws Exception {
    return server.send(method, V1 + path, null, body, "Cookie", cookie);
  }

  private Reply user(String role) throws Exception {
    return server.post(
        V1 + "users",
        "phx_all",
        "{\"email\":\"%s@example.com\",\"name\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}"
            .formatted(role, role, PASSWORD, role));
  }

  private JsonNode audit(String query) throws Exception {
    Reply reply = server.get(V1 + "audit?" + query, "phx_all");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static String code(Reply reply) {
    return reply.json().at("/error/code").asText();
  }

  private static String secret(Reply invited) {
    String link = invited.json().path("link").asText();
    assertThat(link).matches("http://.*/welcome#[0-9A-Za-z]{43}");
    return link.substring(link.indexOf('#') + 1);
  }

  @Test
  void somebody_invited_chooses_a_password_once_and_is_logged_in() throws Exception {
    Reply invited =
        server.post(
            V1 + "users",
            "phx_all",
            "{\"email\":\"bob@example.com\",\"name\":\"Bob\",\"role\":\"editor\"}");
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    assertThat(invited.json().path("invited").booleanValue()).isTrue();
    assertThat(invited.json().path("link_expires_at").asText()).isEqualTo("2026-03-11T12:00:00Z");
    String secret = secret(invited);
    String body = "{\"secret\":\"" + secret + "\"}";
    assertThat(server.post(V1 + "invitation", null, body).json().path("email").asText())
        .isEqualTo("bob@example.com");

    String accept = "{\"secret\":\"%s\",\"password\":\"%s\"}";
    Reply weak = server.post(V1 + "invitation/accept", null, accept.formatted(secret, "short"));
    assertThat(code(weak)).isEqualTo("password_too_short");
    Reply in = server.post(V1 + "invitation/accept", null, accept.formatted(secret, PASSWORD));
    assertThat(in.json().path("role").asText()).as(in.body()).isEqualTo("editor");
    assertThat(by(cookieOf(in), "GET", "session", null).status()).isEqualTo(200);
    Reply again = server.post(V1 + "invitation/accept", null, accept.formatted(secret, PASSWORD));
    assertThat(again.status()).isEqualTo(404);
    assertThat(code(again)).isEqualTo("invitation_not_found");
    assertThat(login("bob@example.com", PASSWORD).status()).isEqualTo(200);
    assertThat(audit("limit=1000").toString()).doesNotContain(secret);
    assertThat(server.get(V1 + "users", "phx_all").body()).doesNotContain(secret);
  }

  @Test
  void a_reset_ends_sessions_and_the_old_password() throws Exception {
    String vic = cookie("vic@example.com");
    Reply reset = server.post(V1 + "users/2/reset", "phx_all", null);
    assertThat(reset.status()).as(reset.body()).isEqualTo(200);
    assertThat(by(vic, "GET", "session", null).status()).isEqualTo(401);
    assertThat(login("vic@example.com", PASSWORD).status()).isEqualTo(401);
    String first = secret(reset);
    String second = secret(server.post(V1 + "users/2/reset", "phx_all", null));
    assertThat(server.post(V1 + "invitation", null, "{\"secret\":\"" + first + "\"}").status())
        .isEqualTo(404);
    assertThat(server.post(V1 + "invitation", null, "{\"secret\":\"" + second + "\"}").status())
        .isEqualTo(200);
    assertThat(server.post(V1 + "users/99/reset", "phx_all", null).status()).isEqualTo(404);
  }

  @Test
  void an_admin_does_not_rise_above_an_owner() throws Exception {
    user("admin");
    String admin = cookie("admin@example.com");
    assertThat(code(by(admin, "POST", "users/1/reset", null))).isEqualTo("role_too_low");
    assertThat(code(by(admin, "PATCH", "users/1", "{\"active\":false}"))).isEqualTo("role_too_low");
    assertThat(code(by(admin, "PATCH", "users/2", "{\"role\":\"owner\"}")))
        .isEqualTo("role_too_low");
    assertThat(code(by(admin, "DELETE", "users/1", null))).isEqualTo("role_too_low");
    assertThat(by(admin, "PATCH", "users/2", "{\"role\":\"editor\"}").status()).isEqualTo(200);
    String owner = "{\"email\":\"o@example.com\",\"name\":\"O\",\"role\":\"owner\"}";
    assertThat(code(by(admin, "POST", "users", owner))).isEqualTo("role_too_low");
    assertThat(server.get(V1 + "users", "phx_all").json().path("total").asInt()).isEqualTo(3);
  }

  @Test
  void the_last_owner_stays() throws Exception {
    String path = V1 + "users/1";
    for (String body : new String[] {"{\"role\":\"admin\"}", "{\"active\":false}"}) {
      assertThat(code(server.send("PATCH", path, "phx_all", body))).isEqualTo("last_owner");
    }
    assertThat(code(server.send("DELETE", path, "phx_all", null))).isEqualTo("last_owner");
    user("owner");
    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(204);
  }

  @Test
  void an_owner_who_has_not_chosen_a_password_yet_is_none_to_be_left_with() throws Exception {
    String invitee = "{\"email\":\"o@example.com\",\"name\":\"O\",\"role\":\"owner\"}";
    assertThat(server.post(V1 + "users", "phx_all", invitee).status()).isEqualTo(201);
    assertThat(code(server.send("DELETE", V1 + "users/1", "phx_all", null)))
        .isEqualTo("last_owner");
  }

  @Test
  void somebody_who_left_comes_back_with_nothing_of_before() throws Exception {
    String vic = cookie("vic@example.com");
    assertThat(server.send("DELETE", V1 + "users/2", "phx_all", null).status()).isEqualTo(204);
    String again = "{\"email\":\"VIC@example.com\",\"name\":\"Victor\",\"role\":\"editor\"}";
    Reply invited = server.post(V1 + "users", "phx_all", again);
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    assertThat(invited.json().path("id").asLong()).isEqualTo(2);
    assertThat(invited.json().path("name").asText()).isEqualTo("Victor");
    assertThat(by(vic, "GET", "session", null).status()).isEqualTo(401);
    assertThat(server.get(V1 + "me", "phx_vic").status()).isEqualTo(401);
    assertThat(login("vic@example.com", PASSWORD).status()).isEqualTo(401);
    String accept = "{\"secret\":\"%s\",\"password\":\"%s\"}".formatted(secret(invited), PASSWORD);
    Reply in = server.post(V1 + "invitation/accept", null, accept);
    assertThat(in.json().path("role").asText()).as(in.body()).isEqualTo("editor");
  }

  @ParameterizedTest
  @CsvSource({"user:write, ''", "*, 1"})
  void a_key_that_opens_less_than_a_login_hands_out_none(String scope, String projects)
      throws Exception {
    String draft = "{\"label\":\"narrow\",\"scopes\":[\"%s\"],\"projects\":[%s]}";
    Reply made = by(cookie("ada@example.com"), "POST", "keys", draft.formatted(scope, projects));
    String key = made.json().path("key").asText();
    String invitee = "{\"email\":\"o@example.com\",\"name\":\"O\",\"role\":\"owner\"}";
    assertThat(code(server.post(V1 + "users", key, invitee))).isEqualTo("missing_scope");
    assertThat(code(server.post(V1 + "users/2/reset", key, null))).isEqualTo("missing_scope");
    String role = "{\"role\":\"editor\"}";
    assertThat(server.send("PATCH", V1 + "users/2", key, role).status()).isEqualTo(200);
  }

  @Test
  void two_owners_who_put_each_other_down_at_once_leave_one() throws Exception {
    long second = user("owner").json().path("id").asLong();
    String ada = cookie("ada@example.com");
    String other = cookie("owner@example.com");
    String body = "{\"role\":\"viewer\"}";
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> one = both.submit(() -> by(ada, "PATCH", "users/" + second, body));
      Future<Reply> two = both.submit(() -> by(other, "PATCH", "users/1", body));
      assertThat(List.of(one.get().status(), two.get().status())).contains(200);
    }
    JsonNode members = server.get(V1 + "users", "phx_vic").json().path("results");
    assertThat(members).extracting(one -> one.path("role").asText()).contains("owner");
  }

  @Test
  void a_password_is_changed_by_whoever_knows_it_and_ends_other_sessions() throws Exception {
    String here = cookie("vic@example.com");
    String there = cookie("vic@example.com");
    String body = "{\"current\":\"%s\",\"password\":\"%s\"}";
    Reply wrong = by(here, "PUT", "password", body.formatted("wrong-horse", "another-horse"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().at("/error/path").asText()).isEqualTo("current");
    assertThat(code(by(here, "PUT", "password", body.formatted(PASSWORD, "short"))))
        .isEqualTo("password_too_short");
    Reply done = by(here, "PUT", "password", body.formatted(PASSWORD, "another-horse"));
    assertThat(done.status()).isEqualTo(204);
    assertThat(by(here, "GET", "session", null).status()).isEqualTo(200);
    assertThat(by(there, "GET", "session", null).status()).isEqualTo(401);
    assertThat(login("vic@example.com", PASSWORD).status()).isEqualTo(401);
    assertThat(login("vic@example.com", "another-horse").status()).isEqualTo(200);
    assertThat(server.send("PUT", V1 + "password", "phx_all", body).status()).isEqualTo(403);
  }

  @Test
  void sessions_tell_from_where_and_the_others_are_ended() throws Exception {
    String here = cookie("vic@example.com");
    String there = cookie("vic@example.com");
    String ada = cookie("ada@example.com");
    JsonNode sessions = by(here, "GET", "sessions", null).json();
    assertThat(sessions.path("total").asInt()).isEqualTo(2);
    assertThat(sessions.at("/results/0/agent").asText()).isEqualTo("Browser/1");
    assertThat(sessions.at("/results/0/address").asText()).isEqualTo("127.0.0.1");
    assertThat(
            StreamSupport.stream(sessions.path("results").spliterator(), false)
                .filter(one -> one.path("current").booleanValue()))
        .hasSize(1);
    assertThat(by(here, "DELETE", "sessions", null).status()).isEqualTo(204);
    assertThat(by(there, "GET", "session", null).status()).isEqualTo(401);
    assertThat(by(here, "GET", "session", null).status()).isEqualTo(200);
    assertThat(by(ada, "GET", "session", null).status()).isEqualTo(200);
  }

  @Test
  void admins_see_and_revoke_the_keys_of_all_and_others_their_own() throws Exception {
    user("admin");
    String admin = cookie("admin@example.com");
    String vic = cookie("vic@example.com");
    JsonNode all = by(admin, "GET", "keys?all=true", null).json();
    assertThat(all.path("total").asInt()).isEqualTo(4);
    assertThat(all.at("/results/3/user/email").asText()).isEqualTo("vic@example.com");
    assertThat(all.toString()).doesNotContain("phx_vic").doesNotContain("phx_all");
    long key = all.at("/results/3/id").asLong();
    assertThat(by(vic, "GET", "keys?all=true", null).status()).isEqualTo(403);
    assertThat(by(vic, "GET", "keys", null).json().path("total").asInt()).isOne();
    long owners = all.at("/results/0/id").asLong();
    assertThat(by(vic, "DELETE", "keys/" + owners, null).status()).isEqualTo(403);
    assertThat(code(by(admin, "DELETE", "keys/" + owners, null))).isEqualTo("role_too_low");
    assertThat(by(admin, "DELETE", "keys/" + key, null).status()).isEqualTo(204);
    assertThat(server.get(V1 + "me", "phx_vic").status()).isEqualTo(401);
    assertThat(by(admin, "DELETE", "keys/" + key, null).status()).isEqualTo(404);
    JsonNode entry = audit("deed=key_revoked").at("/results/0");
    assertThat(entry.at("/user/email").asText()).isEqualTo("admin@example.com");
    assertThat(entry.path("subject").asText()).startsWith("vic (");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, users, '{\"email\":\"x@example.com\",\"name\":\"X\"}', 403, 403, 201",
    "PATCH, users/2, '{\"role\":\"viewer\"}', 403, 403, 200",
    "POST, users/2/reset, , 403, 403, 200",
    "GET, audit, , 403, 403, 200",
    "GET, keys, , 200, 200, 200",
    "GET, keys?all=true, , 403, 403, 200",
    "GET, sessions, , 200, 200, 200",
    "POST, projects, '{\"name\":\"P\",\"timezone\":\"UTC\"}', 403, 403, 201",
    "GET, projects/1, , 200, 200, 200",
    "PATCH, projects/1, '{\"name\":\"P\"}', 403, 403, 200",
    "GET, projects/1/imports, , 403, 200, 200",
    "PUT, projects/1/currency, '{\"currency\":\"EUR\"}', 403, 200, 200",
  })
  void each_call_is_for_its_roles(
      String method, String path, @Nullable String body, int viewer, int editor, int admin)
      throws Exception {
    user("viewer");
    user("editor");
    user("admin");
    assertThat(by(cookie("viewer@example.com"), method, path, body).status()).isEqualTo(viewer);
    assertThat(by(cookie("editor@example.com"), method, path, body).status()).isEqualTo(editor);
    Reply last = by(cookie("admin@example.com"), method, path, body);
    assertThat(last.status()).as(last.body()).isEqualTo(admin);
    assertThat(server.send(method, V1 + path, null, body).status()).isEqualTo(401);
    assertThat(server.send(method, V1 + path, "phx_none", body).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, users, '{\"email\":5,\"name\":\"X\"}', email",
    "POST, users, '{\"email\":\"nobody\",\"name\":\"X\"}', email",
    "POST, users, '{\"email\":\"a@b\"}', name",
    "POST, users, '{\"email\":\"a@b\",\"name\":\"X\",\"role\":\"king\"}', role",
    "POST, users, '{\"email\":\"vic@example.com\",\"name\":\"X\"}', email",
    "PATCH, users/2, '{\"active\":\"no\"}', active",
    "PATCH, users/2, '{\"name\":\"X\"}', name",
    "PATCH, projects/1, '{\"name\":\" \"}', name",
    "PATCH, projects/1, '{\"timezone\":\"Mars\"}', timezone",
    "PATCH, projects/1, '{\"week_start\":\"friday\"}', week_start",
    "PATCH, projects/1, '{\"test_account_filters\":{}}', test_account_filters",
    "PATCH, projects/1, '{\"test_account_filters\":[5]}', test_account_filters[0]",
    "PATCH, projects/1, '{\"token\":\"phc_mine\"}', token",
  })
  void what_makes_no_sense_is_told_where(String method, String path, String body, String at)
      throws Exception {
    Reply reply = server.send(method, V1 + path, "phx_all", body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().at("/error/path").asText()).isEqualTo(at);
  }

  @Test
  void a_project_is_changed_field_by_field() throws Exception {
    String filters =
        "[{\"key\":\"email\",\"value\":\"@acme\",\"operator\":\"not_icontains\",\"type\":\"person\"}]";
    Reply changed =
        server.send(
            "PATCH",
            V1 + "projects/1",
            "phx_all",
            "{\"timezone\":\"Asia/Kathmandu\",\"test_account_filters\":" + filters + "}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonNode now = server.get(V1 + "projects/1", "phx_all").json();
    assertThat(now.path("name").asText()).isEqualTo("Web");
    assertThat(now.path("timezone").asText()).isEqualTo("Asia/Kathmandu");
    assertThat(now.path("week_start").asText()).isEqualTo("monday");
    assertThat(now.path("test_account_filters").toString()).isEqualTo(filters);
    assertThat(audit("deed=project_changed").at("/results/0/detail").asText())
        .isEqualTo("timezone: UTC → Asia/Kathmandu, test_account_filters");
    assertThat(server.send("PATCH", V1 + "projects/9", "phx_all", "{}").status()).isEqualTo(404);
  }
}
