package dev.facet.api.oktopost;

import static dev.facet.api.oktopost.Account.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  @TempDir static Path folder;
  private static Account account;

  @BeforeAll
  static void start() throws Exception {
    account = new Account(folder);
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @Test
  void says_whose_key_it_is() throws Exception {
    assertThat(account.get("/me").json())
        .isEqualTo(
            json(
                """
                {"Result": true, "User": {"Id": "00A000000000001", "Name": "Ada Lovelace",
                  "Email": "ada@example.com", "LastLogin": "0000-00-00 00:00:00"},
                 "Account": {"Id": "001000000000001", "Name": "Acme"}}"""));
    assertThat(account.as("001000000000012", "phx_zoe", "/me").json().at("/Account/Name").asText())
        .isEqualTo("Zeta");
  }

  @ParameterizedTest
  @CsvSource({
    "001000000000012, phx_all",
    "001000000000001, phx_zoe",
    "001000000000001, phx_unknown",
    "001000000000001, ''",
    "'', phx_all",
    "1, phx_all",
    "001000000000001x, phx_all",
    "ada@example.com, correct-horse-battery",
  })
  void refuses_a_key_with_another_account(String id, String key) throws Exception {
    Reply refused = account.as(id, key, "/dashboard");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json())
        .isEqualTo(
            json(
                """
                {"Result": false, "Errors": {"API": {"Error": "The account's id or the key is wrong."}}}"""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer phx_all", "phx_all", "Basic !", "Basic cGh4X2FsbA==", "Apikey x"})
  void takes_no_other_credentials(String header) throws Exception {
    Reply refused = account.server.get("/v2/dashboard", null, "Authorization", header);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().path("Result").asBoolean(true)).isFalse();
    assertThat(refused.json().at("/Errors/API/Error").asText()).isNotEmpty();
    assertThat(account.server.get("/v2/me", null).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "phx_write, 200",
    "phx_second, 200",
    "phx_vic, 200",
    "phx_none, 403",
    "phx_events, 403"
  })
  void needs_the_scope_to_read_dashboards(String key, int status) throws Exception {
    for (String path :
        new String[] {"/me", "/dashboard", "/post", "/click", "/credential", "/campaign"}) {
      Reply reply = account.as(Account.ACME, key, path);
      assertThat(reply.status()).as(path).isEqualTo(status);
      assertThat(reply.json().path("Result").asBoolean()).isEqualTo(status == 200);
      assertThat(reply.json().at("/Errors/API/Error").asText().isEmpty()).isEqualTo(status == 200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/nothing",
        "/v2/dashboard/a/b",
        "/v2/dashboards",
        "/v2/social-profile",
        "/v2/report",
        "/v2",
        "/v2/"
      })
  void knows_no_other_paths(String path) throws Exception {
    Reply reply =
        account.server.get(path, null, "Authorization", Account.basic(Account.ACME, Account.KEY));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo("{\"Result\":false,\"Errors\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v2/dashboard",
    "PUT, /v2/dashboard",
    "DELETE, /v2/dashboard",
    "PATCH, /v2/dashboard",
    "POST, /v2/dashboard/0000000000",
    "DELETE, /v2/dashboard/0000000000",
    "POST, /v2/dashboard/0000000000/report",
    "POST, /v2/campaign",
  })
  void only_reads(String method, String path) throws Exception {
    Reply refused =
        account.server.send(
            method,
            path,
            null,
            "name=x",
            "Authorization",
            Account.basic(Account.ACME, Account.KEY));

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).contains("GET");
    assertThat(refused.json().path("Result").asBoolean(true)).isFalse();
    assertThat(refused.json().at("/Errors/API/Error").asText()).contains(method);
  }
}
