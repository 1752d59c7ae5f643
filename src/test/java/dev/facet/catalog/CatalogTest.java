package dev.facet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  @TempDir Path temporary;
  private Path directory;
  private Catalog catalog;

  @BeforeEach
  void open() {
    directory = temporary.resolve("data");
    catalog = Catalog.open(directory);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private static long count(Transaction transaction) {
    return transaction
        .handle()
        .createQuery("SELECT count(*) FROM bootstrapped")
        .mapTo(Long.class)
        .one();
  }

  private static int insert(Transaction transaction, String name) {
    return transaction
        .handle()
        .createUpdate("INSERT INTO bootstrapped (name, at) VALUES (:name, 0)")
        .bind("name", name)
        .execute();
  }

  @ParameterizedTest
  @CsvSource({"journal_mode, wal", "synchronous, 2", "foreign_keys, 1", "busy_timeout, 10000"})
  void isSafeAgainstCrashes(String pragma, String value) {
    String writer =
        catalog.mark(t -> t.handle().createQuery("PRAGMA " + pragma).mapTo(String.class).one());
    String reader =
        catalog.read(t -> t.handle().createQuery("PRAGMA " + pragma).mapTo(String.class).one());

    assertThat(List.of(writer, reader)).containsOnly(value);
  }

  @Test
  void isForTheOwnersEyesOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("catalog.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void undoesAFailedWriteAndKeepsItsVersion() {
    long version = catalog.definitionsVersion();

    assertThatThrownBy(
            () ->
                catalog.write(
                    transaction -> {
                      insert(transaction, "x");
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");

    long rows = catalog.read(CatalogTest::count);
    assertThat(rows).isZero();
    assertThat(catalog.definitionsVersion()).isEqualTo(version);
    int written = catalog.write(transaction -> insert(transaction, "x"));
    assertThat(written).isEqualTo(1);
    assertThat(catalog.definitionsVersion()).isEqualTo(version + 1);
  }

  @Test
  void refusesToWriteWhileReading() {
    assertThatThrownBy(() -> catalog.read(transaction -> insert(transaction, "x")))
        .hasMessageContaining("readonly");
  }

  @Test
  void refusesATransactionInsideAnother() {
    assertThatThrownBy(() -> catalog.write(outer -> catalog.write(CatalogTest::count)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsTheStateBeforeAWriteThatIsNotDone() throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () ->
                    catalog.write(
                        transaction -> {
                          insert(transaction, "x");
                          written.countDown();
                          return await(seen);
                        }));
    assertThat(await(written)).isTrue();

    long before = catalog.read(CatalogTest::count);
    seen.countDown();
    writer.join();
    long after = catalog.read(CatalogTest::count);

    assertThat(List.of(before, after)).containsExactly(0L, 1L);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void countsOnFromManyThreadsWithoutGapsOrRepeats() throws InterruptedException {
    List<Long> given = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      threads.add(Thread.ofVirtual().start(() -> given.add(catalog.write(Sequence.CARD::next))));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(given).hasSize(20).doesNotHaveDuplicates().contains(1L, 20L);
  }

  @Test
  void goesOnBeyondANumberGivenByHand() {
    List<Long> numbers =
        catalog.write(
            transaction -> {
              Sequence.PROJECT.raise(transaction, 7);
              Sequence.PROJECT.raise(transaction, 3);
              return List.of(
                  Sequence.PROJECT.last(transaction), Sequence.PROJECT.next(transaction));
            });

    assertThat(numbers).containsExactly(7L, 8L);
  }

  @Test
  void keepsWhatWasWrittenWhenOpenedAgain() {
    int written = catalog.write(transaction -> insert(transaction, "x"));
    catalog.close();
    catalog = Catalog.open(directory);

    long rows = catalog.read(CatalogTest::count);
    assertThat(rows).isEqualTo(written);
  }

  @Test
  void readsWithinReadsNeedNoConnectionOfTheirOwn() throws Exception {
    int asManyAsThereAreConnections = 8;
    CyclicBarrier allRead = new CyclicBarrier(asManyAsThereAreConnections);
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < asManyAsThereAreConnections; i++) {
        counts.add(
            readers.submit(
                () ->
                    catalog.read(
                        outer -> {
                          await(allRead);
                          return catalog.read(
                              inner -> {
                                assertThat(inner).isSameAs(outer);
                                return count(inner);
                              });
                        })));
      }
      for (Future<Long> count : counts) {
        assertThat(count.get()).isZero();
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
