package dev.facet.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendFormTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "query.series[0].math|{'math':'most'}|{}",
        "query.series[0].math|{'math':'sum_count_per_actor'}|{}",
        "query.series[0].math_property|{'math':'p95'}|{}",
        "query.series[0].math_property_type"
            + "|{'math':'p95','math_property':'a','math_property_type':'cohort_properties'}|{}",
        "query.breakdownFilter.breakdowns|{}|{'breakdownFilter':{'breakdowns':["
            + "{'property':'a'},{'property':'b'},{'property':'c'},{'property':'d'}]}}",
        "query.breakdownFilter.breakdowns[0].histogram_bin_count|{}"
            + "|{'breakdownFilter':{'breakdowns':[{'property':'a','histogram_bin_count':0}]}}",
        "query.breakdownFilter.breakdown_histogram_bin_count|{}"
            + "|{'breakdownFilter':{'breakdown':'a','breakdown_histogram_bin_count':101}}",
        "query.trendsFilter.smoothingIntervals|{}|{'trendsFilter':{'smoothingIntervals':0}}",
        "query.samplingFactor|{}|{'samplingFactor':1.5}",
      })
  void what_cannot_be_answered_is_refused_where_it_stands(
      String path, String series, String query) {
    Failure failure =
        catchThrowableOfType(
                FailureException.class,
                () ->
                    QueryForm.read(
                        json(
                            "{'kind':'TrendsQuery','series':[{'kind':'EventsNode'"
                                + within(series)
                                + "}]"
                                + within(query)
                                + "}"),
                        "query"))
            .failure();
    assertThat(failure).isInstanceOf(Failure.Invalid.class);
    assertThat(((Failure.Invalid) failure).path()).isEqualTo(path);
  }

  private static String within(String fields) {
    return fields.equals("{}") ? "" : "," + fields.substring(1, fields.length() - 1);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
