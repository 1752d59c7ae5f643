package dev.facet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardFiltersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Q-1|{'kind':'TrendsQuery','dateRange':{'date_from':'2020-01-09','date_to':'2020-01-20'}}|{}"
            + "|{'kind':'TrendsQuery','dateRange':{'date_from':'2020-01-09','date_to':'2020-01-20'}}",
        "Q-2|{'kind':'TrendsQuery','dateRange':{'date_from':'2020-01-09','date_to':'2020-01-20'}}"
            + "|{'date_from':'-14d'}|{'kind':'TrendsQuery','dateRange':{'date_from':'-14d','date_to':null}}",
        "Q-4|{'kind':'TrendsQuery'}|{'properties':[{'key':'key','value':'value'}]}"
            + "|{'kind':'TrendsQuery','properties':[{'key':'key','value':'value'}]}",
        "Q-5|{'kind':'TrendsQuery','properties':[{'key':'abc','value':'foo'}]}"
            + "|{'properties':[{'key':'xyz','value':'bar','operator':'regex'}]}"
            + "|{'kind':'TrendsQuery','properties':{'type':'AND','values':["
            + "{'type':'AND','values':[{'key':'abc','value':'foo'}]},"
            + "{'type':'AND','values':[{'key':'xyz','value':'bar','operator':'regex'}]}]}}",
        "Q-6|{'kind':'TrendsQuery','properties':{'type':'OR','values':[{'key':'abc','value':'foo'}]}}"
            + "|{'properties':[{'key':'xyz','value':'bar'}]}"
            + "|{'kind':'TrendsQuery','properties':{'type':'AND','values':["
            + "{'type':'OR','values':[{'key':'abc','value':'foo'}]},"
            + "{'type':'AND','values':[{'key':'xyz','value':'bar'}]}]}}",
        "Q-7|{'kind':'TrendsQuery','compareFilter':{'compare':true}}|{'date_from':'all'}"
            + "|{'kind':'TrendsQuery','dateRange':{'date_from':'all','date_to':null},'compareFilter':{'compare':false}}",
        "in a wrapper|{'kind':'InsightVizNode','source':{'kind':'TrendsQuery'}}|{'date_from':'-1d'}"
            + "|{'kind':'InsightVizNode','source':{'kind':'TrendsQuery','dateRange':{'date_from':'-1d','date_to':null}}}",
        "event rows|{'kind':'EventsQuery'}|{'date_from':'-1d','properties':[{'key':'a','value':1}]}"
            + "|{'kind':'EventsQuery','after':'-1d','before':null,'properties':[{'key':'a','value':1}]}",
        "sql|{'kind':'HogQLQuery','query':'select 1'}|{'date_from':'-1d','properties':[{'key':'a','value':1}]}"
            + "|{'kind':'HogQLQuery','query':'select 1','filters':{'dateRange':{'date_from':'-1d','date_to':null},"
            + "'properties':[{'key':'a','value':1}]}}"
      })
  void laysFiltersOverAQuery(String id, String query, String filters, String expected)
      throws JsonProcessingException {
    JsonNode asked = json(query);
    assertThat(DashboardFilters.apply(asked, json(filters))).as(id).isEqualTo(json(expected));
    assertThat(asked).as("the query given").isEqualTo(json(query));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
