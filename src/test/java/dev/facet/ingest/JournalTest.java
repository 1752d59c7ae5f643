package dev.facet.ingest;

import static dev.facet.ingest.Journals.bytes;
import static dev.facet.ingest.Journals.records;
import static dev.facet.ingest.Journals.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void what_was_appended_is_read_back_in_order() throws IOException {
    try (Journal journal = Journal.open(folder, 0)) {
      assertThat(journal.append(bytes("a"), 1)).isEqualTo(1);
      assertThat(journal.append(bytes("bc"), 5)).isEqualTo(6);
      assertThat(journal.append(bytes("d"), 1)).isEqualTo(7);

      assertThat(texts(journal, 0)).containsExactly("a", "bc", "d");
      assertThat(texts(journal, 6)).containsExactly("d");
      assertThat(texts(journal, 7)).isEmpty();
      assertThat(records(journal, 1).getFirst().first()).isEqualTo(2);
    }
  }

  @Test
  void it_goes_on_where_it_was_closed_and_says_nothing() throws IOException {
    for (int i = 1; i <= 3; i++) {
      try (Journal journal = Journal.open(folder, 0)) {
        assertThat(journal.append(bytes("r" + i), 1)).isEqualTo(i);
        journal.check();
        assertThat(journal.damages()).isEmpty();
      }
    }
    try (Journal journal = Journal.open(folder, 0)) {
      assertThat(texts(journal, 0)).containsExactly("r1", "r2", "r3");
    }
  }

  @Test
  void positions_come_after_those_the_store_has_whatever_became_of_the_files() throws IOException {
    try (Journal journal = Journal.open(folder, 41)) {
      assertThat(journal.append(bytes("next"), 1)).isEqualTo(42);
      assertThat(texts(journal, 41)).containsExactly("next");
      assertThat(journal.damages()).isEmpty();
    }
  }

  @Test
  void a_reader_sees_what_is_appended_while_it_reads() throws IOException {
    try (Journal journal = Journal.open(folder, 0);
        JournalReader reader = journal.reader(0)) {
      assertThat(reader.next()).isNull();
      journal.append(bytes("late"), 1);
      assertThat(reader.next()).extracting(JournalRecord::first).isEqualTo(1L);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void full_segments_are_followed_by_new_ones_named_by_their_first_position() throws IOException {
    try (Journal journal = Journal.open(folder, 0, new FileDisk(), 100)) {
      for (int i = 0; i < 10; i++) {
        journal.append(bytes("0123456789".repeat(3)), 2);
      }
      assertThat(Journals.files(folder))
          .extracting(file -> String.valueOf(file.getFileName()))
          .containsExactly(
              "0000000000000000001.journal",
              "0000000000000000005.journal",
              "0000000000000000009.journal",
              "0000000000000000013.journal",
              "0000000000000000017.journal");
      assertThat(texts(journal, 0)).hasSize(10);
      assertThat(texts(journal, 12)).hasSize(4);
    }
  }

  @Test
  void only_the_owner_may_read_it() throws IOException {
    Path journalFolder = folder.resolve("journal");
    try (Journal journal = Journal.open(journalFolder, 0)) {
      journal.append(bytes("secret"), 1);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journalFolder)))
        .isEqualTo("rwx------");
    Path segment = Journals.files(journalFolder).getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(segment)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_record_of_twenty_megabytes_is_one_record() throws IOException {
    byte[] huge = new byte[20 << 20];
    new Random(1).nextBytes(huge);
    try (Journal journal = Journal.open(folder, 0)) {
      journal.append(bytes("before"), 1);
      journal.append(huge, 100);
      journal.append(bytes("after"), 1);
    }
    try (Journal journal = Journal.open(folder, 0)) {
      List<JournalRecord> records = records(journal, 0);
      assertThat(records).hasSize(3);
      assertThat(records.get(1).payload()).isEqualTo(huge);
      assertThat(journal.damages()).isEmpty();
    }
  }

  @Test
  void many_threads_share_a_write_and_none_is_lost() throws Exception {
    CountingDisk disk = new CountingDisk();
    Set<Long> positions = ConcurrentHashMap.newKeySet();
    int appends = 2000;
    try (Journal journal = Journal.open(folder, 0, disk, 1 << 16)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < appends; i++) {
          byte[] payload = bytes("record " + i);
          threads.submit(() -> positions.add(journal.append(payload, 1)));
        }
      }
      assertThat(positions).hasSize(appends).contains(1L, (long) appends);
      assertThat(texts(journal, 0)).doesNotHaveDuplicates().hasSize(appends);
      assertThat(disk.forced.get()).isLessThan(appends / 2);
    }
  }

  /** The file system, counting how often it is waited for. */
  private static final class CountingDisk implements Disk {
    final AtomicInteger forced = new AtomicInteger();
    private final Disk real = new FileDisk();

    @Override
    public Output open(Path file) throws IOException {
      Output output = real.open(file);
      return new Output() {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          output.write(bytes);
        }

        @Override
        public void force() throws IOException {
          forced.incrementAndGet();
          output.force();
        }

        @Override
        public void truncate(long size) throws IOException {
          output.truncate(size);
        }

        @Override
        public void close() throws IOException {
          output.close();
        }
      };
    }
  }
}
