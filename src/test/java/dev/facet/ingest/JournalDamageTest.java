package dev.facet.ingest;

import static dev.facet.ingest.Journals.bytes;
import static dev.facet.ingest.Journals.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {
  private static final List<String> RECORDS = List.of("first", "second record", "third", "fourth");
  private static final int SECOND = Frame.SIZE + "first".length();
  private static final int THIRD = SECOND + Frame.SIZE + "second record".length();
  private static final int FOURTH = THIRD + Frame.SIZE + "third".length();

  @TempDir Path folder;
  private Path segment;
  private byte[] whole;

  @BeforeEach
  void write() throws IOException {
    try (Journal journal = Journal.open(folder, 0)) {
      for (String record : RECORDS) {
        journal.append(bytes(record), 10);
      }
    }
    segment = Journals.files(folder).getFirst();
    whole = Files.readAllBytes(segment);
  }

  @Test
  void a_write_torn_at_any_byte_is_dropped_in_silence_and_writing_goes_on() throws IOException {
    for (int length = FOURTH; length < whole.length; length++) {
      Files.write(segment, Arrays.copyOf(whole, length));
      try (Journal journal = Journal.open(folder, 0)) {
        assertThat(journal.append(bytes("new"), 1)).as("cut at %d", length).isEqualTo(31);
        assertThat(texts(journal, 0))
            .as("cut at %d", length)
            .containsExactly("first", "second record", "third", "new");
        assertThat(journal.damages()).as("cut at %d", length).isEmpty();
      }
    }
  }

  @Test
  void zeros_at_the_end_are_a_torn_write() throws IOException {
    Files.write(segment, new byte[5000], StandardOpenOption.APPEND);
    try (Journal journal = Journal.open(folder, 0)) {
      assertThat(journal.append(bytes("new"), 1)).isEqualTo(41);
      assertThat(texts(journal, 0)).hasSize(5);
      assertThat(journal.damages()).isEmpty();
    }
  }

  @Test
  void a_flipped_byte_anywhere_in_a_middle_record_costs_that_record_only() throws IOException {
    for (int at = SECOND; at < THIRD; at++) {
      flip(at);
      try (Journal journal = Journal.open(folder, 0)) {
        assertThat(texts(journal, 0)).as("byte %d", at).containsExactly("first", "third", "fourth");
        assertThat(journal.damages())
            .as("byte %d", at)
            .containsExactly(
                new Damage("0000000000000000001.journal", SECOND, THIRD - SECOND, 1, 10));
        assertThat(journal.append(bytes("new"), 1)).isEqualTo(41);
      }
    }
  }

  @Test
  void a_flipped_byte_anywhere_in_the_last_record_is_reported_and_writing_goes_on()
      throws IOException {
    for (int at = FOURTH; at < whole.length; at++) {
      flip(at);
      try (Journal journal = Journal.open(folder, 40)) {
        assertThat(journal.append(bytes("new"), 1)).as("byte %d", at).isGreaterThan(40);
      }
      try (Journal journal = Journal.open(folder, 0)) {
        assertThat(texts(journal, 0))
            .as("byte %d", at)
            .containsExactly("first", "second record", "third", "new");
        assertThat(journal.damages())
            .as("byte %d", at)
            .containsExactly(
                new Damage("0000000000000000001.journal", FOURTH, whole.length - FOURTH, 1, 10));
      }
    }
  }

  @Test
  void several_damaged_records_are_counted() throws IOException {
    byte[] damaged = whole.clone();
    damaged[SECOND] ^= 1;
    damaged[THIRD + Frame.SIZE] ^= 1;
    Files.write(segment, damaged);
    try (Journal journal = Journal.open(folder, 0)) {
      journal.check();
      assertThat(texts(journal, 0)).containsExactly("first", "fourth");
      assertThat(journal.damages())
          .containsExactly(
              new Damage("0000000000000000001.journal", SECOND, FOURTH - SECOND, 2, 20));
      assertThat(journal.damages().getFirst().sentence())
          .isEqualTo(
              "journal/0000000000000000001.journal is damaged: skipped 2 records (20 events),"
                  + " 74 bytes at byte 33");
    }
  }

  @Test
  void damage_before_the_position_that_is_asked_for_does_not_matter() throws IOException {
    flip(SECOND + Frame.SIZE);
    try (Journal journal = Journal.open(folder, 0)) {
      assertThat(texts(journal, 20)).containsExactly("third", "fourth");
      assertThat(journal.damages()).isEmpty();
    }
  }

  @Test
  void a_missing_segment_is_reported() throws IOException {
    try (Journal journal = Journal.open(folder, 0, new FileDisk(), 10)) {
      journal.append(bytes("lost"), 3);
      journal.append(bytes("kept"), 1);
    }
    Files.delete(folder.resolve("0000000000000000041.journal"));
    try (Journal journal = Journal.open(folder, 0)) {
      assertThat(texts(journal, 0)).endsWith("fourth", "kept");
      assertThat(journal.damages()).extracting(Damage::items).containsExactly(3L);
      assertThat(journal.damages().getFirst().sentence()).contains("missing");
    }
  }

  @Test
  void a_torn_frame_behind_a_damaged_record_swallows_nothing_written_later() throws IOException {
    byte[] torn = Arrays.copyOf(whole, FOURTH + Frame.SIZE + 2);
    torn[THIRD] ^= 1;
    Files.write(segment, torn);
    try (Journal journal = Journal.open(folder, 0)) {
      journal.append(bytes("new, and longer than what was torn off"), 1);
      assertThat(texts(journal, 0))
          .containsExactly("first", "second record", "new, and longer than what was torn off");
    }
  }

  private void flip(int at) throws IOException {
    byte[] damaged = whole.clone();
    damaged[at] ^= 0x10;
    Files.write(segment, damaged);
  }
}
