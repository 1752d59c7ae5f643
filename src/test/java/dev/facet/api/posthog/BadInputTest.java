package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent as a query: an answer, or a 400 that says where it is wrong. */
class BadInputTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 60);
  private static final String SERIES = "[{\"kind\":\"EventsNode\",\"event\":\"visit\"}]";
  private static final String RANGE =
      "\"dateRange\":{\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-03\"}";
  private static final String TREND =
      "{\"kind\":\"TrendsQuery\",\"series\":" + SERIES + "," + RANGE + "}";

  /** Queries that make sense, of every kind. */
  private static final List<String> VALID =
      List.of(
          """
          {"kind":"TrendsQuery","interval":"day","filterTestAccounts":true,
           "series":[{"kind":"EventsNode","event":"visit","math":"avg","math_property":"n",
             "properties":[{"key":"a","value":["x"],"operator":"exact","type":"event"}]},
             {"kind":"EventsNode","event":null,"math":"dau","custom_name":"all"}],
           "dateRange":{"date_from":"-7d","date_to":null,"explicitDate":false},
           "breakdownFilter":{"breakdowns":[{"property":"a","type":"event"},{"property":"n","type":"event","histogram_bin_count":3}],"breakdown_limit":5},
           "compareFilter":{"compare":true,"compare_to":"-1w"},
           "properties":{"type":"AND","values":[{"type":"OR","values":[{"key":"n","value":3,"operator":"gt","type":"person"}]}]},
           "trendsFilter":{"display":"ActionsLineGraph","formulaNodes":[{"formula":"A+2*B","custom_name":"f"}],"smoothingIntervals":2}}""",
          """
          {"kind":"InsightVizNode","source":{"kind":"FunnelsQuery","series":[{"kind":"EventsNode","event":"visit"},{"kind":"EventsNode","event":"order"}],
           "dateRange":{"date_from":"2026-03-01"},
           "funnelsFilter":{"funnelWindowInterval":2,"funnelWindowIntervalUnit":"hour","funnelOrderType":"ordered","funnelVizType":"steps"},
           "breakdownFilter":{"breakdown":"a","breakdown_type":"event"}}}""",
          """
          {"kind":"RetentionQuery","dateRange":{"date_to":"2026-03-03"},
           "retentionFilter":{"period":"Day","totalIntervals":3,"retentionType":"retention_first_time",
            "targetEntity":{"id":"visit","name":"visit","type":"events"},"returningEntity":{"id":"order","type":"events"}}}""",
          """
          {"kind":"StickinessQuery","interval":"week","series":[{"kind":"EventsNode","event":"visit"}],
           "stickinessFilter":{"computedAs":"cumulative"},"compareFilter":{"compare":false}}""",
          """
          {"kind":"LifecycleQuery","interval":"day","series":[{"kind":"EventsNode","event":"visit"}],
           "lifecycleFilter":{"toggledLifecycles":["new"]},"dateRange":{"date_from":"mStart"}}""",
          """
          {"kind":"PathsQuery","pathsFilter":{"includeEventTypes":["custom_event"],"stepLimit":4,"edgeLimit":10},
           "dateRange":{"date_from":"2026-03-01"}}""",
          """
          {"kind":"ActorsQuery","select":["actor","event_count"],"orderBy":["event_count DESC"],"limit":5,"offset":0,"search":"a",
           "properties":[{"key":"email","type":"person","operator":"is_set","value":"is_set"}],
           "source":{"kind":"InsightActorsQuery","day":"2026-03-01","series":0,"compare":"current",
            "source":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit","math":"dau"}],"dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"}}}}""");

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    acme.capture(
        """
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"a":"x","n":3}},
        {"event":"order","distinct_id":"a","timestamp":"2026-03-01T11:00:00Z","properties":{"a":"y","n":"7"}},
        {"event":"visit","distinct_id":"b","timestamp":"2026-03-02T10:00:00Z","properties":{"n":2.5}}""");
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private static String series(String more) {
    return TREND.replace("\"visit\"}", "\"visit\"}, {\"kind\":\"EventsNode\"," + more + "}");
  }

  private static String with(String more) {
    return TREND.replace(RANGE, RANGE + "," + more);
  }

  @Test
  void what_is_wrong_is_named_with_its_place() throws Exception {
    String many = "[" + "{\"kind\":\"EventsNode\"},".repeat(26) + "{\"kind\":\"EventsNode\"}]";
    String deep = "{\"kind\":\"InsightVizNode\",\"source\":".repeat(120) + "{}" + "}".repeat(120);
    String[][] refused = {
      {"{\"kind\":\"TrendQuery\"}", "query__kind"},
      {"{\"kind\":7}", "query__kind"},
      {"{\"kind\":\"InsightVizNode\"}", "query__source"},
      {"{\"kind\":\"InsightVizNode\",\"source\":[]}", "query__source"},
      {series("\"math\":\"nope\""), "query__series__1__math"},
      {series("\"math\":\"avg\""), "query__series__1__math_property"},
      {series("\"math\":\"avg\",\"math_property\":3"), "query__series__1__math_property"},
      {series("\"event\":{}"), "query__series__1__event"},
      {series("\"evnt\":\"a\""), "query__series__1__evnt"},
      {series("\"properties\":3"), "query__series__1__properties"},
      {
        series("\"properties\":[{\"key\":\"a\",\"value\":1,\"operator\":\"like\"}]"),
        "query__series__1__properties__0__operator"
      },
      {
        "{\"kind\":\"InsightVizNode\",\"source\":" + series("\"math\":\"nope\"") + "}",
        "query__source__series__1__math"
      },
      {TREND.replace(SERIES, "[]"), "query__series"},
      {TREND.replace(SERIES, "{}"), "query__series"},
      {TREND.replace(SERIES, many), "query__series"},
      {with("\"interval\":\"decade\""), "query__interval"},
      {with("\"interval\":\"minute\"").replace("2026-03-01", "2020-03-01"), "query__interval"},
      {TREND.replace("2026-03-01", "soon"), "query__dateRange__date_from"},
      {TREND.replace("2026-03-01", "2026-13-41"), "query__dateRange__date_from"},
      {TREND.replace("2026-03-01", "-999999y"), "query__dateRange__date_from"},
      {TREND.replace("2026-03-01", "-999999m"), "query__dateRange__date_from"},
      {with("\"trendsFilter\":{\"formula\":\"A+\"}"), "query__trendsFilter__formula"},
      {with("\"trendsFilter\":{\"formula\":\"A+B\"}"), "query__trendsFilter__formula"},
      {with("\"trendsFilter\":{\"display\":\"Nope\"}"), "query__trendsFilter__display"},
      {
        with(
            "\"breakdownFilter\":{\"breakdowns\":["
                + "{\"property\":\"a\"},".repeat(3)
                + "{\"property\":\"a\"}]}"),
        "query__breakdownFilter__breakdowns"
      },
      {with("\"compareFilter\":{\"compare\":\"yes\"}"), "query__compareFilter__compare"},
    };
    for (String[] each : refused) {
      JsonNode error = acme.refused(400, "POST", "query/", Acme.ADA, "{\"query\":" + each[0] + "}");
      assertThat(error.get("type").asText()).as(each[0]).isEqualTo("validation_error");
      assertThat(error.get("attr").asText()).as(each[0] + "\n" + error).isEqualTo(each[1]);
      assertThat(error.get("detail").asText()).as(each[0]).isNotBlank();
    }
    JsonNode tooDeep = acme.refused(400, "POST", "query/", Acme.ADA, "{\"query\":" + deep + "}");
    assertThat(tooDeep.get("code").asText()).isEqualTo("parse_error");
  }

  @Test
  void the_valid_ones_are_answered() throws Exception {
    for (String query : VALID) {
      acme.expect(200, "POST", "query/", Acme.ADA, "{\"query\":" + query + "}");
    }
  }

  @Test
  void nothing_that_is_sent_is_a_bug() throws Exception {
    Random random = new Random(20261125);
    List<String> wrong = new ArrayList<>();
    for (String query : VALID) {
      for (int i = 0; i < MUTATIONS; i++) {
        JsonNode mutated = Json.read(query.getBytes(StandardCharsets.UTF_8));
        for (int times = random.nextInt(2); times >= 0; times--) {
          mutate(mutated, random);
        }
        Reply reply = acme.send("POST", "query/", Acme.ADA, "{\"query\":" + mutated + "}");
        if (reply.status() != 200 && reply.status() != 400) {
          wrong.add(reply.status() + " " + mutated + "\n" + reply.body());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Changes something, somewhere below. */
  private static void mutate(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<String> fields = object.properties().stream().map(Map.Entry::getKey).toList();
      String field = fields.isEmpty() ? "x" : fields.get(random.nextInt(fields.size()));
      JsonNode child = object.path(field);
      if (child.isContainerNode() && random.nextInt(4) > 0) {
        mutate(child, random);
      } else if (random.nextInt(5) == 0) {
        object.remove(field);
      } else {
        object.set(random.nextInt(12) == 0 ? "surprise" : field, anything(random));
      }
    } else if (node instanceof ArrayNode array) {
      int place = array.isEmpty() ? -1 : random.nextInt(array.size());
      if (place >= 0 && array.get(place).isContainerNode() && random.nextInt(4) > 0) {
        mutate(array.get(place), random);
      } else if (random.nextInt(3) == 0) {
        array.removeAll();
      } else {
        array.add(anything(random));
      }
    }
  }

  private static JsonNode anything(Random random) {
    List<String> all =
        List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "2147483647",
            "\"\"",
            "\"\\u0000\"",
            "\"$%{}()'\\\"\\\\\"",
            "\"-99999999999d\"",
            "\"9999-12-31\"",
            "\"0000-01-01\"",
            "\"(((((\"",
            "\"all\"",
            "[]",
            "{}",
            "[null]",
            "[[1]]",
            "{\"type\":\"AND\",\"values\":[null]}",
            "{\"kind\":\"TrendsQuery\"}",
            "\"" + "x".repeat(3000) + "\"");
    return Json.read(all.get(random.nextInt(all.size())).getBytes(StandardCharsets.UTF_8));
  }
}
