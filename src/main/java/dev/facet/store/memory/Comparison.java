package dev.facet.store.memory;

import dev.facet.model.Values;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values of one type are equal and which comes first. */
final class Comparison {
  private Comparison() {}

  /**
   * Orders two values that are not null: text by code point, numbers by value, false before true,
   * lists by the first elements that differ, null being the largest.
   */
  static int compare(Object a, Object b) {
    return switch (a) {
      case Long left when b instanceof Long right -> Long.compare(left, right);
      case Number left when b instanceof Number right ->
          Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
      case Boolean left when b instanceof Boolean right -> Boolean.compare(left, right);
      case List<?> left when b instanceof List<?> right -> lists(left, right);
      default -> Arrays.compare(codePoints(a), codePoints(b));
    };
  }

  private static int lists(List<?> left, List<?> right) {
    Comparator<@Nullable Object> elements = nullsLast(false);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int different = elements.compare(left.get(i), right.get(i));
      if (different != 0) {
        return different;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int[] codePoints(Object value) {
    String text = Values.text(value);
    return text == null ? new int[0] : text.codePoints().toArray();
  }

  /** Orders values of which any may be null; nulls are last in both directions. */
  static Comparator<@Nullable Object> nullsLast(boolean descending) {
    return (a, b) -> {
      if (a == null || b == null) {
        return Boolean.compare(a == null, b == null);
      }
      return descending ? compare(b, a) : compare(a, b);
    };
  }

  /** Orders the values of a column as it says. */
  static Comparator<@Nullable Object> of(Plan.Sort.By by) {
    Comparator<@Nullable Object> values = nullsLast(by.descending());
    return (a, b) ->
        by.nullsFirst() && (a == null || b == null)
            ? Boolean.compare(b == null, a == null)
            : values.compare(a, b);
  }

  /** Values that are not null, as {@link #keys} has them. */
  static List<@Nullable Object> present(List<Object> values) {
    return keys(new ArrayList<>(values));
  }

  /** The values in a form whose {@code equals} is equality of values. */
  static List<@Nullable Object> keys(List<@Nullable Object> values) {
    List<@Nullable Object> keys = new ArrayList<>(values.size());
    values.forEach(value -> keys.add(key(value)));
    return keys;
  }

  /** The value in a form whose {@code equals} is equality of values. */
  static @Nullable Object key(@Nullable Object value) {
    return switch (value) {
      case Double number -> (Object) (number + 0.0);
      case List<?> list -> Values.json(list.stream().map(Comparison::unsigned).toList());
      case Map<?, ?> map -> Values.json(map);
      case null -> null;
      default -> value;
    };
  }

  private static @Nullable Object unsigned(@Nullable Object element) {
    return element instanceof Double number ? (Object) (number + 0.0) : element;
  }
}
