package dev.facet.ingest.sheet;

/**
 * Tells, byte by byte, where rows end: with each line, but for lines within quoted cells. What
 * counts is alike in UTF-8 and in what spreadsheets write otherwise. For one file and one thread.
 */
final class RowEnds {
  private final String delimiters;
  private boolean cellBegins = true;
  private boolean quoted;
  private boolean closed;

  private RowEnds(String delimiters) {
    this.delimiters = delimiters;
  }

  /** Of files whose cells are not quoted. */
  static RowEnds ofLines() {
    return new RowEnds("");
  }

  /**
   * Of cells.
   *
   * @param delimiters what may stand between them
   */
  static RowEnds ofCells(String delimiters) {
    return new RowEnds(delimiters);
  }

  /** Whether a row ends with this byte. */
  boolean isEnd(int next) {
    if (delimiters.isEmpty()) {
      return next == '\n';
    }
    if (quoted) {
      closed = next == '"';
      quoted = !closed;
      return false;
    }
    boolean opens = next == '"' && (cellBegins || closed);
    quoted = opens;
    closed = false;
    cellBegins =
        next == '\n' || delimiters.indexOf(next) >= 0 || cellBegins && next == ' ' && !opens;
    return next == '\n';
  }
}
