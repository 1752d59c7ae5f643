package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers, quoted texts and f-strings. */
final class HogqlLiterals {
  private HogqlLiterals() {}

  /** A whole number that fits 64 bits as a Long, any other as a Double, null when infinite. */
  static @Nullable Number number(String text) {
    if (text.startsWith("0x") || text.startsWith("0X")) {
      return hexadecimal(text.substring(2));
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() <= 18) {
      return Long.valueOf(text);
    }
    return decimal(text);
  }

  private static @Nullable Number hexadecimal(String digits) {
    return digits.length() > 15 ? null : (Number) Long.valueOf(digits, 16);
  }

  private static @Nullable Number decimal(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWhole) {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? (Number) value : null;
    }
  }

  /** What stands between the quotes of a token, escapes resolved. */
  static String unquote(String token) {
    return unescape(token.substring(1, token.length() - 1), token.charAt(0));
  }

  private static String unescape(String text, char quote) {
    if (text.indexOf('\\') < 0 && text.indexOf(quote) < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        escaped(out, text.charAt(++i));
      } else {
        out.append(c);
        // a quote is doubled
        i += c == quote ? 1 : 0;
      }
    }
    return out.toString();
  }

  /** ClickHouse keeps the backslash before a letter that stands for nothing. */
  private static void escaped(StringBuilder out, char c) {
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case '0' -> out.append('\0');
      case 'a' -> out.append('\u0007');
      case 'v' -> out.append('\u000B');
      case '\\', '\'', '"', '`', '/', '=', '{' -> out.append(c);
      default -> out.append('\\').append(c);
    }
  }

  /** The parts of {@code f'text {expression} …'}: constants and what the braces hold. */
  static List<Syntax> template(String token, Place start, HogqlReading reading) {
    List<Syntax> parts = new ArrayList<>();
    String text = token.substring(2, token.length() - 1);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        addText(parts, text.substring(from, i), start);
        int end = closing(text, i);
        parts.add(expression(text.substring(i + 1, end), at(start, text, i + 1), reading));
        i = end;
        from = end + 1;
      }
    }
    addText(parts, text.substring(from), start);
    return parts;
  }

  private static void addText(List<Syntax> parts, String text, Place place) {
    if (!text.isEmpty()) {
      parts.add(new Constant(unescape(text, '\''), place));
    }
  }

  private static Syntax expression(String text, Place place, HogqlReading reading) {
    return HogqlText.expression(text, reading.path(), place, reading.depth() + 1);
  }

  /** Where the brace that opens at {@code open} closes; the lexer saw that it does. */
  private static int closing(String text, int open) {
    int level = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        level++;
      } else if (!quoted && c == '}' && --level == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** The place of a character of the text between the quotes of an f-string. */
  private static Place at(Place start, String text, int index) {
    int line = start.line();
    int column = start.column() + 2;
    for (int i = 0; i < index; i++) {
      boolean broken = text.charAt(i) == '\n';
      line += broken ? 1 : 0;
      column = broken ? 1 : column + 1;
    }
    return new Place(line, column, start.path());
  }
}
