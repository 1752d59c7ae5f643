package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does about files that were damaged or deleted while it was away. */
class DamageTest {
  private static final int BATCHES = 30;
  private static final int EVENTS = BATCHES * Sender.BATCH;

  @TempDir private Path folder;

  /** Leaves the data of a server that took {@link #EVENTS} events and was killed or stopped. */
  private void serveOnce(boolean killed) throws Exception {
    try (Tried server = Tried.start(folder)) {
      new Sender().sendNew(server, BATCHES);
      server.flush();
      if (!killed) {
        server.program().terminate();
        assertThat(server.program().end().code()).isZero();
      }
    }
  }

  private Path file(String name) {
    return Tried.data(folder).resolve(name);
  }

  private Path segment() throws IOException {
    try (Stream<Path> files = Files.list(file("journal"))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 0x10);
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(tree)) {
      paths = walk.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }

  /** From the moment the server says it is well, answers are complete. */
  private static String awaitWell(Tried server) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    var health = server.health();
    while (health.statusCode() != 200 && System.nanoTime() < deadline) {
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("\"reasons\"");
      health = server.health();
    }
    assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    return health.body();
  }

  private static void expect(Tried server, long events) throws Exception {
    assertThat(server.number(Sender.EVENT, "total")).isEqualTo(events);
    assertThat(server.number(Sender.EVENT, "dau")).isEqualTo(events);
    String more =
        "{\"api_key\":\"phc_web\",\"batch\":[{\"event\":\"more\",\"distinct_id\":\"z\"}]}";
    assertThat(server.acknowledges(more)).isTrue();
    server.flush();
    assertThat(server.number("more", "total")).isEqualTo(1);
  }

  @Test
  void a_deleted_store_is_rebuilt() throws Exception {
    serveOnce(false);
    delete(file("store"));
    try (Tried server = Tried.start(folder)) {
      awaitWell(server);
      expect(server, EVENTS);
    }
  }

  @Test
  void garbage_in_place_of_the_store_is_moved_aside_and_told() throws Exception {
    serveOnce(false);
    Files.write(file("store/facet.duckdb"), new byte[100_000]);
    try (Tried server = Tried.start(folder)) {
      assertThat(awaitWell(server)).contains("could not be read and is rebuilt");
      expect(server, EVENTS);
    }
  }

  @Test
  void a_damaged_byte_in_the_log_of_the_store_costs_nothing() throws Exception {
    serveOnce(true);
    Path log = file("store/facet.duckdb.wal");
    flip(log, Files.size(log) / 2);
    try (Tried server = Tried.start(folder)) {
      awaitWell(server);
      expect(server, EVENTS);
    }
  }

  @Test
  void a_damaged_byte_in_the_journal_is_told_while_the_store_has_everything() throws Exception {
    serveOnce(false);
    flip(segment(), Files.size(segment()) / 2);
    try (Tried server = Tried.start(folder)) {
      expect(server, EVENTS);
    }
  }

  @Test
  void a_damaged_byte_in_the_journal_costs_a_rebuilt_store_one_request() throws Exception {
    serveOnce(false);
    flip(segment(), Files.size(segment()) / 2);
    delete(file("store"));
    try (Tried server = Tried.start(folder)) {
      assertThat(awaitWell(server))
          .contains("is damaged: skipped 1 record (" + Sender.BATCH + " events)");
      expect(server, EVENTS - Sender.BATCH);
    }
  }

  @Test
  void what_an_interrupted_write_left_is_dropped_without_a_word() throws Exception {
    serveOnce(true);
    byte[] bytes = Files.readAllBytes(segment());
    byte[] torn = java.util.Arrays.copyOf(bytes, 100);
    Files.write(segment(), torn, StandardOpenOption.APPEND);
    try (Tried server = Tried.start(folder)) {
      assertThat(awaitWell(server)).isEqualTo("{\"status\":\"ok\"}");
      expect(server, EVENTS);
    }
    delete(file("store"));
    try (Tried server = Tried.start(folder)) {
      assertThat(awaitWell(server)).isEqualTo("{\"status\":\"ok\"}");
      assertThat(server.number(Sender.EVENT, "total")).isEqualTo(EVENTS);
      assertThat(server.number("more", "total")).isEqualTo(1);
    }
  }
}
