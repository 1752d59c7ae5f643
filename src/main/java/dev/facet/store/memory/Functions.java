package dev.facet.store.memory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.facet.model.Micros;
import dev.facet.plan.Function;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What each function of plans computes. */
final class Functions {
  private Functions() {}

  /** The result; arguments of functions that pass nulls on are not null here. */
  static @Nullable Object apply(Function function, List<@Nullable Object> arguments) {
    return switch (function) {
      case EQUAL -> compare(arguments) == 0;
      case LESS -> compare(arguments) < 0;
      case LESS_OR_EQUAL -> compare(arguments) <= 0;
      case AND -> firstOf(false, arguments);
      case OR -> firstOf(true, arguments);
      case NOT -> Boolean.FALSE.equals(arguments.get(0));
      case IS_NULL -> arguments.get(0) == null;
      case COALESCE -> arguments.stream().filter(Objects::nonNull).findFirst().orElse(null);
      case IF -> Boolean.TRUE.equals(arguments.get(0)) ? arguments.get(1) : arguments.get(2);
      case ADD -> whole(BigInteger::add, arguments);
      case SUBTRACT -> whole(BigInteger::subtract, arguments);
      case SECONDS -> whole(arguments, 0) / Micros.SECOND;
      case DIVIDE -> divide(number(arguments, 0), number(arguments, 1));
      case BIN ->
          bin(
              number(arguments, 0),
              number(arguments, 1),
              number(arguments, 2),
              whole(arguments, 3));
      case TO_TEXT -> Long.toString(whole(arguments, 0));
      case TO_NUMBER -> number(arguments, 0);
      case CONTAINS_IGNORE_CASE ->
          lowerCase(text(arguments, 0)).contains(lowerCase(text(arguments, 1)));
      case MATCHES -> matches(text(arguments, 0), text(arguments, 1));
      case TRIM_URL -> trimUrl(text(arguments, 0));
      case TRIM_SLASH -> trimSlash(text(arguments, 0));
      case REPLACE_MATCHES -> replace(text(arguments, 0), text(arguments, 1), text(arguments, 2));
      case TO_TIME -> Times.parse(text(arguments, 0));
    };
  }

  private static int compare(List<@Nullable Object> arguments) {
    return Comparison.compare(
        Objects.requireNonNull(arguments.get(0)), Objects.requireNonNull(arguments.get(1)));
  }

  private static String text(List<@Nullable Object> arguments, int i) {
    return (String) Objects.requireNonNull(arguments.get(i));
  }

  private static long whole(List<@Nullable Object> arguments, int i) {
    return (Long) Objects.requireNonNull(arguments.get(i));
  }

  private static double number(List<@Nullable Object> arguments, int i) {
    return ((Number) Objects.requireNonNull(arguments.get(i))).doubleValue();
  }

  /** The whole result, null when it takes more than 64 bits. */
  private static @Nullable Long whole(
      BinaryOperator<BigInteger> operator, List<@Nullable Object> arguments) {
    BigInteger result =
        operator.apply(
            BigInteger.valueOf(whole(arguments, 0)), BigInteger.valueOf(whole(arguments, 1)));
    return result.bitLength() < Long.SIZE ? (Long) result.longValue() : null;
  }

  /** {@code decisive} when an argument is it, its opposite when all are that, else null. */
  private static @Nullable Boolean firstOf(boolean decisive, List<@Nullable Object> arguments) {
    if (arguments.contains(decisive)) {
      return decisive;
    }
    return arguments.contains(null) ? null : (Boolean) !decisive;
  }

  private static @Nullable Double divide(double dividend, double divisor) {
    return divisor == 0 ? null : (Double) (dividend / divisor);
  }

  private static long bin(double number, double least, double greatest, long count) {
    double width = (greatest - least) / count;
    return width > 0 && Double.isFinite(width)
        ? Math.min(count - 1, (long) Math.floor((number - least) / width))
        : 0;
  }

  private static String lowerCase(String text) {
    return text.codePoints()
        .map(c -> isOfUnicode16(c) ? c : Character.toLowerCase(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Capital letters that came with Unicode 16: Java knows them, other engines not yet. */
  private static boolean isOfUnicode16(int c) {
    return switch (c) {
      case 0x1C89, 0xA7CB, 0xA7CC, 0xA7DA, 0xA7DC -> true;
      default -> c >= 0x10D50 && c <= 0x10D65;
    };
  }

  private static boolean matches(String text, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException malformed) {
      return false;
    }
  }

  private static String trimSlash(String text) {
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static String replace(String text, String pattern, String replacement) {
    try {
      return Pattern.compile(pattern)
          .matcher(text)
          .replaceAll(Matcher.quoteReplacement(replacement));
    } catch (PatternSyntaxException malformed) {
      return text;
    }
  }

  private static String trimUrl(String text) {
    int end = text.length();
    while (end > 0 && "/?#".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
