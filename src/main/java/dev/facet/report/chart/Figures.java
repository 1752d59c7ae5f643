package dev.facet.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
  private static final String[] THOUSANDS = {"", "K", "M", "B", "T"};

  private Figures() {}

  /** In full: 1,234.5. */
  static String full(double value) {
    return format("#,##0.##", value);
  }

  /** Short enough for an axis: 12.5K. */
  static String compact(double value) {
    double rest = value;
    int power = 0;
    while (Math.abs(rest) >= 999.95 && power < THOUSANDS.length - 1) {
      rest /= 1000;
      power++;
    }
    String pattern = Math.abs(rest) < 0.095 && power == 0 ? "#,##0.####" : "#,##0.#";
    return format(pattern, rest) + THOUSANDS[power];
  }

  /** A share of 1. */
  static String percent(double share) {
    return format("#,##0.#", share * 100) + "%";
  }

  static String signedPercent(double share) {
    return (share > 0 ? "+" : "") + percent(share);
  }

  /** A length of time in its largest two units. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return format("0.#", seconds) + " s";
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return pair(whole, 60, " min ", 1, " s");
    }
    return whole < 86_400
        ? pair(whole, 3600, " h ", 60, " min")
        : pair(whole, 86_400, " d ", 3600, " h");
  }

  private static String pair(long whole, long large, String name, long small, String smallName) {
    long rest = whole % large / small;
    return whole / large + (rest == 0 ? name.stripTrailing() : name + rest + smallName);
  }

  private static String format(String pattern, double value) {
    DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text =
        Double.isFinite(value) ? format.format(BigDecimal.valueOf(value)) : String.valueOf(value);
    return text.equals("-0") ? "0" : text;
  }
}
