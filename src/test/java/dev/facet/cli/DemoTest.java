package dev.facet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @Test
  void shows_its_dashboards_and_leaves_nothing_behind(@TempDir Path temporary) throws Exception {
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    try (Program demo = Program.start(environment, "demo", "--port", "0")) {
      String url = demo.url();
      for (int dashboard = 1; dashboard <= 6; dashboard++) {
        JsonNode charts =
            get(url + "/facet/v1/projects/1/dashboards/" + dashboard + "/data").path("charts");
        assertThat(charts).isNotEmpty();
        assertThat(charts).noneMatch(chart -> chart.has("error"));
        assertThat(charts)
            .filteredOn(chart -> !chart.path("type").asText().equals("text"))
            .allMatch(chart -> !chart.path("rows").isEmpty() || chart.has("dataset"));
      }
      String impressions = "/api/uploadposts/total-impressions/nordlicht?breakdown=true";
      JsonNode seen = get(url + impressions);
      assertThat(seen.path("per_platform").properties()).hasSizeGreaterThan(5);
      assertThat(seen.path("per_day").properties()).hasSize(31);
      demo.terminate();
      assertThat(demo.end().code()).isZero();
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("facet-demo")))
          .isEmpty();
    }
  }

  private static JsonNode get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Authorization", "Bearer phx_demo_all")
              .build();
      return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    }
  }
}
