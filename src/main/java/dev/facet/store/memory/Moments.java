package dev.facet.store.memory;

import dev.facet.plan.Aggregation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How numbers scatter, and how pairs of numbers do together; of single numbers both sides are one.
 *
 * @param together the sum over all pairs of the product of their distances to the means
 */
record Moments(long count, double ofFirst, double ofSecond, double together) {

  /** Grows the means value by value, so that equal values do not scatter at all. */
  static Moments of(List<List<Object>> tuples) {
    double firstMean = 0;
    double secondMean = 0;
    double ofFirst = 0;
    double ofSecond = 0;
    double together = 0;
    long count = 0;
    for (List<Object> tuple : tuples) {
      count++;
      double first = ((Number) tuple.getFirst()).doubleValue();
      double second = ((Number) tuple.getLast()).doubleValue();
      double firstMove = first - firstMean;
      double secondMove = second - secondMean;
      firstMean += firstMove / count;
      secondMean += secondMove / count;
      ofFirst += firstMove * (first - firstMean);
      ofSecond += secondMove * (second - secondMean);
      together += firstMove * (second - secondMean);
    }
    return new Moments(count, ofFirst, ofSecond, together);
  }

  @Nullable Double get(Aggregation.Kind kind) {
    boolean sample =
        kind == Aggregation.Kind.STDDEV_SAMP
            || kind == Aggregation.Kind.VAR_SAMP
            || kind == Aggregation.Kind.COVAR_SAMP;
    long divisor = sample ? count - 1 : count;
    if (divisor <= 0) {
      return null;
    }
    return switch (kind) {
      case STDDEV_POP, STDDEV_SAMP -> Math.sqrt(ofFirst / divisor);
      case VAR_POP, VAR_SAMP -> ofFirst / divisor;
      case COVAR_POP, COVAR_SAMP -> together / divisor;
      case CORR -> {
        double spread = Math.sqrt(ofFirst / count) * Math.sqrt(ofSecond / count);
        yield spread == 0 ? null : (Double) (together / divisor / spread);
      }
      default -> throw new IllegalArgumentException(kind + " is no moment");
    };
  }
}
