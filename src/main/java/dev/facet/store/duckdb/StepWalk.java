package dev.facet.store.duckdb;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.StepMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * DuckDB's SQL of {@link dev.facet.plan.Function#STEPS_REACHED}: a list of whole numbers is carried
 * from row to row. For each step it holds when the way to it began, then for each step when it was
 * reached, at last whether the walk is over.
 *
 * @param steps how many there are
 */
record StepWalk(int steps, Set<StepMode> modes) {

  static String template(Expression.Call call) {
    return new StepWalk(
            (int) whole(call.arguments().get(3)), StepMode.of(whole(call.arguments().get(4))))
        .sql();
  }

  private static long whole(Expression expression) {
    return expression instanceof Expression.Literal(Object value, Type _)
            && value instanceof Long whole
        ? whole
        : 0;
  }

  private String sql() {
    return "CASE WHEN @0 IS NOT NULL AND @1 IS NOT NULL THEN len(list_filter(list_slice(list_reduce("
        + "list_transform(list_zip(@0, @1), lambda z: [z[1], z[2]]), lambda s, e: CASE WHEN s["
        + (2 * steps + 1)
        + "] IS NOT NULL THEN s"
        + ends()
        + " ELSE ["
        + each(this::began)
        + ", "
        + each(this::reached)
        + ", NULL] END, CAST(["
        + each(k -> "NULL, NULL")
        + ", NULL] AS BIGINT[])), 1, "
        + steps
        + "), lambda x: x IS NOT NULL)) END";
  }

  private String each(IntFunction<String> part) {
    return IntStream.rangeClosed(1, steps).mapToObj(part).collect(Collectors.joining(", "));
  }

  private static String meets(int step) {
    return "(e[2] & " + (1L << (step - 1)) + ") <> 0";
  }

  private String began(int step) {
    return step == 1
        ? "CASE WHEN " + meets(1) + " THEN e[1] ELSE s[1] END"
        : "CASE WHEN %s THEN s[%d] ELSE s[%d] END".formatted(follows(step), step - 1, step);
  }

  private String reached(int step) {
    String condition = step == 1 ? meets(1) : follows(step);
    return "CASE WHEN %s THEN e[1] ELSE s[%d] END".formatted(condition, steps + step);
  }

  private String follows(int step) {
    String inWindow = "%s AND CAST(e[1] AS HUGEINT) - s[%d] <= @2".formatted(meets(step), step - 1);
    return modes.contains(StepMode.INCREASE)
        ? "%s AND s[%d] < e[1]".formatted(inWindow, steps + step - 1)
        : inWindow;
  }

  /** Rows that end the walk before they are looked at. */
  private String ends() {
    List<String> ends = new ArrayList<>();
    for (int step = 2; step <= steps; step++) {
      if (modes.contains(StepMode.DEDUPLICATION)) {
        ends.add("%s AND s[%d] IS NOT NULL".formatted(meets(step), step));
      }
      if (modes.contains(StepMode.ORDER)) {
        ends.add("s[1] IS NOT NULL AND %s AND s[%d] IS NULL".formatted(meets(step), step - 1));
      }
    }
    if (modes.contains(StepMode.ORDER)) {
      ends.add("s[1] IS NOT NULL AND e[2] = 0");
    }
    return ends.isEmpty()
        ? ""
        : " WHEN " + String.join(" OR ", ends) + " THEN s[1:" + 2 * steps + "] || [1]";
  }
}
