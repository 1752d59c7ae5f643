package dev.facet.store.memory;

import dev.facet.model.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What functions of lists compute. */
final class Lists {
  private static final long MOST = 1_000_000;

  private Lists() {}

  static @Nullable Object element(List<?> list, long place) {
    long index = place < 0 ? list.size() + place : place - 1;
    return index >= 0 && index < list.size() ? list.get((int) index) : null;
  }

  static @Nullable Object slice(List<?> list, long from, long to) {
    if (from <= 0) {
      return null;
    }
    long end = Math.min(to, list.size());
    return from > end ? List.of() : new ArrayList<>(list.subList((int) from - 1, (int) end));
  }

  static long indexOf(List<?> list, Object value) {
    Object key = Comparison.key(value);
    for (int i = 0; i < list.size(); i++) {
      if (Objects.equals(Comparison.key(list.get(i)), key)) {
        return i + 1L;
      }
    }
    return 0;
  }

  private static List<Object> present(List<?> list) {
    List<Object> present = new ArrayList<>();
    for (Object element : list) {
      if (element != null) {
        present.add(element);
      }
    }
    return present;
  }

  static List<Object> distinct(List<?> list) {
    Map<@Nullable Object, Object> seen = new LinkedHashMap<>();
    present(list).forEach(element -> seen.putIfAbsent(Comparison.key(element), element));
    return seen.values().stream().sorted(Comparison::compare).toList();
  }

  static List<@Nullable Object> reverse(List<?> list) {
    List<@Nullable Object> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  static List<@Nullable Object> append(List<@Nullable Object> lists) {
    List<@Nullable Object> all = new ArrayList<>();
    lists.forEach(list -> all.addAll((List<?>) Objects.requireNonNull(list)));
    return all;
  }

  static @Nullable Object sum(List<?> list, Type type) {
    List<Object> present = present(list);
    if (present.isEmpty()) {
      return null;
    }
    if (type == Type.NUMBER) {
      return (Object) present.stream().mapToDouble(v -> ((Number) v).doubleValue()).sum();
    }
    BigInteger sum =
        present.stream()
            .map(value -> BigInteger.valueOf((Long) value))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return sum.bitLength() < Long.SIZE ? (Object) sum.longValue() : null;
  }

  static @Nullable Object min(List<?> list) {
    return present(list).stream().min(Comparison::compare).orElse(null);
  }

  static @Nullable Object max(List<?> list) {
    return present(list).stream().max(Comparison::compare).orElse(null);
  }

  static @Nullable Object range(long from, long until, long step) {
    BigInteger stretch = BigInteger.valueOf(until).subtract(BigInteger.valueOf(from)).abs();
    BigInteger reach = BigInteger.valueOf(step).abs().multiply(BigInteger.valueOf(MOST));
    if (step == 0 || stretch.compareTo(reach) > 0) {
      return null;
    }
    List<Object> range = new ArrayList<>();
    for (long i = 0; step > 0 ? from + i * step < until : from + i * step > until; i++) {
      range.add(from + i * step);
    }
    return range;
  }
}
