package dev.facet.api.facet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted of who did what, and how it is read over HTTP. */
class AuditTest {
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

  private void login(String email, String password) throws Exception {
    server.post(
        V1 + "login", null, "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private JsonNode audit(String query) throws Exception {
    Reply reply = server.get(V1 + "audit?" + query, "phx_all");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  @Test
  void sign_ins_are_noted_with_where_and_failed_ones_without_what_was_typed() throws Exception {
    login("vic@example.com", PASSWORD);
    login("vic@example.com", "wrong-horse");
    login("hunter2-was-my-password", "x");
    JsonNode done = audit("deed=signed_in").path("results").path(0);
    assertThat(done.path("subject").asText()).isEqualTo("vic@example.com");
    assertThat(done.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(done.path("at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    JsonNode failed = audit("deed=sign_in_failed").path("results");
    assertThat(failed).hasSize(2);
    assertThat(failed.at("/1/subject").asText()).isEqualTo("vic@example.com");
    assertThat(failed.at("/1/user").isNull()).isTrue();
    assertThat(failed.toString()).doesNotContain("hunter2").doesNotContain("wrong-horse");
  }

  @Test
  void changes_are_noted_with_who_made_them() throws Exception {
    server.send("PATCH", V1 + "users/2", "phx_all", "{\"role\":\"editor\"}");
    String board =
        server
            .post(V1 + "projects/1/dashboards", "phx_all", "{\"name\":\"Sales\"}")
            .json()
            .path("id")
            .asText();
    server.send("DELETE", V1 + "projects/1/dashboards/" + board, "phx_all", null);
    server.post(V1 + "projects/1/dashboards/" + board + "/restore", "phx_all", null);
    server.send("PUT", V1 + "projects/1/currency", "phx_all", "{\"currency\":\"EUR\"}");
    server.post(V1 + "projects/1/datasets/customers/import", "phx_all", "customer_id\nc1");
    server.send("PUT", V1 + "projects/1/profiles/acme", "phx_all", "{\"display_name\":\"Acme\"}");
    server.send(
        "PUT",
        V1 + "projects/1/profiles/acme/accounts/youtube",
        "phx_all",
        "{\"account_id\":\"UC1\",\"access_token\":\"secret-token\"}");
    server.send("DELETE", V1 + "projects/1/profiles/acme/accounts/youtube", "phx_all", null);

    JsonNode entries = audit("user=1").path("results");
    assertThat(entries)
        .extracting(
            one ->
                "%s %s %s"
                    .formatted(
                        one.path("deed").asText(),
                        one.path("subject").asText(),
                        one.path("detail").asText()))
        .containsExactly(
            "account_disconnected acme youtube",
            "account_connected acme youtube",
            "imported customers ",
            "currency_changed EUR ",
            "dashboard_restored Sales " + board,
            "dashboard_deleted Sales " + board,
            "user_changed vic@example.com viewer → editor");
    assertThat(entries.at("/0/project/name").asText()).isEqualTo("Web");
    assertThat(entries.at("/6/project").isNull()).isTrue();
    assertThat(entries.toString()).doesNotContain("secret-token");
  }

  @Test
  void links_are_noted_by_whichever_way_they_are_made() throws Exception {
    String board =
        server
            .post(V1 + "projects/1/dashboards", "phx_all", "{\"name\":\"Sales\"}")
            .json()
            .path("id")
            .asText();
    String sharing = "/api/projects/1/dashboards/" + board + "/sharing/";
    server.send("PATCH", sharing, "phx_all", "{\"enabled\":true}");
    server.send("PATCH", sharing, "phx_all", "{\"enabled\":true}");
    server.send("PATCH", sharing, "phx_all", "{\"enabled\":false}");
    String links = V1 + "projects/1/dashboards/" + board + "/links";
    Reply made = server.post(links, "phx_all", "{}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String link = made.json().path("id").asText();
    server.send("DELETE", links + "/" + link, "phx_all", null);
    assertThat(audit("user=1").path("results"))
        .extracting(one -> one.path("deed").asText() + " " + one.path("detail").asText())
        .containsExactly("unshared link " + link, "shared link " + link, "unshared ", "shared ");
    assertThat(audit("deed=shared").at("/results/0/subject").asText())
        .isEqualTo("dashboard " + board);
    String token = made.json().path("token").asText("none");
    assertThat(audit("user=1").toString()).doesNotContain(token);
  }

  @Test
  void the_audit_comes_in_pages_and_only_what_is_asked_for() throws Exception {
    for (int i = 0; i < 3; i++) {
      login("vic@example.com", "wrong");
    }
    JsonNode first = audit("deed=sign_in_failed&limit=2");
    assertThat(first.path("results")).hasSize(2);
    assertThat(first.path("total").asInt()).isEqualTo(3);
    JsonNode second = audit("deed=sign_in_failed&limit=2&cursor=" + first.path("next").asText());
    assertThat(second.path("results")).hasSize(1);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(audit("since=2026-03-04T12:00:01Z").path("total").asInt()).isZero();
    assertThat(audit("before=2026-03-04T12:00:00Z").path("total").asInt()).isZero();
    assertThat(audit("since=2026-03-04T12:00:00Z").path("total").asInt()).isEqualTo(3);
    for (String wrong :
        new String[] {"deed=x", "user=x", "since=yesterday", "limit=0", "cursor=-1"}) {
      Reply reply = server.get(V1 + "audit?" + wrong, "phx_all");
      assertThat(reply.status()).as(wrong).isEqualTo(400);
      assertThat(reply.json().at("/error/path").asText())
          .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }
}
