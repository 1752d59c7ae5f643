package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentsTest {
  private static final String PROJECT = "/facet/v1/projects/1";

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

  private long dashboard(String body) throws Exception {
    Reply made = server.post(PROJECT + "/dashboards", "phx_all", body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().path("created_at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    return made.json().path("id").longValue();
  }

  private static String path(long user, long dashboard) {
    return PROJECT + "/users/" + user + "/dashboards/" + dashboard;
  }

  private Reply assign(long user, long dashboard, String body) throws Exception {
    return server.send("PUT", path(user, dashboard), "phx_all", body);
  }

  private Reply unassign(long user, long dashboard) throws Exception {
    return server.send("DELETE", path(user, dashboard), "phx_all", null);
  }

  /** The numbers of a user's dashboards, the default with a star. */
  private List<String> of(long user, String key) throws Exception {
    JsonNode list = server.get(PROJECT + "/users/" + user + "/dashboards", key).json();
    return StreamSupport.stream(list.path("results").spliterator(), false)
        .map(each -> each.path("id").asText() + (each.path("is_default").asBoolean() ? "*" : ""))
        .toList();
  }

  @Test
  void the_first_is_the_default_until_another_is_made_it() throws Exception {
    long a = dashboard("{\"name\":\"A\"}");
    long b = dashboard("{\"name\":\"B\"}");
    long c = dashboard("{\"name\":\"C\"}");
    assertThat(of(2, "phx_all")).isEmpty();
    assertThat(assign(2, b, "{\"is_default\":false}").json().path("is_default").asBoolean())
        .isTrue();
    assertThat(assign(2, a, "{}").status()).isEqualTo(200);
    assign(2, c, "{\"is_default\":true}");
    assertThat(of(2, "phx_all")).containsExactly("" + b, "" + a, c + "*");
    assign(2, a, "{\"is_default\":true}");
    assertThat(of(2, "phx_vic")).containsExactly("" + b, a + "*", "" + c);
    assertThat(of(1, "phx_all")).isEmpty();
  }

  @Test
  void when_the_default_goes_the_earliest_assigned_takes_over() throws Exception {
    long a = dashboard("{\"name\":\"A\"}");
    long b = dashboard("{\"name\":\"B\"}");
    long c = dashboard("{\"name\":\"C\"}");
    for (long each : List.of(a, b, c)) {
      assign(2, each, "{\"is_default\":" + (each == c) + "}");
    }
    assertThat(unassign(2, c).status()).isEqualTo(204);
    assertThat(unassign(2, c).status()).isEqualTo(404);
    assertThat(of(2, "phx_all")).containsExactly(a + "*", "" + b);
    server.send("DELETE", PROJECT + "/dashboards/" + a, "phx_all", null);
    assertThat(of(2, "phx_all")).containsExactly(b + "*");
    assign(2, c, "{\"is_default\":true}");
    assign(2, c, "{\"is_default\":false}");
    assertThat(of(2, "phx_all")).containsExactly(b + "*", "" + c);
  }

  @Test
  void a_private_dashboard_is_nobody_elses_default() throws Exception {
    long secret = dashboard("{\"name\":\"Mine\",\"visibility\":\"private\"}");
    long open = dashboard("{\"name\":\"Ours\"}");
    for (long user : List.of(1L, 2L)) {
      assign(user, secret, "{\"is_default\":true}");
      assign(user, open, "{\"is_default\":false}");
    }
    assertThat(of(1, "phx_all")).containsExactly(secret + "*", "" + open);
    assertThat(of(2, "phx_vic")).containsExactly(open + "*");
    assertThat(of(1, "phx_vic")).containsExactly("" + open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT    | 2 | 1  | phx_all  | {"is_default":"yes"} | 400
          PUT    | 2 | 1  | phx_all  | {"default":true}     | 400
          PUT    | 2 | 1  | phx_all  | []                   | 400
          PUT    | 2 | 99 | phx_all  | {}                   | 404
          PUT    | 9 | 1  | phx_all  | {}                   | 404
          PUT    | x | 1  | phx_all  | {}                   | 404
          PUT    | 2 | 1  | phx_read | {}                   | 403
          PUT    | 2 | 1  | phx_vic  | {}                   | 403
          PUT    | 2 | 1  |          | {}                   | 401
          DELETE | 2 | 1  | phx_all  |                      | 404
          DELETE | 2 | 1  | phx_vic  |                      | 403
          """)
  void what_makes_no_sense_is_refused(
      String method, String user, String dashboard, String key, String body, int status)
      throws Exception {
    dashboard("{\"name\":\"A\"}");
    String path = PROJECT + "/users/" + user + "/dashboards/" + dashboard;
    Reply refused = server.send(method, path, key, body);
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.json().at("/error/code").asText()).isNotEmpty();
    assertThat(of(2, "phx_all")).isEmpty();
  }
}
