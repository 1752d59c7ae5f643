package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static dev.facet.api.racknap.Client.OURS;
import static dev.facet.api.racknap.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of dashboards with OData's options; all are made at noon UTC on 4 March 2026. */
class ListTest {
  @TempDir private Path folder;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    client = new Client(folder);
    client.create(Client.SUMMARY);
    client.create("{\"name\":\"Sales\",\"type\":\"sales\",\"refreshInterval\":90}");
    client.create("{\"name\":\"O'Brien's\",\"description\":\"Key %\"}");
    client.ours("{\"name\":\"Ünïcödé\",\"tags\":[\"x\"]}");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private String names(String... options) throws Exception {
    Reply reply = client.list(options);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return String.join(" ", Client.each(reply.json().path("value"), "id"))
        .replace("dashboard_", "");
  }

  @Test
  void a_row_has_the_keys_of_the_page_and_the_newest_comes_first() throws Exception {
    assertThat(names()).isEqualTo("4 3 2 1");
    assertThat(client.list("$filter", "type eq 'executive'").json())
        .isEqualTo(
            json(
                """
                {"value": [{"id": "dashboard_1", "name": "Executive Summary", "type": "executive",
                            "widgetCount": 2, "createdAt": "2026-03-04T12:00:00Z"}], "count": 1}"""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          contains(name,'Sum')                             | 1
          contains(tolower(name),'SALES')                  | ~~
          name eq 'O''Brien''s'                            | 3
          name eq 'Ünïcödé'                                | 4
          id in ('dashboard_4','dashboard_2')              | 4 2
          widgetCount gt 0                                 | 1
          refreshInterval eq 60                            | 4 3 1
          createdAt eq 2026-03-04T12:00:00Z                | 4 3 2 1
          createdAt lt 2026-03-04T12:00:00Z                | ~~
          createdAt lt 2026-03-04T12:00:00.001Z            | 4 3 2 1
          createdAt ge updatedAt                           | 4 3 2 1
          description eq ''                                | 4 2
          not (type eq 'custom') and length(name) lt 6     | 2
          type eq 'sales' or type eq 'executive' and widgetCount gt 5 | 2
          """)
  void a_filter_narrows_the_list_down(String filter, String expected) throws Exception {
    assertThat(names("$filter", filter)).isEqualTo(expected);
    assertThat(client.list("$filter", filter, "$top", "0").json().path("count").asInt())
        .isEqualTo(expected.isEmpty() ? 0 : expected.split(" ").length);
  }

  @ParameterizedTest
  @CsvSource({
    "name,              1 3 2 4",
    "name desc,         4 2 3 1",
    "'type, name',      3 4 1 2",
    "'type desc,id',    2 1 3 4",
    "refreshInterval,   4 3 1 2",
    "createdAt,         4 3 2 1",
  })
  void an_order_is_followed(String order, String expected) throws Exception {
    assertThat(names("$orderby", order)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,, ''",
    "1,,4",
    "2,1,3 2",
    "100,3,1",
    "101,,4 3 2 1",
    "99999999999999999999,0,4 3 2 1",
    ",4,''",
    ",99999999999999999999,''",
    "00,, ''",
  })
  void a_page_is_counted_whole(String top, String skip, String expected) throws Exception {
    String query = (top == null ? "" : "&$top=" + top) + (skip == null ? "" : "&$skip=" + skip);
    Reply reply = client.get(ALL + "?" + query);
    assertThat(
            String.join(" ", Client.each(reply.json().path("value"), "id"))
                .replace("dashboard_", ""))
        .isEqualTo(expected);
    assertThat(reply.json().path("count").asInt()).isEqualTo(4);
  }

  @Test
  void a_page_has_fifty_rows_and_at_most_a_hundred() throws Exception {
    for (int i = 0; i < 100; i++) {
      client.create("{\"name\":\"More " + i + "\"}");
    }
    assertThat(client.list().json().path("value")).hasSize(50);
    assertThat(client.list("$top", "500").json().path("value")).hasSize(100);
    assertThat(client.list("$top", "500", "$skip", "100").json().path("value")).hasSize(4);
    assertThat(client.list().json().path("count").asInt()).isEqualTo(104);
  }

  @Test
  void chosen_fields_are_shown_in_their_order() throws Exception {
    assertThat(client.list("$select", "refreshInterval, id", "$top", "1").body())
        .isEqualTo("{\"value\":[{\"refreshInterval\":60,\"id\":\"dashboard_4\"}],\"count\":4}");
    assertThat(client.list("$select", "*,updatedAt", "$count", "true").json().at("/value/0"))
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $filter  | owner eq 'ada'       | INVALID_FILTER   | $filter: At character 1:
          $filter  | name eq              | INVALID_FILTER   | $filter: At character 8:
          $filter  | ~~                   | INVALID_FILTER   | $filter: At character 1:
          $filter  | refreshInterval eq '60' | INVALID_FILTER | $filter: At character 17:
          $orderby | owner                | INVALID_FILTER   | $orderby: At character 1:
          $orderby | name up              | INVALID_FILTER   | $orderby: At character 6:
          $top     | -1                   | VALIDATION_ERROR | $top
          $top     | 1.5                  | VALIDATION_ERROR | $top
          $top     | ten                  | VALIDATION_ERROR | $top
          $top     | ~~                   | VALIDATION_ERROR | $top
          $skip    | -1                   | VALIDATION_ERROR | $skip
          $skip    | 1e3                  | VALIDATION_ERROR | $skip
          $select  | owner                | VALIDATION_ERROR | $select
          $count   | yes                  | VALIDATION_ERROR | $count
          $expand  | widgets              | VALIDATION_ERROR | $expand
          """)
  void what_makes_no_sense_is_refused(String option, String value, String code, String message)
      throws Exception {
    Reply reply = client.list(option, value);
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asText()).isEqualTo(code);
    assertThat(reply.json().at("/error/message").asText()).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?%24top=1", "?$top=1&unknown=x", "?%24filter=true&%24top=1"})
  void names_may_be_escaped_and_other_parameters_are_passed_over(String query) throws Exception {
    assertThat(client.get(ALL + query).json().path("value")).hasSize(1);
  }

  @Test
  void an_option_is_given_once() throws Exception {
    assertThat(client.get(ALL + "?$top=1&$top=2").status()).isEqualTo(400);
  }

  @Test
  void archived_and_deleted_ones_are_left_out_and_changes_are_seen_at_once() throws Exception {
    client.server.send("PATCH", OURS + "/1", "phx_all", "{\"archived\":true}");
    client.delete(ALL + "/dashboard_2");
    client.put(ALL + "/dashboard_3", "{\"widgets\":[{\"type\":\"mrr\"}]}");
    assertThat(names()).isEqualTo("4 3");
    assertThat(names("$filter", "widgetCount eq 1")).isEqualTo("3");
  }

  @Test
  void a_chart_whose_insight_was_deleted_is_not_counted() throws Exception {
    String id = client.create("Two", "[{\"type\":\"mrr\"},{\"type\":\"arr\"}]");
    long insight =
        client.get(OURS + "/5").json().at("/sections/0/cards/0/charts/0/insight").asLong();
    client.server.send(
        "PATCH", "/api/projects/1/insights/" + insight + "/", "phx_all", "{\"deleted\":true}");
    assertThat(client.get(ALL + "/" + id).json().path("widgets")).hasSize(1);
    assertThat(client.list("$top", "1").json().at("/value/0/widgetCount").asInt()).isOne();
  }
}
