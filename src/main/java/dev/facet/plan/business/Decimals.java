package dev.facet.plan.business;

import dev.facet.model.FailureException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Sums as the decimal numbers they are. Engines add with compensation, so that a sum differs from
 * the decimal one behind its 15th digit at most.
 */
final class Decimals {
  static final BigDecimal TWELVE = BigDecimal.valueOf(12);
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final MathContext DIGITS = new MathContext(15);

  private Decimals() {}

  /** A sum or count; nothing is 0. */
  static BigDecimal of(@Nullable Object sum) {
    return switch (sum) {
      case null -> BigDecimal.ZERO;
      case Long whole -> BigDecimal.valueOf(whole);
      case Double number when Double.isFinite(number) -> new BigDecimal(number).round(DIGITS);
      default ->
          throw FailureException.invalid(
              "too_large", null, "The amounts are beyond what can be added up.");
    };
  }

  /** Divided, with more digits than anybody rounds to; 0 when there is nothing to divide by. */
  static BigDecimal divided(BigDecimal number, BigDecimal by) {
    return by.signum() == 0 ? BigDecimal.ZERO : number.divide(by, MathContext.DECIMAL128);
  }

  /** As it is shown, with two decimals, halves away from zero. */
  static double rounded(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_UP).doubleValue();
  }
}
