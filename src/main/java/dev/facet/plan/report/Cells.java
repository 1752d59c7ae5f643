package dev.facet.plan.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The order of values in a column: as engines have it, nulls last in both directions. */
final class Cells {
  private Cells() {}

  static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return descending ? present(b, a) : present(a, b);
  }

  private static int present(Object a, Object b) {
    return switch (a) {
      case Long left when b instanceof Long right -> Long.compare(left, right);
      case Number left when b instanceof Number right ->
          Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
      case Boolean left when b instanceof Boolean right -> Boolean.compare(left, right);
      default ->
          Arrays.compare(a.toString().codePoints().toArray(), b.toString().codePoints().toArray());
    };
  }
}
