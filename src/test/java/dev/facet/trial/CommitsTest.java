package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import dev.facet.cli.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real commits of real projects: loaded whole, and counted as a plain loop over the file counts
 * them.
 */
class CommitsTest {
  private static final Path FILE = Path.of("../shared/data/commits.ndjson.gz");
  private static final String RANGE =
      "\"dateRange\": {\"date_from\": \"2025-01-01\", \"date_to\": \"2025-12-31\"}";

  /** What is counted of a commit. */
  private record Commit(YearMonth month, String author, String kind, String repo) {}

  @Test
  void a_dashboard_shows_what_the_file_says(@TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(FILE), "not run: there is no " + FILE + " beside the project");
    List<Commit> all = commits();
    List<Commit> commits = all.stream().filter(c -> c.month().getYear() == 2025).toList();
    try (Tried server = Tried.start(folder)) {
      Program.Ended loaded =
          Program.run("load", FILE.toString(), "--url", server.url(), "--token", Tried.TOKEN);
      assertThat(loaded.code()).as(loaded.err()).isZero();
      server.flush();
      assertThat(server.number("commit", "total"))
          .isEqualTo(all.stream().filter(c -> c.month().getYear() >= 2010).count());
      assertThat(loaded.out() + loaded.err()).contains(all.size() + " events sent, 0 refused");

      long dashboard =
          server.post("/api/projects/1/dashboards/", "{\"name\": \"Commits\"}").path("id").asLong();
      add(server, dashboard, "total", "month", "");
      add(server, dashboard, "dau", "month", "");
      add(server, dashboard, "total", "day", breakdown("kind"));
      add(server, dashboard, "total", "day", breakdown("repo"));

      JsonNode tiles =
          server
              .get("/api/projects/1/dashboards/" + dashboard + "/?refresh=blocking")
              .path("tiles");
      assertThat(data(tiles.path(0))).isEqualTo(perMonth(commits));
      assertThat(data(tiles.path(1))).isEqualTo(authorsPerMonth(commits));
      assertThat(byValue(tiles.path(2))).isEqualTo(by(commits.stream().map(Commit::kind).toList()));
      assertThat(byValue(tiles.path(3))).isEqualTo(by(commits.stream().map(Commit::repo).toList()));
    }
  }

  private static String breakdown(String property) {
    return ", \"breakdownFilter\": {\"breakdown\": \"%s\"}, \"trendsFilter\": {\"display\": \"ActionsTable\"}"
        .formatted(property);
  }

  private static void add(Tried server, long dashboard, String math, String interval, String more)
      throws IOException, InterruptedException {
    server.post(
        "/api/projects/1/insights/",
        """
        {"dashboards": [%d], "query": {"kind": "InsightVizNode", "source": {"kind": "TrendsQuery",
         "series": [{"kind": "EventsNode", "event": "commit", "math": "%s"}],
         "interval": "%s", %s%s}}}
        """
            .formatted(dashboard, math, interval, RANGE, more));
  }

  private static List<Long> data(JsonNode tile) {
    List<Long> data = new ArrayList<>();
    tile.path("insight").path("result").path(0).path("data").forEach(n -> data.add(n.longValue()));
    return data;
  }

  private static Map<String, Long> byValue(JsonNode tile) {
    Map<String, Long> counts = new TreeMap<>();
    tile.path("insight")
        .path("result")
        .forEach(
            item ->
                counts.put(
                    item.path("breakdown_value").asText(),
                    item.path("aggregated_value").longValue()));
    return counts;
  }

  private static Map<String, Long> by(List<String> values) {
    Map<String, Long> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1L, Long::sum));
    return counts;
  }

  private static List<Long> perMonth(List<Commit> commits) {
    long[] counts = new long[12];
    commits.forEach(commit -> counts[commit.month().getMonthValue() - 1]++);
    return java.util.Arrays.stream(counts).boxed().toList();
  }

  private static List<Long> authorsPerMonth(List<Commit> commits) {
    List<Set<String>> authors = new ArrayList<>();
    for (int month = 0; month < 12; month++) {
      authors.add(new HashSet<>());
    }
    commits.forEach(commit -> authors.get(commit.month().getMonthValue() - 1).add(commit.author()));
    return authors.stream().map(set -> (long) set.size()).toList();
  }

  private static List<Commit> commits() throws IOException {
    try (BufferedReader lines = open()) {
      return lines
          .lines()
          .map(line -> commit(Json.read(line.getBytes(StandardCharsets.UTF_8))))
          .toList();
    }
  }

  private static Commit commit(JsonNode event) {
    OffsetDateTime time = OffsetDateTime.parse(event.path("timestamp").asText());
    JsonNode properties = event.path("properties");
    return new Commit(
        YearMonth.from(time.withOffsetSameInstant(ZoneOffset.UTC)),
        event.path("distinct_id").asText(),
        properties.path("kind").asText(),
        properties.path("repo").asText());
  }

  private static BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8));
  }
}
