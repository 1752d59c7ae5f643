package dev.facet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What journal tests have in common. */
final class Journals {
  private Journals() {}

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** The payloads after a position, as text. */
  static List<String> texts(Journal journal, long after) {
    return records(journal, after).stream().map(r -> new String(r.payload(), UTF_8)).toList();
  }

  static List<JournalRecord> records(Journal journal, long after) {
    List<JournalRecord> records = new ArrayList<>();
    try (JournalReader reader = journal.reader(after)) {
      JournalRecord record = reader.next();
      while (record != null) {
        records.add(record);
        record = reader.next();
      }
    }
    return records;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
