package dev.facet.api.mediarithmics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  private static final String LOGIN =
      "{\"email\": \"ada@example.com\", \"password\": \"correct-horse-battery\"}";
  private static final String ACCESS = "/v1/authentication/access_tokens";
  private static final String REFRESH = "/v1/authentication/refresh_tokens";
  private static final String LIST = "/v1/dashboards?organisation_id=1";

  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws Exception {
    console = new Console(folder);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private int status(String authorization) throws Exception {
    return console.server.get(LIST, null, "Authorization", authorization).status();
  }

  @Test
  void givesATokenForAnHourThatOpensTheApiWithAndWithoutASchemeWord() throws Exception {
    JsonNode data = console.server.post(ACCESS, null, LOGIN).json().path("data");

    assertThat(data.path("expires_in").asInt()).isEqualTo(3600);
    String token = data.path("access_token").asText();
    assertThat(status(token)).isEqualTo(200);
    assertThat(status("Bearer " + token)).isEqualTo(200);
  }

  @Test
  void givesFurtherTokensForARefreshTokenWhichOpensNothingItself() throws Exception {
    String refresh =
        console.server.post(REFRESH, null, LOGIN).json().at("/data/refresh_token").asText();

    JsonNode data =
        console
            .server
            .post(ACCESS, null, "{\"refresh_token\": \"" + refresh + "\"}")
            .json()
            .path("data");

    assertThat(status(data.path("access_token").asText())).isEqualTo(200);
    assertThat(status(refresh)).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"email": "ada@example.com", "password": "wrong"} | 401
          {"email": "nobody@example.com", "password": "correct-horse-battery"} | 401
          {"refresh_token": "phx_all"} | 401
          {"email": "ada@example.com"} | 400
          {} | 400
          """)
  void refusesOthers(String body, int status) throws Exception {
    assertThat(console.server.post(ACCESS, null, body).status()).isEqualTo(status);
  }

  @Test
  void wantsAKeyThatMayDoIt() throws Exception {
    assertThat(console.server.get(LIST, null).json().path("error_code").asText())
        .isEqualTo("UNAUTHORIZED");
    assertThat(status("phx_wrong")).isEqualTo(401);
    assertThat(status("phx_none")).isEqualTo(403);
    assertThat(status("phx_read")).isEqualTo(200);
    for (String key : new String[] {"phx_read", "phx_vic"}) {
      Reply refused =
          console.server.post("/v1/dashboards", key, Console.REGISTRATION.formatted("A"));
      assertThat(refused.json().path("error_code").asText()).isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void letsPagesOfOtherSitesCall() throws Exception {
    Reply before =
        console.server.send(
            "OPTIONS",
            "/v1/dashboards/1/content",
            null,
            null,
            "Access-Control-Request-Method",
            "PUT");

    assertThat(before.status()).isEqualTo(204);
    assertThat(before.header("Access-Control-Allow-Methods")).isEqualTo("POST, GET, PUT, DELETE");
    assertThat(before.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "X-Requested-By", "X-MICS-OTQL-SOURCE");
    assertThat(before.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(console.get("/v1/dashboards").header("Access-Control-Allow-Origin")).isEqualTo("*");
  }
}
