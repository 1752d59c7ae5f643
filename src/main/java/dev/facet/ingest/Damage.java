package dev.facet.ingest;

/**
 * A stretch of the journal that could not be read and was skipped.
 *
 * @param file name of the segment
 * @param offset where in the file it begins
 * @param bytes how long it is; 0 when a stretch is missing rather than unreadable
 * @param records how many records it held, at least
 * @param items how many events or rows they held
 */
public record Damage(String file, long offset, long bytes, long records, long items) {

  /** The same in plain words. */
  public String sentence() {
    String lost = count(records, "record") + " (" + count(items, "event") + ")";
    return bytes == 0
        ? "journal/" + file + " is damaged: " + lost + " missing before byte " + offset
        : "journal/"
            + file
            + " is damaged: skipped "
            + lost
            + ", "
            + count(bytes, "byte")
            + " at byte "
            + offset;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
