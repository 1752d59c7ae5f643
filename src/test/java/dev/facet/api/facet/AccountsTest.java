package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
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

  private String logIn() throws Exception {
    String cookie =
        server
            .post(
                "/facet/v1/login",
                null,
                "{\"email\":\"ada@example.com\",\"password\":\"correct-horse-battery\"}")
            .header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  @Test
  void a_key_is_made_after_a_login_shown_once_and_revoked() throws Exception {
    String cookie = logIn();
    String wanted = "{\"label\":\"app\",\"scopes\":[\"dashboard:read\"],\"projects\":[1]}";
    assertThat(server.post("/facet/v1/keys", "phx_all", wanted).status()).isEqualTo(403);
    JsonNode made = server.post("/facet/v1/keys", null, wanted, "Cookie", cookie).json();
    String key = made.path("key").asText();
    assertThat(server.get("/facet/v1/projects/1/dashboards", key).status()).isEqualTo(200);
    assertThat(server.get("/facet/v1/projects/2/dashboards", key).status()).isEqualTo(403);

    Reply list = server.get("/facet/v1/keys", null, "Cookie", cookie);
    assertThat(list.body()).contains("\"label\":\"app\"").doesNotContain(key);
    String path = "/facet/v1/keys/" + made.path("id").asText();
    assertThat(server.send("DELETE", path, null, null, "Cookie", cookie).status()).isEqualTo(204);
    assertThat(server.get("/facet/v1/projects/1/dashboards", key).status()).isEqualTo(401);
    Reply wrong =
        server.post("/facet/v1/keys", null, wanted.replace("read", "peek"), "Cookie", cookie);
    assertThat(wrong.json().at("/error/path").asText()).isEqualTo("scopes[0]");
  }

  @Test
  void a_key_tells_whose_it_is_and_who_else_there_is() throws Exception {
    assertThat(server.get("/facet/v1/me", "phx_vic").body())
        .isEqualTo(
            "{\"id\":2,\"email\":\"vic@example.com\",\"name\":\"Vic\",\"role\":\"viewer\","
                + "\"organisation\":{\"id\":1,\"name\":\"Acme\"}}");
    assertThat(server.get("/facet/v1/me", "phx_read").json().path("role").asText())
        .isEqualTo("owner");
    assertThat(server.get("/facet/v1/me", null).status()).isEqualTo(401);
    JsonNode users = server.get("/facet/v1/users", "phx_read").json().path("results");
    assertThat(users.at("/1/email").asText()).isEqualTo("vic@example.com");
    assertThat(users.at("/1/role").asText()).isEqualTo("viewer");
    assertThat(server.get("/facet/v1/users", "phx_none").status()).isEqualTo(403);
  }

  @Test
  void admins_make_users_and_an_organisation_keeps_its_owner() throws Exception {
    Reply bob =
        server.post(
            "/facet/v1/users",
            "phx_all",
            "{\"email\":\"bob@example.com\",\"name\":\"Bob\",\"password\":\"correct-horse\",\"role\":\"admin\"}");
    assertThat(bob.status()).isEqualTo(201);
    assertThat(bob.json().path("role").asText()).isEqualTo("admin");
    assertThat(server.get("/facet/v1/users", "phx_vic").json().path("total").asInt()).isEqualTo(3);
    assertThat(server.post("/facet/v1/users", "phx_vic", "{}").status()).isEqualTo(403);
    Reply last = server.send("PATCH", "/facet/v1/users/1", "phx_all", "{\"role\":\"viewer\"}");
    assertThat(last.json().at("/error/code").asText()).isEqualTo("last_owner");
    String path = "/facet/v1/users/" + bob.json().path("id").asText();
    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(204);
    assertThat(server.get("/facet/v1/users", "phx_all").json().path("total").asInt()).isEqualTo(2);
  }

  @Test
  void an_inactive_user_opens_nothing_and_the_last_owner_stays_active() throws Exception {
    Reply last = server.send("PATCH", "/facet/v1/users/1", "phx_all", "{\"active\":false}");
    assertThat(last.json().at("/error/code").asText()).isEqualTo("last_owner");
    Reply wrong = server.send("PATCH", "/facet/v1/users/1", "phx_all", "{\"active\":\"no\"}");
    assertThat(wrong.json().at("/error/path").asText()).isEqualTo("active");
    assertThat(server.get("/facet/v1/users", "phx_vic").status()).isEqualTo(200);
    Reply off = server.send("PATCH", "/facet/v1/users/2", "phx_all", "{\"active\":false}");
    assertThat(off.json().path("active").booleanValue()).as(off.body()).isFalse();
    assertThat(server.get("/facet/v1/users", "phx_vic").status()).isEqualTo(401);
    Reply on = server.send("PATCH", "/facet/v1/users/2", "phx_all", "{\"active\":true}");
    assertThat(on.json().path("role").asText()).isEqualTo("viewer");
    assertThat(server.get("/facet/v1/users", "phx_vic").status()).isEqualTo(200);
  }

  @Test
  void an_organisation_does_not_shut_out_anothers_user(@TempDir Path other) throws Exception {
    String organisation =
        """
          - id: %d
            name: %s
            users:
              - { email: own%d@example.com, name: Own, password: correct-horse, role: owner }
              - { email: bob@example.com, name: Bob, password: correct-horse, role: viewer }
            keys:
              - { user: own%d@example.com, label: a, key: phx_%d, scopes: ["*"], projects: [] }
        """;
    String yaml =
        "bootstrap:\n  organisations:\n"
            + organisation.formatted(1, "One", 1, 1, 1).indent(2)
            + organisation.formatted(2, "Two", 2, 2, 2).indent(2);
    try (ServerUnderTest both = ServerUnderTest.start(other, yaml, Map.of())) {
      Reply refused = both.send("PATCH", "/facet/v1/users/2", "phx_1", "{\"active\":false}");
      assertThat(refused.json().at("/error/code").asText()).isEqualTo("elsewhere");
      assertThat(both.send("DELETE", "/facet/v1/users/2", "phx_2", null).status()).isEqualTo(204);
      Reply own = both.send("PATCH", "/facet/v1/users/2", "phx_1", "{\"active\":false}");
      assertThat(own.status()).as(own.body()).isEqualTo(200);
    }
  }

  @Test
  void a_project_gets_a_token_of_its_own() throws Exception {
    Reply made =
        server.post(
            "/facet/v1/projects", "phx_all", "{\"name\":\"New\",\"timezone\":\"Asia/Kathmandu\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("token").asText()).startsWith("phc_");
    assertThat(server.get("/facet/v1/projects", "phx_all").json().path("total").asInt())
        .isEqualTo(3);
    assertThat(server.get("/facet/v1/projects", "phx_read").json().path("total").asInt()).isOne();
    assertThat(server.post("/facet/v1/projects", "phx_vic", "{}").status()).isEqualTo(403);
  }

  @Test
  void the_command_lines_door_is_shut_to_everybody_else() throws Exception {
    assertThat(server.get("/facet/v1/control/keys", "phx_all").status()).isEqualTo(401);
    assertThat(server.get("/facet/v1/control/keys", null).status()).isEqualTo(401);
  }
}
