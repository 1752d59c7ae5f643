package dev.facet.ingest.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A file as it was understood.
 *
 * @param delimiter what stands between the cells of {@link Format#CSV}, else a comma
 * @param columns the names of its columns, in the order they were first seen
 */
public record Sheet(Format format, char delimiter, List<String> columns, List<Line> lines) {

  public Sheet {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** The same as it stands after so many lines of a file more. */
  Sheet after(int more) {
    return more == 0
        ? this
        : new Sheet(
            format,
            delimiter,
            columns,
            lines.stream()
                .map(one -> new Line(one.number() + more, one.values(), one.fault()))
                .toList());
  }

  /** How a file is written. */
  public enum Format {
    /** Cells by a delimiter; the first line names the columns. */
    CSV,
    /** One JSON object a line. */
    NDJSON
  }

  /**
   * Reads a whole file, in UTF-8 or else in Windows-1252.
   *
   * @param delimiter what stands between cells; empty to find out
   * @throws dev.facet.model.FailureException Invalid when it has more columns or lines than it may
   */
  public static Sheet read(byte[] file, Optional<Character> delimiter, Limits limits) {
    String text = Decoding.text(file);
    return text.stripLeading().startsWith("{")
        ? JsonLines.read(text, limits)
        : CsvLines.read(text, delimiter.orElseGet(() -> CsvLines.delimiter(text)), limits);
  }
}
