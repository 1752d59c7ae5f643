package dev.facet.form.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.query.CubeQuery;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests for data cubes mean, and where those that mean nothing are wrong. */
class CubeFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2024-05-15T13:05:00Z");
  private static final String WHOLE =
      """
      {"date_ranges": [{"start_date": "2024-05-01T00:00:00", "end_date": "now"}],
       "dimensions": [{"name": "date_yyyy_mm_dd"}], "metrics": [{"expression": "users"}]}
      """;

  private static ObjectNode node(String json) {
    try {
      return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CubeQuery read(DataCube cube, boolean lenient, JsonNode node) {
    return new CubeForm(cube, lenient).request(Fields.of(node, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "date_ranges|null|date_ranges",
        "date_ranges|[]|date_ranges",
        "date_ranges|[{'start_date':'now','end_date':'now'},{'start_date':'now','end_date':'now'}]|date_ranges",
        "date_ranges|[{'start_date':'now'}]|date_ranges[0].end_date",
        "date_ranges|[{'start_date':'soon','end_date':'now'}]|date_ranges[0].start_date",
        "date_ranges|[{'start_date':'2024-02-30','end_date':'now'}]|date_ranges[0].start_date",
        "dimensions|null|dimensions",
        "dimensions|{}|dimensions",
        "dimensions|['type']|dimensions[0]",
        "dimensions|[{'name':'age'}]|dimensions[0].name",
        "metrics|null|metrics",
        "metrics|[{'expression':'count'}]|metrics[0].expression",
        "metrics|[{'name':'users'}]|metrics[0].expression",
        "dimension_filter_clauses|{'filters':[]}|dimension_filter_clauses.filters",
        "dimension_filter_clauses|{'operator':'AND'}|dimension_filter_clauses.filters",
        "dimension_filter_clauses|{'operator':'XOR','filters':[{'dimension_name':'type','operator':'EXACT','expressions':['a']}]}|dimension_filter_clauses.operator",
        "dimension_filter_clauses|{'filters':[{'dimension_name':'age','operator':'EXACT','expressions':['a']}]}|dimension_filter_clauses.filters[0].dimension_name",
        "dimension_filter_clauses|{'filters':[{'dimension_name':'type','operator':'LIKE','expressions':['a']}]}|dimension_filter_clauses.filters[0].operator",
        "dimension_filter_clauses|{'filters':[{'dimension_name':'type','operator':'EXACT'}]}|dimension_filter_clauses.filters[0].expressions",
        "dimension_filter_clauses|{'filters':[{'dimension_name':'type','operator':'NUMERIC_EQUAL','expressions':[1,'many']}]}|dimension_filter_clauses.filters[0].expressions[1]",
        "dimension_filter_clauses|{'filters':[{'dimension_name':'type','operator':'REGEXP','expressions':['(']}]}|dimension_filter_clauses.filters[0].expressions[0]",
        "metric_filter_clauses|{'filters':[]}|metric_filter_clauses.filters",
        "metric_filter_clauses|{'filters':[{'metric_name':'age','operator':'EQUAL','comparison_value':1}]}|metric_filter_clauses.filters[0].metric_name",
        "metric_filter_clauses|{'filters':[{'metric_name':'users','operator':'LIKE','comparison_value':1}]}|metric_filter_clauses.filters[0].operator",
        "order_by|{'field_name':'sessions'}|order_by.field_name",
        "order_by|{'field_name':'users','sort_order':'UP'}|order_by.sort_order",
        "max_result|-1|max_result",
        "first_result|-1|first_result",
        "surprise|1|surprise",
      })
  void whatIsWrongIsToldByItsPath(String field, String value, String path) {
    ObjectNode request = node(WHOLE);
    request.set(field, node("{'x':" + value + "}").get("x"));
    FailureException failed =
        catchThrowableOfType(
            FailureException.class, () -> read(DataCube.ACTIVITIES_ANALYTICS, false, request));
    assertThat(failed).as(request.toString()).isNotNull();
    assertThat(failed.failure().path()).isEqualTo(path);
    assertThat(failed.failure().message()).isNotBlank();
  }

  @Test
  void datesAreThemselvesOrAllOfTheirUnit() {
    ObjectNode request = node(WHOLE);
    request.set(
        "date_ranges", node("{'x':[{'start_date':'now-1M/M','end_date':'now-1d/d'}]}").get("x"));
    CubeQuery query = read(DataCube.ACTIVITIES_ANALYTICS, false, request);
    assertThat(query.from().first(NOW)).isEqualTo(Instant.parse("2024-04-01T00:00:00Z"));
    assertThat(query.to().last(NOW)).isEqualTo(Instant.parse("2024-05-14T23:59:59.999999Z"));
    CubeQuery plain = read(DataCube.ACTIVITIES_ANALYTICS, false, node(WHOLE));
    assertThat(plain.to().last(NOW)).isEqualTo(NOW);
  }

  @Test
  void chartsAskForWholeDaysAndForAMonthWhenTheySayNothing() {
    ObjectNode request = node(WHOLE);
    request.remove("date_ranges");
    CubeQuery usual = read(DataCube.ACTIVITIES_ANALYTICS, true, request);
    assertThat(usual.from().first(NOW)).isEqualTo(Instant.parse("2024-04-15T00:00:00Z"));
    assertThat(usual.to().last(NOW)).isEqualTo(Instant.parse("2024-05-15T23:59:59.999999Z"));
    request.set(
        "date_ranges",
        node("{'x':[{'start_date':'2024-05-01T12:00:00','end_date':'2024-05-02T12:00:00'}]}")
            .get("x"));
    CubeQuery dated = read(DataCube.ACTIVITIES_ANALYTICS, true, request);
    assertThat(dated.from().first(NOW)).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
    assertThat(dated.to().last(NOW)).isEqualTo(Instant.parse("2024-05-02T23:59:59.999999Z"));
  }

  @Test
  void volumesAreAskedForByTheirOwner() {
    ObjectNode request = node(WHOLE);
    request.set("dimensions", node("{'x':[{'name':'collection'}]}").get("x"));
    request.set("metrics", node("{'x':[{'expression':'count'}]}").get("x"));
    FailureException failed =
        catchThrowableOfType(
            FailureException.class, () -> read(DataCube.COLLECTION_VOLUMES, false, request));
    assertThat(failed.failure().path()).isEqualTo("dimension_filter_clauses");
  }

  @Test
  void noMoreThanAHundredRowsAreShown() {
    ObjectNode request = node(WHOLE).put("max_result", 5000);
    assertThat(read(DataCube.ACTIVITIES_ANALYTICS, false, request).limit()).isEqualTo(100);
  }
}
