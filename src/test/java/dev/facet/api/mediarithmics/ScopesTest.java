package dev.facet.api.mediarithmics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a dashboard is looked at for: a segment, or those whom a query finds. */
class ScopesTest {
  @TempDir Path folder;
  private Viewer viewer;

  @BeforeEach
  void start() throws Exception {
    viewer = new Viewer(folder);
  }

  @AfterEach
  void stop() {
    viewer.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          OTQL      | SELECT @count{} FROM UserEvent WHERE name != "buy"
          JSON_OTQL | {"from": "UserEvent", "operations": [{"directives": [{"name": "count"}]}], "where": {"type": "FIELD", "field": "name", "comparison": {"type": "STRING", "operator": "NOT_EQ", "values": ["buy"]}}}
          """)
  void savedQueriesAreNarrowedInEitherLanguage(String language, String text) throws Exception {
    String id = viewer.board("{'type':'OTQL','query_id':" + viewer.saved(language, text) + "}");
    assertThat(viewer.values(id, "")).isEqualTo("3");
    assertThat(viewer.values(id, Viewer.filters("{\"channels\": [\"2\"]}"))).isEqualTo("1");
    assertThat(viewer.values(id, "?segment_id=" + viewer.gold())).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECTORQL | whatever     | Queries in SELECTORQL are kept, but not asked.
          JSON_OTQL  | SELECT       | no JSON
          JSON_OTQL  | {"from": ""} | Give one operation
          OTQL       | SELECT {     | Row 1, column
          """)
  void savedQueriesThatCannotBeAskedFailAlone(String language, String text, String said)
      throws Exception {
    String id =
        viewer.board(
            "{'type':'OTQL','query_id':" + viewer.saved(language, text) + "}",
            Viewer.EVENTS_OF_ALL);
    assertThat(viewer.values(id, "")).contains(said).endsWith(" 4");
  }

  @Test
  void aSegmentIsLookedAtAlone() throws Exception {
    String all = Viewer.EVENTS_OF_ALL.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String index = "{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint'}";
    String id =
        viewer.board(
            Viewer.EVENTS_OF_ALL, all, Viewer.SESSIONS, Viewer.VOLUMES, index, Viewer.JOINED);
    assertThat(viewer.values(id, "?segment_id=" + viewer.gold())).isEqualTo("2 4 1 4 1 1");
    String empty = viewer.segment("{\"name\": \"Nobody\", \"is_static\": true}");
    assertThat(viewer.values(id, "?segment_id=" + empty)).isEqualTo("0 4 0 4 0 0");
  }

  @Test
  void choicesNarrowWhatIsNotAdaptedToTheSegment() throws Exception {
    String all = Viewer.EVENTS_OF_ALL.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String query = Viewer.filters("{\"channels\": [\"2\"]}") + "&segment_id=" + viewer.gold();
    assertThat(viewer.values(viewer.board(Viewer.EVENTS_OF_ALL, all, Viewer.SESSIONS), query))
        .isEqualTo("0 1 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT @count{} FROM UserPoint WHERE events { name = "buy" }  | 2 1 4 1
          SELECT {id} FROM UserPoint WHERE events { name = "buy" } OR id = "x" | 2 1 4 1
          {"from": "UserPoint", "operations": [{"directives": [{"name": "count"}]}], "where": {"type": "OBJECT", "field": "events", "expressions": [{"type": "FIELD", "field": "name", "comparison": {"type": "STRING", "operator": "EQ", "values": ["buy"]}}]}} | 2 1 4 1
          SELECT @count{} FROM UserEvent WHERE channel_id = "2"         | 1 1 4 0
          SELECT @count{} FROM UserPoint                                | 4 2 4 1
          SELECT @count{} FROM UserPoint JOIN UserEvent WHERE name = "buy" | 2 1 4 1
          """)
  void theQueryOfABuilderIsLookedAtAlone(String query, String expected) throws Exception {
    String all = Viewer.EVENTS_OF_ALL.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String index = "{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint'}";
    String id = viewer.board(Viewer.EVENTS_OF_ALL, index, all, Viewer.JOINED);
    String scope = "?scope_query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    assertThat(viewer.values(id, scope)).isEqualTo(expected);
  }

  @Test
  void activitiesAreNotNarrowedDownToAQuery() throws Exception {
    String all = Viewer.SESSIONS.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String scope = URLEncoder.encode("SELECT @count{} FROM UserPoint", StandardCharsets.UTF_8);
    assertThat(
            viewer.values(
                viewer.board(Viewer.SESSIONS, all, Viewer.VOLUMES), "?scope_query=" + scope))
        .startsWith("\"Activities cannot be narrowed down to a query")
        .endsWith(" 3 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT @count{} FROM           | "scope_query"             | Row 1, column
          {"from": "UserPoint"}          | "scope_query.operations"  | one operation
          {"from":                       | "scope_query"             | no JSON
          """)
  void aQueryThatMakesNoSenseIsRefused(String query, String path, String said) throws Exception {
    String scope = "?scope_query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    Reply refused = viewer.look(viewer.board(Viewer.EVENTS_OF_ALL), scope);
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains(path).contains(said);
  }

  @Test
  void filesOfTheSegmentAreFound() throws Exception {
    String gold = viewer.gold();
    String uri = "mics://data_file/tenants/1/{SEGMENT_ID}.json";
    viewer.console.put(
        "/v1/data_file/data?uri=" + uri.replace("{SEGMENT_ID}", gold), "{\"s" + gold + "\": 7}");
    String id =
        viewer.board("{'type':'data_file','uri':'" + uri + "','JSON_path':'$.s{SEGMENT_ID}'}");
    assertThat(viewer.values(id, "?segment_id=" + gold)).isEqualTo("7");
    assertThat(viewer.values(id, "")).contains("There is no file");
  }

  @ParameterizedTest
  @CsvSource({"99", "x", "1x"})
  void anUnknownSegmentIsNotFound(String segment) throws Exception {
    Reply refused = viewer.look(viewer.board(Viewer.EVENTS_OF_ALL), "?segment_id=" + segment);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).contains("There is no segment " + segment);
  }
}
