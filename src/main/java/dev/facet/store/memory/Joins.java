package dev.facet.store.memory;

import dev.facet.model.Column;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the rows of two sides together. Used for one join. */
final class Joins {
  private final Plan.Join join;
  private final int[] leftPlaces;
  private final int[] rightPlaces;
  private final @Nullable Evaluator condition;
  private final List<List<@Nullable Object>> joined = new ArrayList<>();

  private Joins(Plan.Join join) {
    this.join = join;
    this.leftPlaces = places(join.left(), join.on().stream().map(Plan.Join.On::left).toList());
    this.rightPlaces = places(join.right(), join.on().stream().map(Plan.Join.On::right).toList());
    List<Column> both = new ArrayList<>(join.left().columns());
    both.addAll(join.right().columns());
    this.condition = join.condition() == null ? null : new Evaluator(both);
  }

  /**
   * The rows of the join.
   *
   * @param pause called now and then
   */
  static List<List<@Nullable Object>> of(
      Plan.Join join,
      List<List<@Nullable Object>> left,
      List<List<@Nullable Object>> right,
      Runnable pause) {
    return new Joins(join).of(left, right, pause);
  }

  private List<List<@Nullable Object>> of(
      List<List<@Nullable Object>> left, List<List<@Nullable Object>> right, Runnable pause) {
    Map<List<@Nullable Object>, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < right.size(); i++) {
      places.computeIfAbsent(key(right.get(i), rightPlaces), key -> new ArrayList<>()).add(i);
    }
    boolean[] met = new boolean[right.size()];
    for (List<@Nullable Object> row : left) {
      pause.run();
      List<List<@Nullable Object>> pairs = new ArrayList<>();
      for (int place : partners(row, places)) {
        List<@Nullable Object> pair = concat(row, right.get(place));
        if (holds(pair)) {
          met[place] = true;
          pairs.add(pair);
        }
      }
      addLeft(row, pairs);
    }
    boolean keepsRight = join.kind() == Plan.Join.Kind.RIGHT || join.kind() == Plan.Join.Kind.FULL;
    for (int i = 0; keepsRight && i < met.length; i++) {
      if (!met[i]) {
        joined.add(concat(nulls(join.left()), right.get(i)));
      }
    }
    return joined;
  }

  private List<Integer> partners(
      List<@Nullable Object> row, Map<List<@Nullable Object>, List<Integer>> places) {
    List<@Nullable Object> key = key(row, leftPlaces);
    boolean equalsNothing = !join.nullsEqual() && key.contains(null);
    return equalsNothing ? List.of() : places.getOrDefault(key, List.of());
  }

  private boolean holds(List<@Nullable Object> pair) {
    Expression expression = join.condition();
    return expression == null
        || condition == null
        || Boolean.TRUE.equals(condition.value(expression, pair));
  }

  private void addLeft(List<@Nullable Object> row, List<List<@Nullable Object>> pairs) {
    switch (join.kind()) {
      case INNER, RIGHT -> joined.addAll(pairs);
      case LEFT, FULL ->
          joined.addAll(pairs.isEmpty() ? List.of(concat(row, nulls(join.right()))) : pairs);
      case SEMI -> joined.addAll(pairs.isEmpty() ? List.of() : List.of(row));
      case ANTI -> joined.addAll(pairs.isEmpty() ? List.of(row) : List.of());
    }
  }

  private static List<@Nullable Object> nulls(Plan side) {
    List<@Nullable Object> nulls = new ArrayList<>();
    side.columns().forEach(column -> nulls.add(null));
    return nulls;
  }

  static int[] places(Plan plan, List<String> names) {
    List<String> columns = plan.columns().stream().map(Column::name).toList();
    return names.stream().mapToInt(columns::indexOf).toArray();
  }

  private static List<@Nullable Object> key(List<@Nullable Object> row, int[] places) {
    List<@Nullable Object> key = new ArrayList<>(places.length);
    for (int place : places) {
      key.add(row.get(place));
    }
    return Comparison.keys(key);
  }

  private static List<@Nullable Object> concat(
      List<@Nullable Object> left, List<@Nullable Object> right) {
    List<@Nullable Object> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }
}
