package dev.facet.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.FunnelQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.PropertyRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code FunnelsQuery} and {@code PathsQuery} nodes. */
class FunnelFormTest {
  private static final String SERIES =
      "'series':[{'kind':'EventsNode','event':'a'},{'kind':'EventsNode','event':'b'},"
          + "{'kind':'EventsNode','event':'c'}]";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "query.funnelsFilter.funnelVizType|'funnelVizType':'flow'",
        "query.funnelsFilter.funnelOrderType|'funnelOrderType':'loose'",
        "query.funnelsFilter.funnelWindowInterval|'funnelWindowInterval':0",
        "query.funnelsFilter.funnelWindowInterval|'funnelWindowInterval':'14'",
        "query.funnelsFilter.funnelWindowInterval"
            + "|'funnelWindowInterval':999999999,'funnelWindowIntervalUnit':'month'",
        "query.funnelsFilter.funnelWindowIntervalUnit|'funnelWindowIntervalUnit':'year'",
        "query.funnelsFilter.binCount|'funnelVizType':'time_to_convert','binCount':91",
        "query.funnelsFilter.funnelFromStep|'funnelVizType':'trends','funnelFromStep':2",
        "query.funnelsFilter.funnelToStep|'funnelVizType':'trends','funnelToStep':3",
        "query.funnelsFilter.breakdownAttributionType|'breakdownAttributionType':'any'",
        "query.funnelsFilter.breakdownAttributionValue"
            + "|'breakdownAttributionType':'step','breakdownAttributionValue':3",
        "query.funnelsFilter.breakdownAttributionValue|'funnelOrderType':'unordered',"
            + "'breakdownAttributionType':'step','breakdownAttributionValue':1",
        "query.funnelsFilter.funnelAggregateByHogQL|'funnelAggregateByHogQL':'1 +'",
        "query.funnelsFilter.exclusion|'exclusion':[]",
      })
  void what_cannot_be_answered_is_refused_where_it_stands(String path, String options) {
    assertThat(refused("{'kind':'FunnelsQuery'," + SERIES + ",'funnelsFilter':{" + options + "}}"))
        .isEqualTo(path);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"optionalInFunnel|true"})
  void what_would_change_the_numbers_is_not_passed_over(String field, String value) {
    assertThat(
            refused(
                "{'kind':'FunnelsQuery','series':[{'kind':'EventsNode','event':'a'},"
                    + "{'kind':'EventsNode','event':'b','"
                    + field
                    + "':"
                    + value
                    + "}]}"))
        .isEqualTo("query.series[1]." + field);
  }

  @ParameterizedTest(name = "{0}: {1} {2} to {3} {4}")
  @CsvSource({
    "query.funnelsFilter.exclusions[0].funnelFromStep,x,1,1,ordered",
    "query.funnelsFilter.exclusions[0].funnelFromStep,x,2,1,ordered",
    "query.funnelsFilter.exclusions[0].funnelToStep,x,0,3,ordered",
    "query.funnelsFilter.exclusions[0],b,0,1,ordered",
    "query.funnelsFilter.exclusions[0].funnelFromStep,x,0,1,unordered",
    "query.funnelsFilter.exclusions[0].funnelFromStep,x,1,2,strict",
  })
  void exclusions_that_make_no_sense_are_refused(
      String path, String event, int from, int to, String order) {
    String exclusion =
        "{'kind':'EventsNode','event':'%s','funnelFromStep':%d,'funnelToStep':%d}"
            .formatted(event, from, to);
    assertThat(
            refused(
                "{'kind':'FunnelsQuery',%s,'funnelsFilter':{'funnelOrderType':'%s','exclusions':[%s]}}"
                    .formatted(SERIES, order, exclusion)))
        .isEqualTo(path);
  }

  @Test
  void maths_of_trends_are_refused() {
    assertThat(
            refused(
                "{'kind':'FunnelsQuery','series':[{'kind':'EventsNode','event':'a','math':'dau'}]}"))
        .isEqualTo("query.series[0].math");
    assertThat(refused("{'kind':'FunnelsQuery','series':[]}")).isEqualTo("query.series");
  }

  @Test
  void sessions_and_properties_can_be_followed() {
    FunnelQuery query =
        (FunnelQuery)
            read(
                "{'kind':'FunnelsQuery',"
                    + SERIES
                    + ",'funnelsFilter':{'funnelAggregateByHogQL':'person.properties.`my plan`'}}");
    assertThat(query.actor()).isEqualTo(new PropertyRef(PropertyRef.Source.PERSON, "my plan"));
    assertThat(query.window()).isEqualTo(FunnelQuery.Window.DEFAULT);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "query.pathsFilter.includeEventTypes[1]|'includeEventTypes':['$pageview','$click']",
        "query.pathsFilter.stepLimit|'stepLimit':1",
        "query.pathsFilter.edgeLimit|'edgeLimit':'50'",
        "query.pathsFilter.localPathCleaningFilters[0].regex"
            + "|'localPathCleaningFilters':[{'alias':'x'}]",
        "query.pathsFilter.stepLimits|'stepLimits':5",
      })
  void paths_that_cannot_be_answered_are_refused_where_they_stand(String path, String options) {
    assertThat(refused("{'kind':'PathsQuery','pathsFilter':{" + options + "}}")).isEqualTo(path);
  }

  @Test
  void paths_through_a_funnel_name_a_step_of_it() {
    String part =
        "{'kind':'PathsQuery','funnelPathsFilter':{'funnelPathType':'funnel_path_between_steps',"
            + "'funnelStep':%d,'funnelSource':{'kind':'FunnelsQuery',"
            + SERIES
            + "}}}";
    assertThat(refused(part.formatted(1))).isEqualTo("query.funnelPathsFilter.funnelStep");
    assertThat(refused(part.formatted(4))).isEqualTo("query.funnelPathsFilter.funnelStep");
    assertThat(((PathsQuery) read(part.formatted(3))).kinds())
        .containsExactly(PathsQuery.Kind.PAGEVIEW);
  }

  private static dev.facet.query.Query read(String text) {
    return QueryForm.read(json(text), "query");
  }

  private static String refused(String text) {
    Failure failure = catchThrowableOfType(FailureException.class, () -> read(text)).failure();
    assertThat(failure).isInstanceOf(Failure.Invalid.class);
    return String.valueOf(((Failure.Invalid) failure).path());
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
