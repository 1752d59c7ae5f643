package dev.facet.store.sql;

import dev.facet.model.Column;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wanted of each node, by all that use it, and how many do. Equal nodes are one. Filled
 * once, from the top of a plan to the bottom.
 */
final class Needs {
  private final Map<Plan, Set<Wanted>> wanted = new LinkedHashMap<>();
  private final Map<Plan, Integer> uses = new HashMap<>();

  Needs(Plan top) {
    List<Plan> inputsFirst = new ArrayList<>();
    visit(top, inputsFirst);
    for (Column column : top.columns()) {
      wanted(top).add(Wanted.whole(column.name()));
    }
    inputsFirst.reversed().forEach(this::ask);
  }

  /** What the node's rows must have. */
  List<Wanted> of(Plan plan) {
    return List.copyOf(wanted(plan));
  }

  /** The nodes to compute once, inputs before users. */
  List<Plan> shared() {
    return wanted.keySet().stream()
        .filter(plan -> uses.getOrDefault(plan, 0) > 1 && plan.condenses())
        .toList();
  }

  private void visit(Plan plan, List<Plan> inputsFirst) {
    uses.merge(plan, 1, Integer::sum);
    if (uses.getOrDefault(plan, 0) == 1) {
      plan.inputs().forEach(input -> visit(input, inputsFirst));
      inputsFirst.add(plan);
      wanted.put(plan, new LinkedHashSet<>());
    }
  }

  private Set<Wanted> wanted(Plan plan) {
    return wanted.computeIfAbsent(plan, p -> new LinkedHashSet<>());
  }

  private void ask(Plan plan) {
    switch (plan) {
      case Plan.Scan _, Plan.Values _ -> {}
      case Plan.Filter filter -> {
        wanted(filter.input()).addAll(of(filter));
        read(filter.condition(), wanted(filter.input()));
      }
      case Plan.Project project -> askNamed(project, project.expressions(), project.input());
      case Plan.Aggregate aggregate -> askAggregate(aggregate);
      case Plan.Join join -> askJoin(join);
      case Plan.Unnest unnest -> askUnnest(unnest);
      case Plan.Union union -> askUnion(union);
      case Plan.Sort sort -> {
        wanted(sort.input()).addAll(of(sort));
        sort.by().forEach(by -> wanted(sort.input()).add(Wanted.whole(by.column())));
      }
      case Plan.Window window -> askWindow(window);
      case Plan.Limit limit -> wanted(limit.input()).addAll(of(limit));
    }
  }

  private void askNamed(Plan plan, List<Plan.Named> expressions, Plan input) {
    for (Wanted want : of(plan)) {
      expressions.stream()
          .filter(named -> named.name().equals(want.column()))
          .forEach(named -> read(want.from(named.expression()), wanted(input)));
    }
  }

  private void askAggregate(Plan.Aggregate aggregate) {
    Set<Wanted> input = wanted(aggregate.input());
    aggregate.keys().forEach(key -> read(key.expression(), input));
    askNamed(aggregate, aggregate.keys(), aggregate.input());
    for (Aggregation aggregation : aggregate.aggregations()) {
      aggregation.expressions().forEach(expression -> read(expression, input));
    }
  }

  private void askUnnest(Plan.Unnest unnest) {
    Set<Wanted> input = wanted(unnest.input());
    of(unnest).stream().filter(want -> has(unnest.input(), want.column())).forEach(input::add);
    unnest.lists().forEach(list -> read(list.expression(), input));
  }

  private void askWindow(Plan.Window window) {
    Set<Wanted> input = wanted(window.input());
    List<Wanted> own = of(window);
    own.stream().filter(want -> has(window.input(), want.column())).forEach(input::add);
    window.partition().forEach(column -> input.add(Wanted.whole(column)));
    window.order().forEach(by -> input.add(Wanted.whole(by.column())));
    for (Over over : window.over()) {
      if (own.contains(Wanted.whole(over.name()))) {
        over.expressions().forEach(expression -> read(expression, input));
      }
    }
  }

  private void askJoin(Plan.Join join) {
    for (Wanted want : of(join)) {
      wanted(has(join.left(), want.column()) ? join.left() : join.right()).add(want);
    }
    for (Plan.Join.On on : join.on()) {
      wanted(join.left()).add(Wanted.whole(on.left()));
      wanted(join.right()).add(Wanted.whole(on.right()));
    }
    Set<Wanted> compared = new LinkedHashSet<>();
    if (join.condition() != null) {
      read(join.condition(), compared);
    }
    for (Wanted want : compared) {
      wanted(has(join.left(), want.column()) ? join.left() : join.right()).add(want);
    }
  }

  private void askUnion(Plan.Union union) {
    List<String> names = union.columns().stream().map(Column::name).toList();
    for (Wanted want : of(union)) {
      int place = names.indexOf(want.column());
      for (Plan input : union.inputs()) {
        wanted(input).add(want.of(input.columns().get(place).name()));
      }
    }
  }

  static boolean has(Plan plan, String column) {
    return plan.columns().stream().anyMatch(c -> c.name().equals(column));
  }

  /** Adds what the expression reads. */
  private static void read(Expression expression, Set<Wanted> wanted) {
    switch (expression) {
      case Expression.Reference reference -> wanted.add(Wanted.whole(reference.column()));
      case Expression.Property property -> readProperty(property, wanted);
      case Expression.Literal _, Expression.Variable _ -> {}
      case Expression.In _,
          Expression.Bucket _,
          Expression.Steps _,
          Expression.Call _,
          Expression.Each _ ->
          expression.inputs().forEach(input -> read(input, wanted));
    }
  }

  private static void readProperty(Expression.Property property, Set<Wanted> wanted) {
    if (property.object() instanceof Expression.Reference reference) {
      wanted.add(new Wanted(reference.column(), property));
    } else {
      read(Properties.read(property.object(), property.key(), property.type()), wanted);
    }
  }
}
