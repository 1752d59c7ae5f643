package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static dev.facet.api.racknap.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
  private static final String VIC = "/facet/v1/projects/1/users/2/dashboards/";

  @TempDir private Path folder;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    client = new Client(folder);
    client.create(Client.SUMMARY);
    client.create("{\"name\":\"Sales Performance\",\"type\":\"sales\"}");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user/", "/users/"})
  void whoever_makes_a_dashboard_is_given_it(String path) throws Exception {
    assertThat(client.get(ALL + path + "1").json())
        .isEqualTo(
            json(
                """
                {"userId": 1, "dashboards": [
                  {"id": "dashboard_1", "name": "Executive Summary", "type": "executive", "isDefault": true},
                  {"id": "dashboard_2", "name": "Sales Performance", "type": "sales", "isDefault": false}]}"""));
    assertThat(client.get(ALL + path + "2").body()).isEqualTo("{\"userId\":2,\"dashboards\":[]}");
  }

  @Test
  void others_are_given_dashboards_by_our_own_call() throws Exception {
    client.put(VIC + "2", "{\"is_default\":false}");
    client.put(VIC + "1", "{\"is_default\":true}");
    Reply vic = client.server.get(ALL + "/user/2", "phx_vic");
    assertThat(Client.each(vic.json().path("dashboards"), "id"))
        .containsExactly("dashboard_2", "dashboard_1");
    assertThat(Client.each(vic.json().path("dashboards"), "isDefault"))
        .containsExactly("false", "true");
    client.delete(ALL + "/dashboard_1");
    assertThat(client.get(ALL + "/user/2").json().at("/dashboards/0/isDefault").booleanValue())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "-1", "01", "ada@example.com", "99999999999999999999", "1.0"})
  void a_user_who_is_not_there_is_not_found(String user) throws Exception {
    Reply reply = client.get(ALL + "/user/" + user);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().at("/error/code").asText()).isEqualTo("USER_NOT_FOUND");
    assertThat(reply.json().at("/error/message").asText()).isEqualTo("User does not exist");
  }
}
