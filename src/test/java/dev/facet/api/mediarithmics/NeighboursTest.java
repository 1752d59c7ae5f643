package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
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

/** What dashboards need around them: queries, files of data, names of ids. */
class NeighboursTest {
  private static final String QUERIES = "/v1/datamarts/1/queries";
  private static final String FILE = "/v1/data_file/data?uri=mics://data_file/tenants/1/a/b.json";

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

  @Test
  void keepsQueriesUnderANumber() throws Exception {
    String sent =
        "{\"query_language\": \"OTQL\", \"query_text\": \"SELECT @count{} FROM UserPoint\"}";
    JsonNode made = console.post(QUERIES, sent).json().path("data");

    String one = QUERIES + "/" + made.path("id").asText();
    assertThat(console.get(one).json().path("data")).isEqualTo(made);
    assertThat(made.path("datamart_id").asText()).isEqualTo("1");

    String changed = sent.replace("UserPoint", "UserEvent");
    assertThat(console.put(one, changed).json().at("/data/query_text").asText())
        .endsWith("UserEvent");
    assertThat(console.get(one.replace("marts/1", "marts/2")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                  | query_language
          {"query_language": "SQL", "query_text": "x"}        | query_language
          {"query_language": "OTQL"}                          | query_text
          {"query_language": "OTQL", "query_text": 1}         | query_text
          {"query_language": "OTQL", "query_text": "x", "query_language_subtype": "y"} | query_language_subtype
          """)
  void refusesAQueryAndNamesTheField(String body, String named) throws Exception {
    Reply refused = console.post(QUERIES, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).contains(": " + named + ":");
  }

  @Test
  void keepsFilesOfTheOwnOrganisation() throws Exception {
    String body = "{\"rows\": [{\"key\": \"ä\", \"value\": 3}]}";
    assertThat(console.get(FILE).status()).isEqualTo(404);

    assertThat(console.put(FILE + "&name=B", body).json().at("/data/name").asText()).isEqualTo("B");
    console.put(FILE, body.replace("3", "4"));

    Reply read = console.get(FILE);
    assertThat(read.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(read.json()).isEqualTo(json(body.replace("3", "4")));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/data_file/data, 400",
    "/v1/data_file/data?uri=file:///etc/passwd, 400",
    "/v1/data_file/data?uri=mics://data_file/tenants/2/a/b.json, 404",
    "/v1/data_file/data?uri=mics://data_file/tenants/1/a/none.json, 404"
  })
  void knowsNoOtherFiles(String path, int status) throws Exception {
    assertThat(console.get(path).status()).isEqualTo(status);
  }

  @Test
  void takesOnlyJsonIntoAFile() throws Exception {
    assertThat(console.put(FILE, "rows").status()).isEqualTo(400);
    assertThat(console.get(FILE).status()).isEqualTo(404);
  }

  @Test
  void namesSegmentsAndCompartments() throws Exception {
    String cohorts = "/api/projects/%d/cohorts/";
    console.server.post(
        cohorts.formatted(1), "phx_all", "{\"name\": \"Fans\", \"is_static\": true}");
    console.server.post(
        cohorts.formatted(2),
        "phx_all",
        """
        {"name": "Rich", "filters": {"properties": [
          {"type": "person", "key": "plan", "operator": "exact", "value": "gold"}]}}""");
    String segments = "/v1/audience_segments?organisation_id=1";

    JsonNode all = console.get(segments).json().path("data");
    assertThat(all.findValuesAsText("name")).containsExactly("Fans", "Rich");
    assertThat(all.findValuesAsText("type")).containsExactly("USER_LIST", "USER_QUERY");
    assertThat(all.findValuesAsText("datamart_id")).containsExactly("1", "2");
    assertThat(console.get(segments + "&datamart_id=2").json().path("total").asInt()).isEqualTo(1);
    assertThat(
            console
                .get("/v1/datamarts/1/user_account_compartments/?with_source_datamarts=true")
                .json()
                .at("/data/0/name")
                .asText())
        .isEqualTo("default");
    assertThat(console.get("/v1/datamarts/1/standard_segment_builders").json().path("data"))
        .isEmpty();
  }
}
