package dev.facet.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param total how long the whole list is
 * @param next the offset of the next part; null when there is none
 */
public record Page<T>(List<T> items, long total, @Nullable Long next) {
  public Page {
    items = List.copyOf(items);
  }

  static <T> Page<T> of(List<T> items, long total, long offset) {
    long end = offset + items.size();
    return new Page<>(items, total, end < total && !items.isEmpty() ? (Long) end : null);
  }
}
