package dev.facet.hogql;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.QueryForm;
import dev.facet.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of queries with what becomes of them. Entries are parted by a line {@code ----}; a line
 * {@code =>} parts the query from its outcome. A query that starts with a brace is a whole node.
 */
record Corpus(Path file, List<Entry> entries) {
  private static final Path FOLDER = Path.of("src/test/resources/hogql");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  record Entry(String file, int number, String query, String outcome) {
    Query read() {
      try {
        ObjectNode node = MAPPER.createObjectNode();
        if (query.startsWith("{\"")) {
          node = (ObjectNode) MAPPER.readTree(query);
        } else {
          node.put("query", query);
        }
        if (!node.has("kind")) {
          node.put("kind", "HogQLQuery");
        }
        return QueryForm.read(node, "query");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return file + " " + number + ": " + query.replace('\n', ' ');
    }
  }

  static List<Corpus> all(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().map(Corpus::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Corpus read(Path file) {
    try {
      List<Entry> entries = new ArrayList<>();
      for (String block : Files.readString(file).split("(?m)^----\n", -1)) {
        String[] parts = block.split("(?m)^=>\n", 2);
        if (!block.isBlank()) {
          String name = file.getFileName().toString();
          String outcome = parts.length == 2 ? parts[1].stripTrailing() : "";
          entries.add(new Entry(name, entries.size() + 1, parts[0].strip(), outcome));
        }
      }
      return new Corpus(file, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file anew with these outcomes. */
  void write(List<String> outcomes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      out.append(i == 0 ? "" : "----\n");
      out.append(entries.get(i).query()).append("\n=>\n").append(outcomes.get(i)).append('\n');
    }
    try {
      Files.writeString(file, out.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
