package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Times out of texts that a pattern of ClickHouse's {@code parseDateTime} describes. Parts that the
 * pattern does not name are those of 1970-01-01 00:00:00; null where the text is another one.
 */
final class TimeReading {
  private static final String KNOWN = "YymdeHiSsf";

  private TimeReading() {}

  static Expression parsed(Arguments arguments) {
    Expression text = arguments.text(0);
    StringBuilder regex = new StringBuilder("(?s)^");
    List<Character> letters = new ArrayList<>();
    read(spread(arguments.constantText(1)), regex, letters, arguments);
    Expression pattern = Expression.text(regex + "$");
    Parts parts = new Parts(text, pattern, letters);
    Expression written = new Expression.Call(Function.CONCAT, parts.iso());
    WallClock clock = new WallClock(arguments.zone(2, text));
    Expression wall = call(Function.AS_WHOLE, call(Function.TO_TIME, written));
    return Types.choose(
        call(Function.MATCHES, text, pattern), clock.instant(wall), Types.none(Type.TIME));
  }

  private static String spread(String pattern) {
    return pattern.replace("%F", "%Y-%m-%d").replace("%T", "%H:%i:%S").replace("%R", "%H:%i");
  }

  private static void read(
      String pattern, StringBuilder regex, List<Character> letters, Arguments arguments) {
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter != '%' || i + 1 == pattern.length()) {
        regex.append(Pattern.quote(String.valueOf(letter)));
        continue;
      }
      i++;
      char meant = pattern.charAt(i) == 's' ? 'S' : pattern.charAt(i);
      if (meant == '%') {
        regex.append('%');
      } else if (KNOWN.indexOf(meant) < 0 || letters.contains(meant)) {
        throw arguments.refused(
            "\"%%%s\" means nothing in parseDateTime, or stands twice; take %%Y %%y %%m %%d %%e %%H %%i"
                    .formatted(meant)
                + " %S %f %F %T %R.");
      } else {
        letters.add(meant);
        regex.append(digits(meant));
      }
    }
  }

  private static String digits(char letter) {
    return switch (letter) {
      case 'Y' -> "([0-9]{4})";
      case 'e' -> " ?([0-9]{1,2})";
      case 'f' -> "([0-9]{1,6})";
      default -> "([0-9]{2})";
    };
  }

  /** What stands for each letter. */
  private record Parts(Expression text, Expression pattern, List<Character> letters) {

    /** {@code 2026-03-01 10:00:00.5}. */
    List<Expression> iso() {
      Expression day = letters.contains('e') ? padded('e') : part('d', "01");
      return List.of(
          year(),
          Expression.text("-"),
          part('m', "01"),
          Expression.text("-"),
          day,
          Expression.text(" "),
          part('H', "00"),
          Expression.text(":"),
          part('i', "00"),
          Expression.text(":"),
          part('S', "00"),
          Expression.text("."),
          part('f', "0"));
    }

    /** Of two digits those from 70 on are of the last century. */
    private Expression year() {
      if (!letters.contains('y')) {
        return part('Y', "1970");
      }
      Expression digits = part('y', "70");
      Expression century =
          Types.choose(
              call(Function.LESS, digits, Expression.text("70")),
              Expression.text("20"),
              Expression.text("19"));
      return call(Function.CONCAT, century, digits);
    }

    private Expression padded(char letter) {
      return call(Function.PAD_START, part(letter, "01"), integer(2), Expression.text("0"));
    }

    private Expression part(char letter, String otherwise) {
      int place = letters.indexOf(letter) + 1;
      return place == 0
          ? Expression.text(otherwise)
          : call(Function.EXTRACT, text, pattern, integer(place));
    }
  }
}
