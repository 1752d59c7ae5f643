package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Numbers by name; what was not given stays out. */
final class Numbers {
  private final Map<String, Double> values = new TreeMap<>();

  Numbers put(String name, @Nullable Double value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  Numbers putAll(Map<String, Double> more) {
    values.putAll(more);
    return this;
  }

  /** Under a second name too. */
  Numbers also(String name, String second) {
    return put(second, values.get(name));
  }

  Numbers without(String name) {
    values.remove(name);
    return this;
  }

  Numbers rename(String name, String other) {
    return put(other, values.remove(name));
  }

  /**
   * Sums over posts: of nothing 0, but what no post says stays out.
   *
   * @param sources the names that posts have for it
   */
  Numbers sum(String name, List<Reading.Post> posts, String... sources) {
    List<Double> given =
        posts.stream()
            .flatMap(post -> List.of(sources).stream().map(post.metrics()::get))
            .filter(Objects::nonNull)
            .toList();
    return put(name, posts.isEmpty() || !given.isEmpty() ? Numbers.total(given) : null);
  }

  static double total(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The sum of those that are there, null when none is. */
  static @Nullable Double added(@Nullable Double... numbers) {
    @Nullable Double sum = null;
    for (Double number : numbers) {
      if (number != null) {
        sum = sum == null ? number : Double.valueOf(sum + number);
      }
    }
    return sum;
  }

  Map<String, Double> map() {
    return Map.copyOf(values);
  }
}
