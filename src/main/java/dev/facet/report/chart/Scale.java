package dev.facet.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The numbers an axis runs over, with round ticks. */
record Scale(double low, double high, double step) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /**
   * Holds both numbers and zero.
   *
   * @param whole only whole numbers are measured
   * @param parts about how many ticks there are
   */
  static Scale of(double least, double most, boolean whole, int parts) {
    double low = Math.min(0, least);
    double high = Math.max(0, most);
    if (high - low <= 0) {
      high = 1;
    }
    double step = step((high - low) / Math.max(1, parts));
    if (whole && step < 1) {
      step = 1;
    }
    return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double each : ROUND) {
      if (each * power >= rough * 0.999) {
        return each * power;
      }
    }
    return 10 * power;
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2 && i < 100; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** Where a number lies between both ends, from 0 to 1. */
  double part(double value) {
    return (value - low) / (high - low);
  }
}
