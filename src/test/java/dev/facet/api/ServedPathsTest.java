package dev.facet.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of each dialect lists the paths and methods that are served, and no others. */
class ServedPathsTest {
  private static final Path PAGES = Path.of("docs", "dialects");

  @TempDir private Path folder;

  /** What the table says: one row for each path, with its methods. */
  private static Set<String> listed(String page) throws Exception {
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(PAGES.resolve(page))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].strip().startsWith("`")) {
        String path = cells[1].strip().replace("`", "");
        Stream.of(cells[2].strip().split(", ")).forEach(method -> listed.add(path + " " + method));
      }
    }
    return listed;
  }

  private static Set<String> served(JsonNode openApi, String tag) {
    Set<String> served = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : openApi.get("paths").properties()) {
      path.getValue().properties().stream()
          .filter(method -> method.getValue().at("/tags/0").asText().startsWith(tag))
          .map(method -> method.getKey().toUpperCase(Locale.ROOT))
          .forEach(method -> served.add(shown(path.getKey()) + " " + method));
    }
    return served;
  }

  /** PostHog's paths below a project are shown without it, old ones as what they stand for. */
  private static String shown(String path) {
    return path.replaceFirst("^/api/(projects|environments)/\\{project\\}", "…")
        .replaceFirst("^/api/dashboard(?=/|$)", "…/dashboards")
        .replaceFirst("^/api/insight(?=/|$)", "…/insights");
  }

  @ParameterizedTest
  @CsvSource({
    "posthog.md, PostHog",
    "mediarithmics.md, mediarithmics",
    "oktopost.md, Oktopost",
    "upload-post.md, Upload-Post",
    "racknap.md, RackNap"
  })
  void the_page_lists_what_is_served(String page, String tag) throws Exception {
    try (ServerUnderTest server = ServerUnderTest.start(folder)) {
      assertThat(listed(page))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              served(server.get("/facet/v1/openapi.json", null).json(), tag));
    }
  }
}
