package dev.facet.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180): CRLF after each, quotes where they are needed. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it; numbers stay as they are.
 */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder out = new StringBuilder();

  /** Adds a row of numbers, texts and nulls, which are left empty. */
  public void row(List<? extends @Nullable Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    out.append("\r\n");
  }

  private static String cell(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> quoted(guarded(cell.toString()));
    };
  }

  private static String guarded(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
