package dev.facet.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that say how to draw are not read, but what they hold must be of their type. */
class DisplayFieldsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SERIES = "'series':[{'kind':'EventsNode'}]";

  private static JsonNode json(String text) throws JsonProcessingException {
    return MAPPER.readTree(text.replace('\'', '"'));
  }

  private static void refused(String node, String path) throws Exception {
    JsonNode json = json(node);
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> QueryForm.read(json, "query"));
    assertThat(refused).as(node).isNotNull();
    assertThat(refused.failure().path()).as(node).isEqualTo("query." + path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TrendsQuery | 'trendsFilter':{'showLegend':'yes'} | trendsFilter.showLegend",
        "TrendsQuery | 'trendsFilter':{'goalLines':{}} | trendsFilter.goalLines",
        "TrendsQuery | 'trendsFilter':{'decimalPlaces':'2'} | trendsFilter.decimalPlaces",
        "TrendsQuery | 'trendsFilter':{'yAxisScaleType':1} | trendsFilter.yAxisScaleType",
        "TrendsQuery | 'trendsFilter':{'resultCustomizations':[]} | trendsFilter.resultCustomizations",
        "TrendsQuery | 'trendsFilter':{'formula':7} | trendsFilter.formula",
        "TrendsQuery | 'trendsFilter':{'formula':7,'formulas':['A']} | trendsFilter.formula",
        "TrendsQuery | 'modifiers':[] | modifiers",
        "TrendsQuery | 'version':'2' | version",
        "TrendsQuery | 'series':[{'kind':'EventsNode','name':7}] | series[0].name",
        "TrendsQuery | 'series':[{'kind':'EventsNode','math_hogql':7}] | series[0].math_hogql",
        "TrendsQuery | 'series':[{'kind':'EventsNode','limit':'x'}] | series[0].limit",
        "FunnelsQuery | 'funnelsFilter':{'layout':1} | funnelsFilter.layout",
        "FunnelsQuery | 'funnelsFilter':{'hiddenLegendBreakdowns':'a'} | funnelsFilter.hiddenLegendBreakdowns",
        "FunnelsQuery | 'funnelsFilter':{'binCount':'many'} | funnelsFilter.binCount",
        "RetentionQuery | 'retentionFilter':{'showMean':'simple'} | retentionFilter.showMean",
        "RetentionQuery | 'retentionFilter':{'targetEntity':{'order':'x'}} | retentionFilter.targetEntity.order",
        "StickinessQuery | 'stickinessFilter':{'showLegend':1} | stickinessFilter.showLegend",
        "LifecycleQuery | 'lifecycleFilter':{'stacked':1} | lifecycleFilter.stacked",
        "LifecycleQuery | 'lifecycleFilter':{'stakced':true} | lifecycleFilter.stakced",
        "LifecycleQuery | 'lifecycleFilter':[] | lifecycleFilter",
        "PathsQuery | 'pathsFilter':{'showFullUrls':'x'} | pathsFilter.showFullUrls",
        "HogQLQuery | 'query':'SELECT 1','name':7 | name",
        "HogQLQuery | 'query':'SELECT 1','explain':'yes' | explain",
        "ActorsQuery | 'modifiers':'x' | modifiers"
      })
  void of_another_type_are_refused_with_their_path(String kind, String fields, String path)
      throws Exception {
    boolean ofSeries = !fields.contains("'series'") && !kind.matches("(HogQL|Actors|Paths|Ret).*");
    String series = ofSeries ? SERIES + "," : "";
    refused("{'kind':'" + kind + "'," + series + fields + "}", path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "InsightVizNode | 'showTable':1 | showTable",
        "InsightVizNode | 'fulll':true | fulll",
        "InsightVizNode | 'chartSettings':{} | chartSettings",
        "InsightVizNode | 'vizSpecificOptions':[] | vizSpecificOptions",
        "DataTableNode | 'columns':'event' | columns",
        "DataTableNode | 'showPropertyFilter':'event' | showPropertyFilter",
        "DataTableNode | 'colums':[] | colums",
        "DataVisualizationNode | 'display':1 | display",
        "DataVisualizationNode | 'chartSettings':{'showLegend':'x'} | chartSettings.showLegend",
        "DataVisualizationNode | 'tableSettings':{'columns':{}} | tableSettings.columns",
        "DataVisualizationNode | 'tableSettings':[] | tableSettings"
      })
  void around_a_query_are_refused_with_their_path(String kind, String fields, String path)
      throws Exception {
    String source = "{'kind':'HogQLQuery','query':'SELECT 1'}";
    refused("{'kind':'" + kind + "','source':" + source + "," + fields + "}", path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'InsightVizNode','full':true,'embedded':null,'hidePersonsModal':false,'showCorrelationTable':true,"
            + "'showFilters':true,'showHeader':true,'showLastComputationRefresh':false,'vizSpecificOptions':{'RETENTION':{}},"
            + "'suppressSessionAnalysisWarning':true,'version':2,'source':{'kind':'TrendsQuery','series':[{'kind':'EventsNode',"
            + "'name':'x','limit':100,'orderBy':['timestamp'],'version':1}],'modifiers':{},'tags':{'scene':'a'},'dataColorTheme':1,"
            + "'trendsFilter':{'showLegend':true,'goalLines':[{'label':'a','value':1.5}],'hiddenLegendIndexes':[0],"
            + "'aggregationAxisFormat':'short','decimalPlaces':2,'confidenceLevel':0.95,'resultCustomizations':{},'formula':null}}}",
        "{'kind':'DataTableNode','columns':['*'],'hiddenColumns':[],'pinnedColumns':null,'showActions':true,'showAnythingNew':false,"
            + "'showPropertyFilter':['event_properties'],'propertiesViaUrl':true,'expandable':false,'response':{'results':[]},"
            + "'source':{'kind':'EventsQuery','select':['*']}}",
        "{'kind':'DataVisualizationNode','display':'ActionsBar','chartSettings':{'xAxis':{'column':'a'},'yAxis':[{'column':'b'}],"
            + "'goalLines':[],'showLegend':true,'somethingNew':1,'seriesBreakdownColumn':null},'tableSettings':{'columns':[]},"
            + "'source':{'kind':'HogQLQuery','query':'SELECT 1','name':'x','explain':true}}",
        "{'kind':'LifecycleQuery','series':[{'kind':'EventsNode'}],'lifecycleFilter':{'showValuesOnSeries':true,"
            + "'toggledLifecycles':['new','dormant'],'showLegend':false,'stacked':true}}",
        "{'kind':'RetentionQuery','retentionFilter':{'display':'ActionsLineGraph','showMean':true,'meanRetentionCalculation':'simple',"
            + "'targetEntity':{'id':'a','name':null,'type':'events','order':0,'uuid':'u','kind':'EventsNode','math':'total'}}}"
      })
  void that_clients_send_are_taken(String node) throws Exception {
    JsonNode json = json(node);
    assertThatCode(() -> QueryForm.read(json, "query")).as(node).doesNotThrowAnyException();
  }
}
