package dev.facet.ingest.learn;

import dev.facet.query.type.PropertyType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises what a value is. */
final class ValueTypes {
  private static final int SHORTEST_DATE = 10;
  private static final int LONGEST_DATE = 40;
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
              + "([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private ValueTypes() {}

  /** The type of a value; null for one that says nothing: none, or an empty text. */
  static @Nullable PropertyType of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number _ -> PropertyType.NUMERIC;
      case Boolean _ -> PropertyType.BOOLEAN;
      case String text -> ofText(text);
      default -> PropertyType.STRING;
    };
  }

  /** Whether a value is a list or object, or a text that begins like one. */
  static boolean isNested(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Number _, Boolean _ -> false;
      case String text -> text.startsWith("[") || text.startsWith("{");
      default -> true;
    };
  }

  private static @Nullable PropertyType ofText(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return PropertyType.BOOLEAN;
    }
    return isDate(text) ? PropertyType.DATE_TIME : PropertyType.STRING;
  }

  private static boolean isDate(String text) {
    return text.length() >= SHORTEST_DATE
        && text.length() <= LONGEST_DATE
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && DATE.matcher(text).matches();
  }
}
