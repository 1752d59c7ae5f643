package dev.facet.api.facet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What data a project has, over HTTP and in each store. */
class InventoryTest {
  private static final String V1 = "/facet/v1/projects/1/";
  private static final String EVENTS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
       {"event":"view","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"path":"/","n":1}},
       {"event":"view","distinct_id":"a","timestamp":"2026-03-02T10:00:00Z","properties":{"path":"/x"}},
       {"event":"buy","distinct_id":"b","timestamp":"2026-03-01T11:00:00Z","properties":{"path":"/x","odd \\"name\\"":true}}]}""";

  @TempDir private Path folder;

  private ServerUnderTest start(String store) throws Exception {
    ServerUnderTest server =
        ServerUnderTest.start(folder, Map.of("store.url", store), () -> ServerUnderTest.NOW);
    assertThat(server.post("/batch/", null, EVENTS).status()).isEqualTo(200);
    server.post(
        V1 + "datasets/customers/rows",
        "phx_all",
        "[{\"customer_id\":\"c1\",\"created_at\":\"2026-01-05\"},{\"customer_id\":\"c2\"}]");
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
    return server;
  }

  private static JsonNode get(ServerUnderTest server, String path) throws Exception {
    Reply reply = server.get(V1 + "inventory" + path, "phx_all");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode one : list.path("results")) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("There is no " + name + " in " + list);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory:", ""})
  void datasets_events_and_properties_are_counted(String store) throws Exception {
    try (ServerUnderTest server = start(store)) {
      JsonNode datasets = get(server, "");
      assertThat(named(datasets, "events").path("rows").asLong()).isEqualTo(3);
      assertThat(named(datasets, "events").path("newest").asText())
          .isEqualTo("2026-03-02T10:00:00Z");
      assertThat(named(datasets, "customers").path("rows").asLong()).isEqualTo(2);
      assertThat(named(datasets, "customers").path("newest").asText())
          .isEqualTo("2026-01-05T00:00:00Z");
      assertThat(named(datasets, "customers").at("/columns/0").toString())
          .isEqualTo("{\"name\":\"customer_id\",\"type\":\"text\",\"key\":true}");
      assertThat(named(datasets, "invoices").path("rows").asLong()).isZero();
      assertThat(named(datasets, "invoices").path("newest").isNull()).isTrue();
      assertThat(get(server, "/events").path("results").toString())
          .isEqualTo(
              "[{\"name\":\"view\",\"count\":2,\"newest\":\"2026-03-02T10:00:00Z\"},"
                  + "{\"name\":\"buy\",\"count\":1,\"newest\":\"2026-03-01T11:00:00Z\"}]");
      JsonNode properties = get(server, "/properties");
      assertThat(properties.path("looked_at").asInt()).isEqualTo(3);
      JsonNode path = named(properties, "path");
      assertThat(path.path("share").asDouble()).isEqualTo(1);
      assertThat(path.path("type").asText()).isEqualTo("String");
      assertThat(path.path("examples").toString()).isEqualTo("[\"/x\",\"/\"]");
      assertThat(named(properties, "n").path("type").asText()).isEqualTo("Numeric");
      assertThat(named(properties, "n").path("share").asDouble()).isBetween(0.33, 0.34);
      assertThat(named(properties, "odd \"name\"").path("examples").toString())
          .isEqualTo("[\"true\"]");
      assertThat(server.get(V1 + "inventory", "phx_vic").status()).isEqualTo(403);
      assertThat(server.get(V1 + "inventory/events", "phx_read").status()).isEqualTo(403);
      Reply other = server.get("/facet/v1/projects/2/inventory/properties", "phx_all");
      assertThat(other.json().path("total").asInt()).as(other.body()).isZero();
    }
  }
}
