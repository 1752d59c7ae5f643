package dev.facet.plan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermTest {
  private static final int NUMBERS = 200_000;

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(15)).doubleValue() + 0.0;
  }

  @Test
  void numbers_are_rounded_to_15_digits_whether_they_are_money_or_not() {
    Random random = new Random(5);
    for (int i = 0; i < NUMBERS; i++) {
      double money = Math.round(random.nextGaussian() * Math.pow(10, random.nextInt(17))) / 100.0;
      double noise =
          switch (i % 4) {
            case 0 -> money;
            case 1 -> Math.nextUp(money);
            case 2 -> money / 3;
            default -> money + 0.1 + 0.2;
          };
      assertThat(Term.decimal(noise)).as("%s", noise).isEqualTo(rounded(noise));
    }
    assertThat(1 / Term.decimal(-0.0)).isPositive();
    assertThat(Term.decimal(0.1 + 0.2)).isEqualTo(0.3);
    assertThat(Term.decimal(Double.NaN)).isZero();
    assertThat(Term.decimal(Double.POSITIVE_INFINITY)).isZero();
  }
}
