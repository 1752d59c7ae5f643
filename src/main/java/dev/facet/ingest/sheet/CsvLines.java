package dev.facet.ingest.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of cells; an empty cell is no value. */
final class CsvLines {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private final List<String> columns = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private CsvLines() {}

  /** The delimiter that the first line has most of. */
  static char delimiter(String text) {
    String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char most = ',';
    for (char delimiter : DELIMITERS) {
      most = count(head, delimiter) > count(head, most) ? delimiter : most;
    }
    return most;
  }

  private static long count(String text, char of) {
    return text.chars().filter(c -> c == of).count();
  }

  static Sheet read(String text, char delimiter) {
    CsvLines read = new CsvLines();
    int line = 1;
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    try (MappingIterator<String[]> rows =
        CSV.readerFor(String[].class).with(schema).readValues(text)) {
      while (rows.hasNextValue()) {
        String[] cells = rows.nextValue();
        read.row(line, List.of(cells));
        line = rows.getCurrentLocation().getLineNr();
      }
    } catch (IOException e) {
      read.lines.add(Line.broken(line, "From this line on the file is no CSV: " + reason(e) + "."));
    } catch (UncheckedIOException e) {
      read.lines.add(Line.broken(line, "From this line on the file is no CSV."));
    }
    return new Sheet(Sheet.Format.CSV, delimiter, read.columns, read.lines);
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.substring(0, Math.min(message.length(), 200));
  }

  private void row(int number, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (columns.isEmpty()) {
      cells.forEach(this::name);
    } else if (cells.size() > columns.size()) {
      lines.add(
          Line.broken(
              number,
              "The row has %d values, the first line names %d columns."
                  .formatted(cells.size(), columns.size())));
    } else {
      lines.add(new Line(number, values(cells), null));
    }
  }

  /** No two columns have one name, and each has some. */
  private void name(String given) {
    String name = given.isBlank() ? "column " + (columns.size() + 1) : given.strip();
    String different = name;
    for (int i = 2; columns.contains(different); i++) {
      different = name + " (" + i + ")";
    }
    columns.add(different);
  }

  private Map<String, JsonNode> values(List<String> cells) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        values.put(columns.get(i), TextNode.valueOf(cells.get(i).strip()));
      }
    }
    return values;
  }
}
