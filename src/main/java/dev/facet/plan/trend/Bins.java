package dev.facet.plan.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Equally wide bins between the least and the greatest number, as {@link Function#BIN} has them.
 */
public record Bins(double least, double greatest, int count) {
  private static final BigDecimal BEYOND_LAST = new BigDecimal("0.01");
  private static final int DECIMALS = 2;
  private static final Pattern LABEL = Pattern.compile("\\[(-?[\\d.]{1,40}),(-?[\\d.]{1,40})\\]");

  /**
   * {@code [10,17.5]}: where the bin begins and where the next does; the last reaches a hundredth
   * beyond the greatest number.
   */
  public String label(int bin) {
    BigDecimal from = edge(bin);
    boolean isLast = bin + 1 == count || !(greatest > least);
    BigDecimal to = isLast ? BigDecimal.valueOf(greatest).add(BEYOND_LAST) : edge(bin + 1);
    return "[" + text(from) + "," + text(to) + "]";
  }

  /** A number in the bin of a label; empty when it is none. Labels are rounded: their middle. */
  public static OptionalDouble within(String label) {
    Matcher bounds = LABEL.matcher(label);
    return bounds.matches()
        ? OptionalDouble.of(
            (Double.parseDouble(bounds.group(1)) + Double.parseDouble(bounds.group(2))) / 2)
        : OptionalDouble.empty();
  }

  private BigDecimal edge(int bin) {
    BigDecimal low = BigDecimal.valueOf(least);
    BigDecimal length = BigDecimal.valueOf(greatest).subtract(low);
    BigDecimal width =
        length.divide(BigDecimal.valueOf(count), decimals(length), RoundingMode.HALF_UP);
    return low.add(width.multiply(BigDecimal.valueOf(bin)));
  }

  /** Enough to tell bins apart. */
  private static int decimals(BigDecimal length) {
    return Math.max(10, length.scale() + 10);
  }

  private String text(BigDecimal edge) {
    double width = (greatest - least) / count;
    int more = width > 0 && width < 1 ? (int) Math.ceil(-Math.log10(width)) : 0;
    BigDecimal rounded = edge.setScale(DECIMALS + more, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
