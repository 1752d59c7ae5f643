package dev.facet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Event;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  @TempDir Path data;

  @Test
  void what_was_accepted_is_visible_after_a_flush() throws IOException {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      assertThat(ingest.accept(3, random(5, 1))).isEqualTo(5);
      ingest.flush();
      assertThat(rows(store, Datasets.EVENTS)).hasSize(5);
      assertThat(ingest.state().applied()).isEqualTo(5);
      assertThat(ingest.state().rebuilding()).isFalse();
      assertThat(ingest.state().trouble()).isNull();
    }
  }

  @Test
  void a_flush_of_nothing_returns_at_once() throws IOException {
    try (Ingest ingest = Ingest.open(data, new MemoryStore())) {
      ingest.flush();
      assertThat(ingest.accept(3, List.of())).isZero();
    }
  }

  @Test
  void an_event_sent_twice_is_there_once() throws IOException {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      List<Event> events = random(10, 1);
      ingest.accept(3, events);
      ingest.accept(3, events);
      ingest.flush();
      ingest.accept(3, events);
      ingest.flush();
      assertThat(rows(store, Datasets.EVENTS)).hasSize(10);
    }
  }

  @Test
  void a_store_filled_again_from_the_journal_is_the_same() throws IOException {
    Store live = new MemoryStore();
    for (int run = 0; run < 4; run++) {
      try (Ingest ingest = Ingest.open(data, live)) {
        send(ingest, run);
      }
    }
    Store rebuilt = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, rebuilt)) {
      ingest.flush();
      assertThat(ingest.state().damages()).isEmpty();
    }
    for (Dataset dataset : Datasets.ALL) {
      assertThat(rows(rebuilt, dataset)).as(dataset.name()).isEqualTo(rows(live, dataset));
    }
    assertThat(rows(live, Datasets.EVENTS)).hasSize(560);
  }

  private static void send(Ingest ingest, int run) {
    for (int request = 0; request < 20; request++) {
      ingest.accept(3, random(7, run * 100 + request));
      if (request % 3 == 1) {
        ingest.flush();
      }
    }
  }

  @Test
  void a_damaged_last_record_ends_a_rebuild_all_the_same() throws IOException {
    try (Ingest ingest = Ingest.open(data, new MemoryStore())) {
      ingest.accept(3, random(5, 1));
      ingest.accept(3, random(5, 2));
    }
    Path segment = Journals.files(data.resolve("journal")).getFirst();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1] ^= 1;
    Files.write(segment, bytes);
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      ingest.flush();
      assertThat(ingest.state().rebuilding()).isFalse();
      assertThat(ingest.state().damages()).extracting(Damage::items).containsExactly(5L);
      assertThat(rows(store, Datasets.EVENTS)).hasSize(5);
    }
  }

  @Test
  void a_store_is_rebuilding_until_it_has_what_was_there_at_the_start() throws Exception {
    try (Ingest ingest = Ingest.open(data, new MemoryStore())) {
      ingest.accept(3, random(5, 1));
    }
    StubbornStore store = new StubbornStore(0);
    CountDownLatch held = store.hold();
    try (Ingest ingest = Ingest.open(data, store)) {
      assertThat(ingest.state().rebuilding()).isTrue();
      held.countDown();
      ingest.flush();
      assertThat(ingest.state().rebuilding()).isFalse();
    }
  }

  @Test
  void a_store_that_fails_is_tried_again_until_it_works() throws IOException {
    StubbornStore store = new StubbornStore(2);
    try (Ingest ingest = Ingest.open(data, store)) {
      ingest.accept(3, random(5, 1));
      ingest.flush();
      assertThat(store.failures).containsExactly("disk on fire", "disk on fire");
      assertThat(rows(store, Datasets.EVENTS)).hasSize(5);
      assertThat(ingest.state().trouble()).isNull();
    }
  }

  @Test
  void when_the_store_stays_behind_requests_are_refused_for_a_while() throws IOException {
    StubbornStore store = new StubbornStore(0);
    CountDownLatch held = store.hold();
    try (Ingest ingest = Ingest.open(data, store, 10, Duration.ofMillis(20))) {
      ingest.accept(3, random(13, 1));
      assertThatExceptionOfType(FailureException.class)
          .isThrownBy(() -> ingest.accept(3, random(1, 2)))
          .satisfies(
              e ->
                  assertThat(e.failure())
                      .isInstanceOfSatisfying(
                          Failure.TooMuch.class, f -> assertThat(f.retryAfter()).isPositive()));
      held.countDown();
      ingest.flush();
      assertThat(ingest.accept(3, random(1, 2))).isEqualTo(14);
    }
  }

  @Test
  void many_threads_may_send_at_once() throws Exception {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          int seed = i;
          threads.submit(() -> ingest.accept(seed % 2 + 3, random(20, seed)));
        }
      }
      ingest.flush();
      assertThat(rows(store, Datasets.EVENTS)).hasSize(500);
    }
  }

  @Test
  void damage_in_the_journal_is_found_without_anybody_reading_it() throws Exception {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      ingest.accept(3, random(5, 1));
      ingest.accept(3, random(5, 2));
      ingest.flush();
    }
    Path segment = Journals.files(data.resolve("journal")).getFirst();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[Frame.SIZE + 5] ^= 1;
    Files.write(segment, bytes);
    try (Journal journal = Journal.open(data.resolve("journal"), store.position())) {
      journal.check();
      assertThat(journal.damages()).extracting(Damage::items).containsExactly(5L);
    }
  }

  /** Events of few persons who identify, merge and change. */
  private static List<Event> random(int count, long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "u" + random.nextInt(40);
      String other = "u" + random.nextInt(40);
      Story one =
          switch (random.nextInt(6)) {
            case 0 -> new Story(seed, i).then("$identify", id, Map.of("$anon_distinct_id", other));
            case 1 -> new Story(seed, i).then("$create_alias", id, Map.of("alias", other));
            case 2 -> new Story(seed, i).then("$merge_dangerously", id, Map.of("alias", other));
            case 3 ->
                new Story(seed, i).then("$set", id, Map.of("$set", Map.of("k" + i % 3, seed)));
            default -> new Story(seed, i).at(random.nextInt(9000) - 4500, "view", id, Map.of());
          };
      events.addAll(one.events());
    }
    return events;
  }

  private static List<List<@Nullable Object>> rows(Store store, Dataset dataset) {
    Table table = store.run(3, new Plan.Scan(dataset));
    return table.rows().stream().sorted(Comparator.comparing(Object::toString)).toList();
  }

  /** A memory store that fails or waits when it is told to. */
  private static final class StubbornStore implements Store {
    final List<String> failures = new ArrayList<>();
    private final Store real = new MemoryStore();
    private int toFail;
    private volatile CountDownLatch held = new CountDownLatch(0);

    StubbornStore(int toFail) {
      this.toFail = toFail;
    }

    CountDownLatch hold() {
      held = new CountDownLatch(1);
      return held;
    }

    @Override
    public Table run(long project, Plan plan) {
      return real.run(project, plan);
    }

    @Override
    public void apply(Batch batch) {
      try {
        held.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (toFail-- > 0) {
        failures.add("disk on fire");
        throw new IllegalStateException("disk on fire");
      }
      real.apply(batch);
    }

    @Override
    public long position() {
      return real.position();
    }

    @Override
    public long position(long project) {
      return real.position(project);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
