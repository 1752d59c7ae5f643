package dev.facet.ingest.sheet;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of cells; an empty cell is no value. */
final class CsvLines {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private final Limits limits;
  private final List<String> columns = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private CsvLines(Limits limits) {
    this.limits = limits;
  }

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

  static Sheet read(String text, char delimiter, Limits limits) {
    CsvLines read = new CsvLines(limits);
    int line = 1;
    try (CsvParser parser = CSV.getFactory().createParser(text)) {
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(delimiter));
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        read.row(line, cells(parser));
        line = parser.currentLocation().getLineNr();
      }
    } catch (IOException e) {
      read.add(Line.broken(line, "From this line on the file is no CSV: " + reason(e) + "."));
    }
    return new Sheet(Sheet.Format.CSV, delimiter, read.columns, read.lines);
  }

  /** The cells of a row; of one that is too long not all. */
  private static List<String> cells(CsvParser parser) throws IOException {
    List<String> cells = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (cells.size() <= Limits.MOST_COLUMNS) {
        cells.add(parser.getText());
      }
    }
    return cells;
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
      Limits.checkColumns(cells.size());
      cells.forEach(this::name);
    } else if (cells.size() > columns.size()) {
      add(
          Line.broken(
              number,
              "The row has more values than the %d columns that the first line names."
                  .formatted(columns.size())));
    } else {
      add(new Line(number, values(cells), null));
    }
  }

  private void add(Line line) {
    limits.checkLines(lines.size() + 1);
    lines.add(line);
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
