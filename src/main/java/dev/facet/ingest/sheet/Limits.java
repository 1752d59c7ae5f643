package dev.facet.ingest.sheet;

import dev.facet.model.FailureException;

/**
 * How large files are read: what is more is refused at once, before it takes time and memory.
 *
 * @param lines how many lines there may be, the one that names columns not counted
 */
public record Limits(int lines) {
  /** How many columns a file may have. */
  public static final int MOST_COLUMNS = 1000;

  /** For files of one's own. */
  public static final Limits NONE = new Limits(Integer.MAX_VALUE);

  static void checkColumns(int columns) {
    if (columns > MOST_COLUMNS) {
      throw FailureException.invalid(
          "too_many_columns",
          null,
          "A file has at most %d columns; leave out those that fill nothing."
              .formatted(MOST_COLUMNS));
    }
  }

  void checkLines(int given) {
    if (given > lines) {
      throw FailureException.invalid(
          "too_many_rows", null, "A file has at most " + lines + " rows; send parts of it.");
    }
  }
}
