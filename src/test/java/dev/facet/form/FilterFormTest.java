package dev.facet.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.FailureException;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterFormTest {
  private static final Definitions NOTHING =
      new Definitions(ZoneId.of("UTC"), DayOfWeek.MONDAY, Filter.ALL);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "type|{'type':'feature','key':'a','value':1}",
        "type|{'type':'recording','key':'a','value':1}",
        "operator|{'key':'a','value':1,'operator':'flag_evaluates_to'}",
        "operator|{'type':'event_metadata','key':'timestamp','value':'x'}",
        "operator|{'type':'session','key':'$channel_type','value':3,'operator':'gt'}",
        "operator|{'type':'element','key':'text','value':'x','operator':'regex'}",
        "key|{'type':'event_metadata','key':'color','value':'x'}",
        "key|{'type':'session','key':'$mood','value':'x'}",
        "key|{'type':'cohort','key':'name','value':1}",
        "key|{'type':'element','key':'color','value':'x'}",
        "key|{'type':'hogql','key':'1 +'}",
        "value|{'type':'cohort','key':'id','value':'x'}",
        "value|{'type':'element','key':'selector','value':'a >> b'}",
        "value|{'key':'a','value':'soon','operator':'is_date_after'}",
        "value|{'key':'a','value':['1'],'operator':'between'}",
        "group_type_index|{'type':'group','key':'a','value':1}",
        "group_type_index|{'type':'group','key':'a','value':1,'group_type_index':5}",
      })
  void what_cannot_be_compared_is_refused_where_it_stands(String field, String filter) {
    assertThat(path(() -> FilterForm.read(json("[{'key':'b','value':1}," + filter + "]"), "at")))
        .isEqualTo("at[1]." + field);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "series[0].id|'series':[{'kind':'ActionsNode','id':9}]",
        "properties[0].value|'series':[{'kind':'EventsNode'}],'properties':["
            + "{'type':'cohort','key':'id','value':9}]",
        "breakdownFilter.breakdown|'series':[{'kind':'EventsNode'}],'breakdownFilter':"
            + "{'breakdown':[9],'breakdown_type':'cohort'}",
        "series[0].math_hogql|'series':[{'kind':'EventsNode','math':'hogql','math_hogql':'nope(1)'}]",
        "interval|'series':[{'kind':'EventsNode'}],'interval':'minute',"
            + "'dateRange':{'date_from':'2000-01-01'}",
      })
  void what_only_planning_finds_is_placed_in_the_wrapped_query(String path, String fields) {
    JsonNode node =
        json("{'kind':'InsightVizNode','source':{'kind':'TrendsQuery'," + fields + "}}");
    FailureException failure =
        catchThrowableOfType(
            FailureException.class,
            () ->
                Planner.plan(
                    QueryForm.read(node, "query"),
                    NOTHING,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    null));
    assertThat(QueryForm.placed(failure.failure(), node, "query").path())
        .isEqualTo("query.source." + path);
  }

  @org.junit.jupiter.api.Test
  void groups_nest_up_to_a_limit() {
    String filter = "{'key':'a','value':1}";
    for (int i = 0; i < 21; i++) {
      filter = "{'type':'AND','values':[" + filter + "]}";
    }
    JsonNode deep = json(filter);
    assertThat(path(() -> FilterForm.read(deep, "at"))).endsWith("values[0].values");
    assertThat(FilterForm.read(deep.get("values").get(0), "at")).isNotEqualTo(Filter.ALL);
  }

  private static String path(Runnable reading) {
    return String.valueOf(
        catchThrowableOfType(FailureException.class, reading::run).failure().path());
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
