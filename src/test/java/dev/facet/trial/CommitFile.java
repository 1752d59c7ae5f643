package dev.facet.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The file of real commits, counted plainly: by month in UTC (its first day), kind and repository.
 */
record CommitFile(
    long commits,
    Map<String, Long> months,
    Map<String, Long> authors,
    Map<String, Long> kinds,
    Map<String, Long> repos) {
  static final Path PATH = Path.of("..", "shared", "data", "commits.ndjson.gz");

  static CommitFile count() throws IOException {
    Map<String, Long> months = new TreeMap<>();
    Map<String, Set<String>> authors = new TreeMap<>();
    Map<String, Long> kinds = new TreeMap<>();
    Map<String, Long> repos = new TreeMap<>();
    long commits = 0;
    try (InputStream file = new GZIPInputStream(Files.newInputStream(PATH));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = Json.read(line.getBytes(StandardCharsets.UTF_8));
        String month = month(event.path("timestamp").asText());
        months.merge(month, 1L, Long::sum);
        authors
            .computeIfAbsent(month, m -> new HashSet<>())
            .add(event.path("distinct_id").asText());
        kinds.merge(event.path("properties").path("kind").asText(), 1L, Long::sum);
        repos.merge(event.path("properties").path("repo").asText(), 1L, Long::sum);
        commits++;
      }
    }
    Map<String, Long> active = new TreeMap<>();
    authors.forEach((month, ids) -> active.put(month, (long) ids.size()));
    return new CommitFile(commits, months, active, kinds, repos);
  }

  private static String month(String timestamp) {
    return OffsetDateTime.parse(timestamp)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDate()
        .withDayOfMonth(1)
        .toString();
  }
}
