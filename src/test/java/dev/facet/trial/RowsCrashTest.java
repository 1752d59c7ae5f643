package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows when the server is killed right after it took them. */
class RowsCrashTest {
  private static final String REPORT =
      """
      {"refresh": "force_blocking", "query": {"kind": "ReportQuery", "dataset": "invoices",
        "metrics": ["count", "sum_amount", "distinct_customer_id", "sum_refunded"]}}
      """;

  @TempDir private Path folder;

  private static void send(Tried server, int from, int count, String rest) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      rows.append("{\"invoice_id\":\"i" + i + "\"," + rest + "}\n");
    }
    JsonNode answer = server.post("/facet/v1/projects/1/datasets/invoices/rows", rows.toString());
    assertThat(answer.path("accepted").asInt()).isEqualTo(count);
  }

  private static String report(Tried server) throws Exception {
    server.flush();
    return server.post("/api/projects/1/query/", REPORT).path("results").toString();
  }

  @Test
  void rows_that_were_taken_are_there_once_after_kills_and_a_rebuild() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (Tried server = Tried.start(folder)) {
        send(server, round * 500, 1000, "\"amount\":0.1,\"customer_id\":\"c" + round + "\"");
        send(server, round * 500, 1000, "\"refunded\":0.1");
        server.program().kill();
      }
    }
    String expected = "[[2000,200,3,200]]";
    try (Tried server = Tried.start(folder)) {
      assertThat(report(server)).isEqualTo(expected);
    }
    removeStore();
    try (Tried server = Tried.start(folder)) {
      assertThat(report(server)).isEqualTo(expected);
    }
  }

  private void removeStore() throws IOException {
    try (Stream<Path> files = Files.walk(Tried.data(folder).resolve("store"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
