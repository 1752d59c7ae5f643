package dev.facet.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that queries name and whoever asks may set.
 *
 * @param id what stored queries and dashboards know it by
 * @param codeName what the text of a query calls it
 * @param value what it is when nobody sets it: text, Long, Double, Boolean, or null
 */
public record Variable(String id, String codeName, Kind kind, @Nullable Object value) {

  /** What a variable may hold. */
  public enum Kind {
    STRING("String"),
    NUMBER("Number"),
    BOOLEAN("Boolean"),
    /** One of a list of texts. */
    LIST("List"),
    DATE("Date");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind's name in APIs. */
    public String word() {
      return word;
    }

    /** The kind of this name. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Kind::word).toList();
    }
  }
}
