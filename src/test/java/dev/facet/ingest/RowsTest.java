package dev.facet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Intake;
import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.row.SentRows;
import dev.facet.plan.Plan;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of datasets on their way into the store. */
class RowsTest {
  @TempDir private Path data;

  private static void send(Ingest ingest, Dataset dataset, String body) {
    Intake intake = Intake.of(dataset.name()).orElseThrow();
    SentRows rows = SentRows.read(body.getBytes(StandardCharsets.UTF_8), intake);
    assertThat(rows.refused()).isEmpty();
    ingest.accept(3, dataset.name(), rows.taken());
  }

  private static List<List<@Nullable Object>> rows(Store store, Dataset dataset) {
    Plan sorted =
        new Plan.Sort(
            new Plan.Scan(dataset),
            dataset.key().stream().map(key -> new Plan.Sort.By(key, false)).toList());
    return store.run(3, sorted).rows();
  }

  private static Map<String, Object> row(Store store, Dataset dataset, int number) {
    Map<String, Object> row = new HashMap<>();
    List<@Nullable Object> values = rows(store, dataset).get(number);
    for (int i = 0; i < values.size(); i++) {
      row.put(dataset.columns().get(i).name(), values.get(i));
    }
    return row;
  }

  @Test
  void a_column_left_out_keeps_its_value_and_null_clears_it() throws IOException {
    try (Store store = DuckDbStore.open(data.resolve("store"), DuckDbSettings.DEFAULT);
        Ingest ingest = Ingest.open(data, store)) {
      send(
          ingest,
          BusinessDatasets.CUSTOMERS,
          "{\"customer_id\":\"ключ 🗝\",\"name\":\"Old\",\"country\":\"DE\",\"segment\":\"big\"}");
      ingest.flush();
      send(
          ingest,
          BusinessDatasets.CUSTOMERS,
          "{\"customer_id\":\"ключ 🗝\",\"name\":\"New\"}\n"
              + "{\"customer_id\":\"ключ 🗝\",\"country\":null}\n"
              + "{\"customer_id\":\"other\",\"segment\":\"small\"}\n"
              + "{\"customer_id\":\"other\",\"name\":\"O\"}");
      ingest.flush();
      assertThat(rows(store, BusinessDatasets.CUSTOMERS)).hasSize(2);
      assertThat(row(store, BusinessDatasets.CUSTOMERS, 1))
          .containsEntry("name", "New")
          .containsEntry("country", null)
          .containsEntry("segment", "big");
      assertThat(row(store, BusinessDatasets.CUSTOMERS, 0))
          .containsEntry("name", "O")
          .containsEntry("segment", "small");
    }
  }

  @Test
  void rows_of_several_key_columns_and_objects_are_put_in_place() throws IOException {
    try (Store store = DuckDbStore.open(data.resolve("store"), DuckDbSettings.DEFAULT);
        Ingest ingest = Ingest.open(data, store)) {
      Dataset dataset = SocialDatasets.PROFILE_SNAPSHOTS;
      String key = "\"profile\":\"p\",\"platform\":\"x\",\"date\":\"2026-03-0";
      send(ingest, dataset, "{" + key + "1\",\"level\":{\"followers\":10,\"likes\":2.5}}");
      send(ingest, dataset, "{" + key + "2\",\"level\":{\"followers\":12}}");
      ingest.flush();
      send(ingest, dataset, "{" + key + "1\",\"daily\":{\"reach\":7}}");
      ingest.flush();
      assertThat(rows(store, dataset)).hasSize(2);
      assertThat(row(store, dataset, 0))
          .containsEntry("level", Map.of("followers", 10L, "likes", 2.5))
          .containsEntry("daily", Map.of("reach", 7L));
    }
  }

  @Test
  void both_stores_and_a_rebuilt_one_hold_the_same() throws IOException {
    Store live = new MemoryStore();
    Random random = new Random(5);
    for (int run = 0; run < 3; run++) {
      try (Ingest ingest = Ingest.open(data, live)) {
        sendSome(ingest, random);
      }
    }
    try (Store rebuilt = DuckDbStore.open(data.resolve("store"), DuckDbSettings.DEFAULT);
        Ingest ingest = Ingest.open(data, rebuilt)) {
      ingest.flush();
      for (Dataset dataset : List.of(SocialDatasets.POSTS, BusinessDatasets.INVOICES)) {
        assertThat(rows(rebuilt, dataset)).isNotEmpty().isEqualTo(rows(live, dataset));
      }
    }
  }

  private static void sendSome(Ingest ingest, Random random) {
    for (int i = 0; i < 20; i++) {
      send(ingest, SocialDatasets.POSTS, posts(random));
      send(ingest, BusinessDatasets.INVOICES, invoices(random));
      if (i % 5 == 0) {
        ingest.flush();
      }
    }
    ingest.flush();
  }

  private static String posts(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines.append("{\"post_id\":\"p" + random.nextInt(30) + "\"");
      maybe(lines, random, "\"platform\":\"x\"");
      maybe(lines, random, "\"tags\":[\"a\",\"ü" + random.nextInt(3) + "\"]");
      maybe(lines, random, "\"tags\":null".replace("tags", "caption"));
      maybe(lines, random, "\"published_at\":\"2026-03-0" + (1 + random.nextInt(9)) + "\"");
      maybe(lines, random, "\"success\":" + random.nextBoolean());
      lines.append("}\n");
    }
    return lines.toString();
  }

  private static String invoices(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines.append("{\"invoice_id\":\"i" + random.nextInt(30) + "\"");
      maybe(lines, random, "\"amount\":" + random.nextInt(1000) / 10.0);
      maybe(lines, random, "\"amount\":null".replace("amount", "refunded"));
      maybe(lines, random, "\"status\":\"PAID\"");
      maybe(lines, random, "\"currency\":\"EUR\"");
      lines.append("}\n");
    }
    return lines.toString();
  }

  private static void maybe(StringBuilder line, Random random, String field) {
    if (random.nextBoolean()) {
      line.append(',').append(field);
    }
  }

  /** Each of two senders writes its own column: none undoes what the other did. */
  @Test
  void two_at_once_on_one_row_keep_each_others_columns() throws Exception {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<java.util.concurrent.Future<?>> senders = new ArrayList<>();
      for (String column : List.of("name", "segment")) {
        senders.add(
            threads.submit(
                () -> {
                  for (int i = 0; i <= 50; i++) {
                    send(
                        ingest,
                        BusinessDatasets.CUSTOMERS,
                        "{\"customer_id\":\"c\",\"" + column + "\":\"" + i + "\"}");
                  }
                }));
      }
      for (var sender : senders) {
        sender.get();
      }
      ingest.flush();
      assertThat(rows(store, BusinessDatasets.CUSTOMERS)).hasSize(1);
      assertThat(row(store, BusinessDatasets.CUSTOMERS, 0))
          .containsEntry("name", "50")
          .containsEntry("segment", "50");
    }
  }

  @Test
  void every_dataset_that_takes_rows_takes_one_with_all_columns() throws IOException {
    Set<String> seen = new HashSet<>();
    try (Store store = DuckDbStore.open(data.resolve("store"), DuckDbSettings.DEFAULT);
        Ingest ingest = Ingest.open(data, store)) {
      for (Intake intake : Intake.ALL) {
        StringBuilder row = new StringBuilder();
        intake
            .dataset()
            .columns()
            .forEach(
                column ->
                    row.append(row.isEmpty() ? "" : ",")
                        .append('"' + column.name() + "\":")
                        .append(sample(column.name(), column.type())));
        send(ingest, intake.dataset(), "{" + row + "}");
        ingest.flush();
        assertThat(rows(store, intake.dataset()))
            .singleElement()
            .satisfies(all -> assertThat(all).doesNotContainNull());
        seen.add(intake.dataset().name());
      }
    }
    assertThat(seen).hasSize(8);
  }

  private static String sample(String column, dev.facet.model.Type type) {
    return switch (column) {
      case "date" -> "\"2026-03-01\"";
      case "interval" -> "\"year\"";
      case "status" -> "\"OPEN\"";
      case "currency", "target" -> "\"EUR\"";
      default ->
          switch (type) {
            case TEXT -> "\"t\"";
            case NUMBER, INTEGER -> "2.5";
            case BOOLEAN -> "false";
            case TIME -> "\"2026-03-01T00:00:00Z\"";
            case OBJECT -> "{\"likes\":1}";
            case LIST, TEXTS -> "[\"a\"]";
            case DATE, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> throw new AssertionError(type);
          };
    };
  }
}
