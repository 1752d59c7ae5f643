package dev.facet.store;

import static dev.facet.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Datasets;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.duckdb.UnreadableStoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the DuckDB store's files: closed, killed, damaged, short of memory. */
class DuckDbFilesTest {
  private static final int ROWS = 200;
  private static final int KILLS = 3;

  @TempDir Path directory;

  private Store open() {
    return DuckDbStore.open(directory, DuckDbSettings.DEFAULT);
  }

  /** The batch of a position: some rows with keys that no batch before had. */
  private static Batch batch(long position) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          Rows.event(
              position + "/" + i, "e", NOON + i, i, Rows.object("key" + position, (long) i)));
    }
    return new Batch(position, List.of(new Batch.Change.Append(1, Datasets.EVENTS, rows)));
  }

  private static long count(Store store, @Nullable Expression argument) {
    Plan plan =
        new Plan.Aggregate(
            new Plan.Scan(Datasets.EVENTS),
            List.of(),
            List.of(new Aggregation("n", Kind.COUNT, argument)));
    return store.run(1, plan).rows().get(0).get(0) instanceof Long n ? n : -1;
  }

  private static Expression key(long position) {
    return new Expression.Property(
        new Expression.Reference("properties", Type.OBJECT), "key" + position, Type.NUMBER);
  }

  @Test
  void rows_position_and_keys_survive_closing() {
    try (Store store = open()) {
      store.apply(batch(1));
      store.apply(batch(2));
    }
    try (Store store = open()) {
      assertThat(store.position()).isEqualTo(2);
      assertThat(store.position(1)).isEqualTo(2);
      assertThat(store.position(2)).isZero();
      store.apply(batch(2));
      store.apply(batch(1));
      assertThat(count(store, null)).isEqualTo(2 * ROWS);
      assertThat(count(store, key(1))).isEqualTo(ROWS);
      store.apply(batch(3));
      assertThat(count(store, key(3))).isEqualTo(ROWS);
    }
  }

  @Test
  void a_killed_process_leaves_whole_batches_and_their_position() throws Exception {
    kill(Writer.class);
  }

  @Test
  void a_process_killed_while_it_sorts_leaves_each_row_once() throws Exception {
    kill(Sorter.class);
  }

  private void kill(Class<?> program) throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  program.getName(),
                  directory.toString())
              .redirectErrorStream(true)
              .start();
      long said = 0;
      try (BufferedReader lines = process.inputReader()) {
        for (int i = 0; i < 5 + kill; i++) {
          said = Long.parseLong(lines.readLine());
        }
        process.destroyForcibly().waitFor();
      }
      try (Store store = open()) {
        assertThat(store.position()).isGreaterThanOrEqualTo(said);
        assertThat(count(store, null)).isEqualTo(store.position() * ROWS);
        assertThat(count(store, key(store.position()))).isEqualTo(ROWS);
        store.apply(batch(store.position()));
        assertThat(count(store, null)).isEqualTo(store.position() * ROWS);
      }
    }
  }

  /** Applies batch after batch and says each position once it is in, until it is killed. */
  static final class Writer {
    public static void main(String[] args) {
      try (Store store = DuckDbStore.open(Path.of(args[0]), DuckDbSettings.DEFAULT)) {
        while (store.position() < 1_000_000) {
          store.apply(batch(store.position() + 1));
          System.out.println(store.position());
        }
      }
    }
  }

  /** The same, bringing each batch in order once it has said so. */
  static final class Sorter {
    public static void main(String[] args) {
      try (DuckDbStore store = DuckDbStore.open(Path.of(args[0]), DuckDbSettings.DEFAULT)) {
        while (store.position() < 1_000_000) {
          store.apply(batch(store.position() + 1));
          System.out.println(store.position());
          store.sort(1);
        }
      }
    }
  }

  @Test
  void a_damaged_file_is_told_from_a_fault_and_can_be_moved_aside(@TempDir Path elsewhere)
      throws IOException {
    try (Store store = open()) {
      store.apply(batch(1));
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            UnreadableStoreException.class,
            error -> assertThat(error.directory()).isEqualTo(directory));
    Files.move(directory, elsewhere.resolve("aside"));
    try (Store store = open()) {
      assertThat(store.position()).isZero();
      store.apply(batch(1));
      assertThat(count(store, null)).isEqualTo(ROWS);
    }
  }

  @Test
  void a_damaged_write_ahead_log_makes_the_store_unreadable() throws Exception {
    Path copy = directory.resolve("copy");
    Path original = directory.resolve("original");
    try (Store store = DuckDbStore.open(original, DuckDbSettings.DEFAULT)) {
      store.apply(batch(1));
      Files.createDirectories(copy);
      try (Stream<Path> files = Files.list(original)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    Path log = copy.resolve("facet.duckdb.wal");
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    assertThatThrownBy(() -> DuckDbStore.open(copy, DuckDbSettings.DEFAULT))
        .isInstanceOf(UnreadableStoreException.class);
  }

  @Test
  void a_question_too_large_for_the_memory_is_too_much() {
    DuckDbSettings small = new DuckDbSettings(1, 1, 40, 16, 10, Duration.ofSeconds(5));
    try (Store store = DuckDbStore.open(directory, small)) {
      store.apply(batch(1));
      assertThatThrownBy(() -> store.run(1, distinct(product(4))))
          .isInstanceOfSatisfying(
              FailureException.class,
              error ->
                  assertThat(error.failure())
                      .isInstanceOf(Failure.TooMuch.class)
                      .extracting(Failure::code)
                      .isIn("query_memory_limit", "query_timeout"));
      assertThat(count(store, null)).isEqualTo(ROWS);
    }
  }

  @Test
  void a_question_that_takes_too_long_is_stopped() {
    DuckDbSettings hasty = new DuckDbSettings(1, 1, 256, 16, 10, Duration.ofMillis(300));
    try (Store store = DuckDbStore.open(directory, hasty)) {
      store.apply(batch(1));
      assertThatThrownBy(() -> store.run(1, distinct(product(6))))
          .isInstanceOfSatisfying(
              FailureException.class,
              error -> assertThat(error.failure().code()).isEqualTo("query_timeout"));
      assertThat(count(store, null)).isEqualTo(ROWS);
    }
  }

  @Test
  void a_result_too_large_to_hold_is_refused() {
    try (Store store = open()) {
      store.apply(batch(1));
      Plan many = new Plan.Limit(product(3), 400_000, 0);
      assertThatThrownBy(() -> store.run(1, many))
          .isInstanceOfSatisfying(
              FailureException.class,
              error -> assertThat(error.failure().code()).isEqualTo("result_too_large"));
      assertThat(count(store, null)).isEqualTo(ROWS);
    }
  }

  @Test
  void lists_within_a_result_count() {
    try (Store store = open()) {
      store.apply(batch(1));
      Plan many = product(3);
      Plan list =
          new Plan.Aggregate(
              new Plan.Limit(many, 5_000_000, 0),
              List.of(),
              List.of(new Aggregation("all", Kind.LIST, many.column("person"))));
      assertThatThrownBy(() -> store.run(1, list))
          .isInstanceOfSatisfying(
              FailureException.class,
              error -> assertThat(error.failure().code()).isEqualTo("result_too_large"));
    }
  }

  /** All events with all events, again and again. */
  private static Plan product(int sides) {
    Plan product = new Plan.Scan(Datasets.EVENTS);
    for (int i = 1; i < sides; i++) {
      Plan events = new Plan.Scan(Datasets.EVENTS);
      Plan.Named number = new Plan.Named("n" + i, events.column("person"));
      product =
          new Plan.Join(
              Plan.Join.Kind.INNER,
              product,
              new Plan.Project(events, List.of(number)),
              List.of(),
              false);
    }
    return product;
  }

  private static Plan distinct(Plan product) {
    List<Plan.Named> keys = new ArrayList<>();
    product.columns().stream()
        .filter(column -> column.type() == Type.INTEGER)
        .forEach(
            column -> keys.add(new Plan.Named(column.name() + "k", product.column(column.name()))));
    Plan groups = new Plan.Aggregate(product, keys, List.of());
    return new Plan.Aggregate(groups, List.of(), List.of(new Aggregation("n", Kind.COUNT, null)));
  }
}
