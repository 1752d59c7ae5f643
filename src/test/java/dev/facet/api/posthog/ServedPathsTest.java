package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/dialects/posthog.md} lists the paths and methods that are served, and no others. */
class ServedPathsTest {
  private static final Path PAGE = Path.of("docs", "dialects", "posthog.md");

  @TempDir private Path folder;

  /** What the table says: one row for each path, with its methods. */
  private static Set<String> listed() throws Exception {
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(PAGE)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].strip().startsWith("`")) {
        String path = cells[1].strip().replace("`", "");
        Stream.of(cells[2].strip().split(", ")).forEach(method -> listed.add(path + " " + method));
      }
    }
    return listed;
  }

  private static Set<String> served(JsonNode openApi) {
    Set<String> served = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : openApi.get("paths").properties()) {
      path.getValue().properties().stream()
          .filter(method -> method.getValue().at("/tags/0").asText().startsWith("PostHog"))
          .map(method -> method.getKey().toUpperCase(Locale.ROOT))
          .forEach(method -> served.add(shown(path.getKey()) + " " + method));
    }
    return served;
  }

  /** A path below a project is shown without the project, an old one as what it stands for. */
  private static String shown(String path) {
    return path.replaceFirst("^/api/(projects|environments)/\\{project\\}", "…")
        .replaceFirst("^/api/dashboard(?=/|$)", "…/dashboards")
        .replaceFirst("^/api/insight(?=/|$)", "…/insights");
  }

  @Test
  void the_page_lists_what_is_served() throws Exception {
    try (Acme acme = new Acme(folder)) {
      assertThat(listed())
          .containsExactlyInAnyOrderElementsOf(served(acme.get("/facet/v1/openapi.json")));
    }
  }
}
