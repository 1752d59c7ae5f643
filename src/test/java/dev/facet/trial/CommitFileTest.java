package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real events on a dashboard made through PostHog's API, against the plainly counted file. */
class CommitFileTest {
  private static final String DASHBOARDS = "/api/projects/1/dashboards/";

  @TempDir private Path folder;

  @Test
  void a_dashboard_shows_the_commits_as_they_are_in_the_file() throws Exception {
    assumeTrue(Files.exists(CommitFile.PATH), "not run: there is no " + CommitFile.PATH);
    CommitFile file = CommitFile.count();
    try (Tried server = Tried.start(folder)) {
      Program.Ended load =
          Program.run(
              "load", CommitFile.PATH.toString(), "--url", server.url(), "--token", Tried.TOKEN);
      assertThat(load.code()).as(load.err()).isZero();
      assertThat(load.err()).contains(file.commits() + " events sent, 0 refused.");
      server.flush();

      long id = server.post(DASHBOARDS, "{\"name\": \"Commits\"}").path("id").longValue();
      add(server, id, "Commits", "total", null);
      add(server, id, "Authors", "dau", null);
      add(server, id, "By kind", "total", "kind");
      add(server, id, "By repository", "total", "repo");
      JsonNode results = results(server.get(DASHBOARDS + id + "/?refresh=blocking"));

      assertThat(byMonth(results.path("Commits"))).isEqualTo(file.months());
      assertThat(byMonth(results.path("Authors"))).isEqualTo(file.authors());
      assertThat(byValue(results.path("By kind"))).isEqualTo(file.kinds());
      assertThat(byValue(results.path("By repository"))).isEqualTo(file.repos());
    }
  }

  private static void add(
      Tried server, long dashboard, String name, String math, @Nullable String breakdown)
      throws IOException, InterruptedException {
    ObjectNode insight = Json.MAPPER.createObjectNode().put("name", name);
    insight.putArray("dashboards").add(dashboard);
    ObjectNode source =
        insight.putObject("query").put("kind", "InsightVizNode").putObject("source");
    source.put("kind", "TrendsQuery").put("interval", "month");
    source.putObject("dateRange").put("date_from", "all");
    source
        .putArray("series")
        .addObject()
        .put("kind", "EventsNode")
        .put("event", "commit")
        .put("math", math);
    if (breakdown != null) {
      source
          .putObject("breakdownFilter")
          .put("breakdown", breakdown)
          .put("breakdown_type", "event");
    }
    server.post("/api/projects/1/insights/", insight.toString());
  }

  /** The results of a dashboard's tiles by the names of their insights. */
  private static JsonNode results(JsonNode dashboard) {
    ObjectNode results = Json.MAPPER.createObjectNode();
    for (JsonNode tile : dashboard.path("tiles")) {
      JsonNode insight = tile.path("insight");
      results.set(insight.path("name").asText(), insight.path("result"));
    }
    return results;
  }

  /** The one series, without the months of which there is nothing. */
  private static Map<String, Long> byMonth(JsonNode result) {
    assertThat(result).hasSize(1);
    Map<String, Long> months = new TreeMap<>();
    JsonNode series = result.path(0);
    for (int i = 0; i < series.path("days").size(); i++) {
      long value = series.path("data").path(i).longValue();
      if (value != 0) {
        months.put(series.path("days").path(i).asText(), value);
      }
    }
    return months;
  }

  private static Map<String, Long> byValue(JsonNode result) {
    Map<String, Long> values = new TreeMap<>();
    for (JsonNode series : result) {
      values.put(series.path("breakdown_value").asText(), series.path("count").longValue());
    }
    return values;
  }
}
