package dev.facet.store.memory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What functions of numbers compute. */
final class Numbers {
  private static final int LONGEST = 310;
  private static final int FIRST_EXPONENT = 21;
  private static final int LEAST_EXPONENT = -6;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

  private Numbers() {}

  /** Whole of whole numbers, null when it takes more than 64 bits; else a number. */
  static @Nullable Object arithmetic(
      Arguments arguments, BinaryOperator<BigInteger> whole, DoubleBinaryOperator number) {
    return arguments.areWhole()
        ? fitting(
            whole.apply(
                BigInteger.valueOf(arguments.whole(0)), BigInteger.valueOf(arguments.whole(1))))
        : (Object) number.applyAsDouble(arguments.number(0), arguments.number(1));
  }

  private static @Nullable Object fitting(BigInteger result) {
    return result.bitLength() < Long.SIZE ? (Object) result.longValue() : null;
  }

  static @Nullable Object quotient(Arguments arguments) {
    return arguments.whole(1) == 0 ? null : arithmetic(arguments, BigInteger::divide, (a, b) -> 0);
  }

  static @Nullable Object remainder(Arguments arguments) {
    return arguments.number(1) == 0
        ? null
        : arithmetic(arguments, BigInteger::remainder, (a, b) -> a % b);
  }

  static @Nullable Object absolute(Object value) {
    return value instanceof Long whole
        ? fitting(BigInteger.valueOf(whole).abs())
        : (Object) Math.abs((Double) value);
  }

  static @Nullable Object whole(double number) {
    double cut = number < 0 ? Math.ceil(number) : Math.floor(number);
    return cut >= -0x1p63 && cut < 0x1p63 ? (Object) (long) cut : null;
  }

  static @Nullable Object parse(String text) {
    String digits = strip(text);
    return text.codePointCount(0, text.length()) <= LONGEST && DECIMAL.matcher(digits).matches()
        ? (Object) Double.parseDouble(digits)
        : null;
  }

  private static String strip(String text) {
    return Texts.trimEnd(Texts.trimStart(text, " \t\n\r"), " \t\n\r");
  }

  static @Nullable Object parseWhole(String text) {
    return WHOLE.matcher(text).matches() ? fitting(new BigInteger(text)) : null;
  }

  /** The number as JSON has it: in digits from 10^-6 until 10^21, else with an exponent. */
  static String json(double number) {
    BigDecimal value = new BigDecimal(Double.toString(Math.abs(number)));
    String digits = value.stripTrailingZeros().unscaledValue().toString();
    int point = value.stripTrailingZeros().precision() - value.stripTrailingZeros().scale();
    String sign = Math.copySign(1, number) < 0 ? "-" : "";
    if (value.signum() == 0) {
      return sign + "0.0";
    }
    if (point > LEAST_EXPONENT && point <= FIRST_EXPONENT) {
      String plain = value.stripTrailingZeros().toPlainString();
      return sign + (plain.contains(".") ? plain : plain + ".0");
    }
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + fraction + "e" + (point - 1);
  }

  static @Nullable Object text(double number) {
    String json = json(Double.isFinite(number) ? number : 0);
    return Double.isFinite(number)
        ? json.endsWith(".0") ? json.substring(0, json.length() - 2) : json
        : null;
  }

  static String hex(long number) {
    return Long.toHexString(number).toUpperCase(Locale.ROOT);
  }
}
