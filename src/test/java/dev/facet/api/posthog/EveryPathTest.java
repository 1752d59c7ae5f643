package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every path below a project, as the description of the API lists them. */
class EveryPathTest {
  /** Asking is no change, whatever the method. */
  private static final Set<String> ASKING = Set.of("/insights/trend", "/query", "/query/{id}");

  @TempDir private static Path folder;
  private static Acme acme;
  private static JsonNode paths;

  /** A method and a path, whose project is still to be filled in. */
  private record Route(String method, String path) {
    boolean changes() {
      String below = path.substring(path.indexOf('}') + 1);
      return !method.equals("GET") && !ASKING.contains(below);
    }

    Reply send(String project, @Nullable String key) throws Exception {
      String whole = path.replace("{project}", project).replaceAll("\\{\\w+}", "1");
      return acme.send(method, whole, key, method.equals("GET") ? null : "{}");
    }
  }

  @BeforeAll
  static void start() throws Exception {
    acme = new Acme(folder);
    acme.dashboard("{}");
    acme.insight("one", "a", "[1]");
    paths = acme.get("/facet/v1/openapi.json").get("paths");
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static Stream<Route> routes() {
    return paths.properties().stream()
        .filter(path -> path.getKey().startsWith("/api/") && path.getKey().contains("{project}"))
        .flatMap(path -> routes(path.getKey(), path.getValue()));
  }

  private static Stream<Route> routes(String path, JsonNode methods) {
    return methods.properties().stream()
        .map(Map.Entry::getKey)
        .map(method -> new Route(method.toUpperCase(Locale.ROOT), path));
  }

  private static void expect(Route route, Reply reply, int status, String detail) {
    assertThat(reply.status()).as(route + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().get("detail").asText()).as(route.toString()).startsWith(detail);
  }

  @Test
  void anothers_project_is_an_unknown_one() throws Exception {
    for (Route route : routes().toList()) {
      for (String project : new String[] {"3", "999"}) {
        expect(route, route.send(project, Acme.ADA), 404, "Project not found.");
      }
    }
  }

  @Test
  void nobody_comes_in_without_a_key_or_with_one_for_something_else() throws Exception {
    for (Route route : routes().toList()) {
      expect(route, route.send("1", null), 401, "Authentication credentials were not provided.");
      expect(route, route.send("1", "phx_none"), 403, "API key missing required scope '");
      expect(route, route.send("1", "phx_shop"), 403, "API key does not have access to the");
    }
  }

  @Test
  void a_viewer_changes_nothing() throws Exception {
    for (Route route : routes().filter(Route::changes).toList()) {
      expect(route, route.send("1", Acme.VIC), 403, "This needs the role ");
    }
    assertThat(acme.get("dashboards/").get("count").asInt()).isEqualTo(1);
  }
}
