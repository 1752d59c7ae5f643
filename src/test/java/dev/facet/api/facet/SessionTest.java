package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final String LOGIN =
      "{\"email\":\"ada@example.com\",\"password\":\"correct-horse-battery\"}";
  private static final String SET_UP =
      """
      {"organisation":"Acme","name":"Ada","email":"ada@example.com","password":"correct-horse",
       "project":"Web","timezone":"Europe/Berlin"}""";

  @TempDir private Path folder;

  private static String cookie(Reply reply) {
    String line = reply.header("Set-Cookie");
    assertThat(line).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    return line.substring(0, line.indexOf(';'));
  }

  @Test
  void a_login_lasts_until_logging_out() throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder)) {
      assertThat(server.get("/facet/v1/session", null).status()).isEqualTo(401);

      Reply login = server.post("/facet/v1/login", null, LOGIN);
      assertThat(login.status()).isEqualTo(200);
      assertThat(login.json().at("/user/email").asText()).isEqualTo("ada@example.com");
      assertThat(login.json().at("/role").asText()).isEqualTo("owner");
      assertThat(login.json().at("/projects/0/week_start").asText()).isEqualTo("monday");

      String cookie = cookie(login);
      Reply session = server.get("/facet/v1/session", null, "Cookie", cookie);
      assertThat(session.json()).isEqualTo(login.json());

      assertThat(server.post("/facet/v1/logout", null, null, "Cookie", cookie).status())
          .isEqualTo(204);
      assertThat(server.get("/facet/v1/session", null, "Cookie", cookie).status()).isEqualTo(401);
    }
  }

  @Test
  void a_wrong_password_and_an_unknown_user_get_the_same_answer() throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder)) {
      Reply wrong = server.post("/facet/v1/login", null, LOGIN.replace("horse", "house"));
      Reply unknown = server.post("/facet/v1/login", null, LOGIN.replace("ada", "eve"));
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.json().at("/error/code").asText()).isEqualTo("wrong_login");
      assertThat(unknown.status()).isEqualTo(401);
      assertThat(unknown.body()).isEqualTo(wrong.body());
    }
  }

  @Test
  void pages_of_other_sites_change_nothing_by_the_cookie() throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder)) {
      String cookie = cookie(server.post("/facet/v1/login", null, LOGIN));
      String path = "/facet/v1/projects/1/dashboards";
      Reply foreign =
          server.post(path, null, "{}", "Cookie", cookie, "Origin", "http://evil.example");
      assertThat(foreign.status()).isEqualTo(403);
      assertThat(foreign.json().at("/error/code").asText()).isEqualTo("other_origin");
      assertThat(
              server
                  .post(path, null, "{}", "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                  .status())
          .isEqualTo(403);
      assertThat(server.post(path, null, "{}", "Cookie", cookie, "Origin", server.url()).status())
          .isEqualTo(201);
      assertThat(server.get(path, null, "Cookie", cookie, "Origin", "http://evil.example").status())
          .isEqualTo(200);
    }
  }

  @Test
  void a_new_server_is_set_up_once() throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder, "", Map.of())) {
      assertThat(server.get("/facet/v1/setup", null).body()).isEqualTo("{\"needed\":true}");
      Reply setUp = server.post("/facet/v1/setup", null, SET_UP);
      assertThat(setUp.status()).isEqualTo(201);
      assertThat(setUp.json().at("/projects/0/timezone").asText()).isEqualTo("Europe/Berlin");
      assertThat(server.get("/facet/v1/session", null, "Cookie", cookie(setUp)).status())
          .isEqualTo(200);
      assertThat(server.get("/facet/v1/setup", null).body()).isEqualTo("{\"needed\":false}");
      Reply again = server.post("/facet/v1/setup", null, SET_UP);
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.json().at("/error/code").asText()).isEqualTo("already_set_up");
    }
  }

  @Test
  void a_request_that_makes_no_sense_is_told_where() throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder, "", Map.of())) {
      Reply zone = server.post("/facet/v1/setup", null, SET_UP.replace("Berlin", "Nowhere"));
      assertThat(zone.status()).isEqualTo(400);
      assertThat(zone.json().at("/error/path").asText()).isEqualTo("timezone");
      Reply surplus =
          server.post("/facet/v1/login", null, "{\"email\":\"a\",\"password\":\"b\",\"x\":1}");
      assertThat(surplus.json().at("/error/path").asText()).isEqualTo("x");
      assertThat(server.post("/facet/v1/login", null, "{").json().at("/error/code").asText())
          .isEqualTo("malformed_json");
    }
  }
}
