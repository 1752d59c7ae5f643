package dev.facet.store.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values a function is applied to, read as what they are. */
record Arguments(List<@Nullable Object> values) {

  Object present(int i) {
    return Objects.requireNonNull(values.get(i));
  }

  String text(int i) {
    return (String) present(i);
  }

  long whole(int i) {
    return (Long) present(i);
  }

  double number(int i) {
    return ((Number) present(i)).doubleValue();
  }

  List<?> list(int i) {
    return (List<?>) present(i);
  }

  boolean areWhole() {
    return values.stream().allMatch(Long.class::isInstance);
  }
}
