package dev.facet.ingest;

import static dev.facet.ingest.Journals.bytes;
import static dev.facet.ingest.Journals.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  private static final int ONE = Frame.SIZE + 10;

  @TempDir Path folder;

  @Test
  void what_does_not_fit_is_refused_and_later_appends_work_again() throws IOException {
    FullDisk disk = new FullDisk(ONE + ONE / 2);
    try (Journal journal = Journal.open(folder, 0, disk, 1 << 20)) {
      journal.append(bytes("0123456789"), 1);
      assertRefused(journal, "No space left on device");
      assertRefused(journal, "No space left on device");
      assertThat(journal.last()).isEqualTo(1);

      disk.free(1000);
      assertThat(journal.append(bytes("0123456789"), 1)).isEqualTo(2);
      assertThat(texts(journal, 0)).containsExactly("0123456789", "0123456789");
    }
    assertCleanStart("0123456789", "0123456789");
  }

  @Test
  void half_a_record_that_cannot_be_removed_is_no_damage() throws IOException {
    FullDisk disk = new FullDisk(ONE + ONE / 2);
    disk.refuseTruncation();
    try (Journal journal = Journal.open(folder, 0, disk, 1 << 20)) {
      journal.append(bytes("0123456789"), 1);
      assertRefused(journal, "No space left on device");
      disk.free(1000);
      journal.append(bytes("later"), 1);
    }
    assertCleanStart("0123456789", "later");
  }

  @Test
  void a_record_that_was_refused_but_stayed_on_disk_is_not_read() throws IOException {
    FullDisk disk = new FullDisk(1000);
    disk.refuseTruncation();
    try (Journal journal = Journal.open(folder, 0, disk, 1 << 20)) {
      journal.append(bytes("accepted"), 1);
      disk.refuseForce();
      assertRefused(journal, "Input/output error");
      disk.free(1000);
      assertThat(journal.append(bytes("later"), 1)).isEqualTo(2);
    }
    assertCleanStart("accepted", "later");
  }

  private static void assertRefused(Journal journal, String reason) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> journal.append(bytes("0123456789"), 1))
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Upstream.class))
        .withMessageContaining("Nothing was accepted")
        .withMessageContaining(reason);
  }

  private void assertCleanStart(String... records) throws IOException {
    try (Journal journal = Journal.open(folder, 0)) {
      assertThat(texts(journal, 0)).containsExactly(records);
      assertThat(journal.damages()).isEmpty();
    }
  }
}
