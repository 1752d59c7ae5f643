package dev.facet.cases;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan as an indented tree, for reading. A node that stands in several places is written once and
 * then named.
 */
final class PlanText {
  private final StringBuilder out = new StringBuilder();
  private final Map<Plan, Integer> seen = new HashMap<>();

  static String of(Plan plan) {
    PlanText text = new PlanText();
    text.write(plan, 0);
    return text.out.toString();
  }

  private void write(Plan plan, int depth) {
    out.append("  ".repeat(depth));
    Integer number = seen.putIfAbsent(plan, seen.size() + 1);
    if (number != null) {
      out.append("again #").append(number).append('\n');
      return;
    }
    out.append('#').append(seen.get(plan)).append(' ').append(head(plan)).append('\n');
    plan.inputs().forEach(input -> write(input, depth + 1));
  }

  private static String head(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan -> "scan " + scan.dataset().name();
      case Plan.Values values -> "values " + values.rows();
      case Plan.Filter filter -> "filter " + text(filter.condition());
      case Plan.Project project -> "project " + named(project.expressions());
      case Plan.Aggregate a -> "aggregate [" + named(a.keys()) + "] " + aggregations(a);
      case Plan.Join join ->
          join.kind()
              + " join "
              + join.on()
              + (join.condition() == null ? "" : " if " + text(join.condition()));
      case Plan.Unnest unnest ->
          (unnest.outer() ? "outer unnest " : "unnest ") + named(unnest.lists());
      case Plan.Union ignored -> "union";
      case Plan.Sort sort -> "sort " + order(sort.by());
      case Plan.Window window ->
          "window by " + window.partition() + " in " + order(window.order()) + " " + over(window);
      case Plan.Limit limit -> "limit " + limit.count() + " after " + limit.offset();
    };
  }

  private static String named(List<Plan.Named> named) {
    return named.stream()
        .map(n -> n.name() + " = " + text(n.expression()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> order(List<Plan.Sort.By> order) {
    return order.stream()
        .map(
            by ->
                "By[column="
                    + by.column()
                    + ", descending="
                    + by.descending()
                    + (by.nullsFirst() ? ", nullsFirst]" : "]"))
        .toList();
  }

  private static String over(Plan.Window window) {
    return window.over().stream()
        .map(
            over ->
                switch (over) {
                  case Over.Position position -> position.name() + " = " + position.kind();
                  case Over.Tile tile -> tile.name() + " = TILE(" + tile.parts() + ")";
                  case Over.Neighbour one ->
                      one.name() + " = " + text(one.value()) + " at " + one.offset();
                  case Over.Nth nth ->
                      nth.name() + " = " + text(nth.value()) + " of " + nth.place() + nth.frame();
                  case Over.Sum sum -> aggregation(sum.aggregation()) + " over " + sum.frame();
                })
        .collect(Collectors.joining(", "));
  }

  private static String aggregations(Plan.Aggregate aggregate) {
    return aggregate.aggregations().stream()
        .map(PlanText::aggregation)
        .collect(Collectors.joining(", "));
  }

  private static String aggregation(Aggregation a) {
    String arguments =
        a.arguments().isEmpty()
            ? "*"
            : a.arguments().stream().map(PlanText::text).collect(Collectors.joining(", "));
    String levels = a.levels().stream().map(level -> ", " + level).collect(Collectors.joining());
    String distinct = a.distinct() ? "DISTINCT " : "";
    String condition = a.condition() == null ? "" : " if " + text(a.condition());
    return a.name() + " = " + a.kind() + "(" + distinct + arguments + levels + ")" + condition;
  }

  private static String text(Expression expression) {
    return switch (expression) {
      case Expression.Reference reference -> reference.column();
      case Expression.Literal literal ->
          literal.value() instanceof String s ? "'" + s + "'" : String.valueOf(literal.value());
      case Expression.Property p -> text(p.object()) + "." + p.key() + ":" + p.type();
      case Expression.In in -> text(in.value()) + " in " + in.options();
      case Expression.Bucket b -> "bucket(" + text(b.time()) + ", " + b.buckets().runs() + ")";
      case Expression.Steps steps -> "steps(" + text(steps.value()) + ", " + steps.starts() + ")";
      case Expression.Variable variable -> variable.name();
      case Expression.Each each ->
          each.kind()
              + each.inputs().stream()
                  .map(PlanText::text)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Expression.Call call ->
          call.function()
              + call.arguments().stream()
                  .map(PlanText::text)
                  .collect(Collectors.joining(", ", "(", ")"));
    };
  }
}
