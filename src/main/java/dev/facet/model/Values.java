package dev.facet.model;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain property value is as text and as a number. Filters and breakdowns of every store go
 * by these two functions, so that 10, 10.0 and "10" are one value.
 */
public final class Values {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][+-]?\\d{1,3})?");
  private static final double LARGEST_WHOLE = 9_007_199_254_740_992d;

  private Values() {}

  /** The value with whole doubles turned into longs, at every depth. */
  public static @Nullable Object canonical(@Nullable Object value) {
    return switch (value) {
      case Double d when d == Math.rint(d) && Math.abs(d) < LARGEST_WHOLE -> (Object) d.longValue();
      case Integer i -> (Object) i.longValue();
      case List<?> list ->
          list.stream()
              .map(Values::canonical)
              .collect(
                  java.util.ArrayList::new, java.util.ArrayList::add, java.util.ArrayList::addAll);
      case Map<?, ?> map -> canonicalMap(map);
      case null -> null;
      default -> value;
    };
  }

  private static Map<String, @Nullable Object> canonicalMap(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new java.util.LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), canonical(value)));
    return copy;
  }

  /** The value as text: as it is, or as compact JSON for lists and maps; null for null. */
  public static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case List<?> list -> json(list);
      case Map<?, ?> map -> json(map);
      default -> value.toString();
    };
  }

  /** The value as a number when it is one or reads as a decimal number, else null. */
  public static @Nullable Double number(@Nullable Object value) {
    return switch (value) {
      case Double d -> Double.isFinite(d) ? d : null;
      case Number n -> (Double) n.doubleValue();
      case String text -> parse(text.strip());
      case null, default -> null;
    };
  }

  private static @Nullable Double parse(String text) {
    if (!mayBeDecimal(text) || !DECIMAL.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? (Double) (value + 0.0) : null;
  }

  /** Most texts are seen to be no number by their ends, which is cheaper than a pattern. */
  private static boolean mayBeDecimal(String text) {
    return !text.isEmpty()
        && text.length() <= 310
        && text.charAt(0) <= '9'
        && text.charAt(text.length() - 1) <= '9';
  }

  /** The text without what no store takes: NUL, and halves of surrogate pairs. */
  public static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Compact JSON of a plain value. */
  public static String json(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case String text -> quote(out, text);
      case List<?> list -> writeList(out, list);
      case Map<?, ?> map -> writeMap(out, map);
      case null -> out.append("null");
      default -> out.append(value);
    }
  }

  private static void writeList(StringBuilder out, List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(out, list.get(i));
    }
    out.append(']');
  }

  private static void writeMap(StringBuilder out, Map<?, ?> map) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      quote(out, String.valueOf(entry.getKey()));
      out.append(':');
      write(out, entry.getValue());
      if (entries.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        out.append(text, plain, i);
        escape(out, c);
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append("\\u00")
              .append(Character.forDigit(c >> 4, 16))
              .append(Character.forDigit(c & 15, 16));
    }
  }
}
