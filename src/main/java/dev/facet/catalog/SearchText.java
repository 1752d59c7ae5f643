package dev.facet.catalog;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is searched and sorted: the same in every database, whatever its collation. */
public final class SearchText {
  private SearchText() {}

  /** The text without its case. */
  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * A pattern for {@code LIKE … ESCAPE '!'} that matches folded text which has {@code part} in it.
   */
  public static String containing(String part) {
    String escaped = fold(part).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + escaped + "%";
  }
}
