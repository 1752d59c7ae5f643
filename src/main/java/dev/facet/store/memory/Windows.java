package dev.facet.store.memory;

import dev.facet.model.Column;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values of a row's neighbours beside it. */
final class Windows {
  private Windows() {}

  /**
   * The rows with their new values.
   *
   * @param rows all rows, in the window's order
   * @param pause called now and then
   */
  static List<List<@Nullable Object>> of(
      Window window, List<List<@Nullable Object>> rows, Runnable pause) {
    Evaluator evaluator = new Evaluator(window.input().columns());
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (List<List<@Nullable Object>> part : parts(window, rows)) {
      pause.run();
      List<List<@Nullable Object>> wider = new ArrayList<>();
      part.forEach(row -> wider.add(new ArrayList<>(row)));
      for (Window.Over over : window.over()) {
        append(over, values(over.argument(), part, evaluator), wider);
      }
      all.addAll(wider);
    }
    return all;
  }

  private static Iterable<List<List<@Nullable Object>>> parts(
      Window window, List<List<@Nullable Object>> rows) {
    List<String> columns = window.input().columns().stream().map(Column::name).toList();
    Map<List<@Nullable Object>, List<List<@Nullable Object>>> parts = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> key = new ArrayList<>();
      window.partition().forEach(name -> key.add(row.get(columns.indexOf(name))));
      parts.computeIfAbsent(Comparison.keys(key), k -> new ArrayList<>()).add(row);
    }
    return parts.values();
  }

  private static List<@Nullable Object> values(
      @Nullable Expression argument, List<List<@Nullable Object>> rows, Evaluator evaluator) {
    List<@Nullable Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      values.add(argument == null ? null : evaluator.value(argument, row));
    }
    return values;
  }

  private static void append(
      Window.Over over, List<@Nullable Object> values, List<List<@Nullable Object>> rows) {
    switch (over.kind()) {
      case PREVIOUS -> {
        for (int i = 0; i < rows.size(); i++) {
          rows.get(i).add(i == 0 ? null : values.get(i - 1));
        }
      }
      case MAX_BEFORE -> {
        @Nullable Object best = null;
        for (int i = 0; i < rows.size(); i++) {
          rows.get(i).add(best);
          best = better(best, values.get(i), 1);
        }
      }
      case MIN_AFTER -> {
        @Nullable Object best = null;
        for (int i = rows.size() - 1; i >= 0; i--) {
          rows.get(i).add(best);
          best = better(best, values.get(i), -1);
        }
      }
      case ROW_NUMBER -> {
        for (int i = 0; i < rows.size(); i++) {
          rows.get(i).add((long) i + 1);
        }
      }
    }
  }

  /** Of two values the one that is, not being null, the larger (sign 1) or the smaller (-1). */
  private static @Nullable Object better(@Nullable Object one, @Nullable Object other, int sign) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Integer.signum(Comparison.compare(other, one)) == sign ? other : one;
  }
}
