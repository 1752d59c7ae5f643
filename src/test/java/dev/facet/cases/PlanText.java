package dev.facet.cases;

import dev.facet.plan.Expression;
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
    inputs(plan).forEach(input -> write(input, depth + 1));
  }

  private static List<Plan> inputs(Plan plan) {
    return switch (plan) {
      case Plan.Scan ignored -> List.of();
      case Plan.Values ignored -> List.of();
      case Plan.Filter filter -> List.of(filter.input());
      case Plan.Project project -> List.of(project.input());
      case Plan.Aggregate aggregate -> List.of(aggregate.input());
      case Plan.Join join -> List.of(join.left(), join.right());
      case Plan.Union union -> union.inputs();
      case Plan.Sort sort -> List.of(sort.input());
      case Plan.Window window -> List.of(window.input());
      case Plan.Limit limit -> List.of(limit.input());
    };
  }

  private static String head(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan -> "scan " + scan.dataset().name();
      case Plan.Values values -> "values " + values.rows();
      case Plan.Filter filter -> "filter " + text(filter.condition());
      case Plan.Project project -> "project " + named(project.expressions());
      case Plan.Aggregate a -> "aggregate [" + named(a.keys()) + "] " + aggregations(a);
      case Plan.Join join -> join.kind() + " join " + join.on();
      case Plan.Union ignored -> "union";
      case Plan.Sort sort -> "sort " + sort.by();
      case Plan.Window window ->
          "window by " + window.partition() + " in " + window.order() + " " + over(window);
      case Plan.Limit limit -> "limit " + limit.count() + " after " + limit.offset();
    };
  }

  private static String named(List<Plan.Named> named) {
    return named.stream()
        .map(n -> n.name() + " = " + text(n.expression()))
        .collect(Collectors.joining(", "));
  }

  private static String over(Plan.Window window) {
    return window.over().stream()
        .map(
            over -> {
              Expression argument = over.argument();
              String of = argument == null ? "" : text(argument);
              return over.name() + " = " + over.kind() + "(" + of + ")";
            })
        .collect(Collectors.joining(", "));
  }

  private static String aggregations(Plan.Aggregate aggregate) {
    return aggregate.aggregations().stream()
        .map(
            a ->
                a.name()
                    + " = "
                    + a.kind()
                    + "("
                    + (a.argument() == null ? "*" : text(a.argument()))
                    + (a.level() == 0 ? "" : ", " + a.level())
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private static String text(Expression expression) {
    return switch (expression) {
      case Expression.Reference reference -> reference.column();
      case Expression.Literal literal ->
          literal.value() instanceof String s ? "'" + s + "'" : String.valueOf(literal.value());
      case Expression.Property p -> text(p.object()) + "." + p.key() + ":" + p.type();
      case Expression.In in -> text(in.value()) + " in " + in.options();
      case Expression.Bucket b -> "bucket(" + text(b.time()) + ", " + b.buckets().runs() + ")";
      case Expression.Call call ->
          call.function()
              + call.arguments().stream()
                  .map(PlanText::text)
                  .collect(Collectors.joining(", ", "(", ")"));
    };
  }
}
