package dev.facet.plan.rule;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Nodes with parts of them replaced. What stays as it was stays the same object. */
public final class Nodes {
  private Nodes() {}

  /** The same node over other inputs. */
  public static Plan over(Plan plan, List<Plan> inputs) {
    List<Plan> before = plan.inputs();
    boolean same = true;
    for (int i = 0; same && i < inputs.size(); i++) {
      same = inputs.get(i) == before.get(i);
    }
    if (same) {
      return plan;
    }
    return switch (plan) {
      case Plan.Scan _, Plan.Values _ -> plan;
      case Plan.Filter filter -> new Plan.Filter(inputs.getFirst(), filter.condition());
      case Plan.Project project -> new Plan.Project(inputs.getFirst(), project.expressions());
      case Plan.Aggregate a -> new Plan.Aggregate(inputs.getFirst(), a.keys(), a.aggregations());
      case Plan.Join join -> over(join, inputs.getFirst(), inputs.getLast());
      case Plan.Unnest u -> new Plan.Unnest(inputs.getFirst(), u.lists(), u.index(), u.outer());
      case Plan.Union _ -> new Plan.Union(inputs);
      case Plan.Sort sort -> new Plan.Sort(inputs.getFirst(), sort.by());
      case Plan.Window w -> new Plan.Window(inputs.getFirst(), w.partition(), w.order(), w.over());
      case Plan.Limit limit -> new Plan.Limit(inputs.getFirst(), limit.count(), limit.offset());
    };
  }

  static Plan.Join over(Plan.Join join, Plan left, Plan right) {
    return new Plan.Join(join.kind(), left, right, join.on(), join.nullsEqual(), join.condition());
  }

  /** The same node with each of its expressions changed. */
  public static Plan mapped(Plan plan, UnaryOperator<Expression> change) {
    return switch (plan) {
      case Plan.Scan _, Plan.Values _, Plan.Union _, Plan.Sort _, Plan.Limit _ -> plan;
      case Plan.Filter(Plan input, Expression condition) -> {
        Expression changed = change.apply(condition);
        yield changed == condition ? plan : new Plan.Filter(input, changed);
      }
      case Plan.Project(Plan input, List<Named> expressions) -> {
        List<Named> changed = each(expressions, named -> named(named, change));
        yield changed == expressions ? plan : new Plan.Project(input, changed);
      }
      case Plan.Aggregate aggregate -> aggregate(aggregate, change);
      case Plan.Join join -> join(join, change);
      case Plan.Unnest unnest -> {
        List<Named> changed = each(unnest.lists(), named -> named(named, change));
        yield changed == unnest.lists()
            ? plan
            : new Plan.Unnest(unnest.input(), changed, unnest.index(), unnest.outer());
      }
      case Plan.Window window -> {
        List<Over> changed = each(window.over(), over -> over(over, change));
        yield changed == window.over()
            ? plan
            : new Plan.Window(window.input(), window.partition(), window.order(), changed);
      }
    };
  }

  private static Plan aggregate(Plan.Aggregate plan, UnaryOperator<Expression> change) {
    List<Named> keys = each(plan.keys(), named -> named(named, change));
    List<Aggregation> sums = each(plan.aggregations(), one -> aggregation(one, change));
    return keys == plan.keys() && sums == plan.aggregations()
        ? plan
        : new Plan.Aggregate(plan.input(), keys, sums);
  }

  private static Plan join(Plan.Join join, UnaryOperator<Expression> change) {
    @Nullable Expression condition = join.condition();
    Expression changed = condition == null ? null : change.apply(condition);
    return changed == condition
        ? join
        : new Plan.Join(
            join.kind(), join.left(), join.right(), join.on(), join.nullsEqual(), changed);
  }

  private static Named named(Named named, UnaryOperator<Expression> change) {
    Expression changed = change.apply(named.expression());
    return changed == named.expression() ? named : new Named(named.name(), changed);
  }

  private static Aggregation aggregation(Aggregation one, UnaryOperator<Expression> change) {
    List<Expression> arguments = each(one.arguments(), change);
    @Nullable Expression condition = one.condition();
    Expression changed = condition == null ? null : change.apply(condition);
    List<Aggregation.By> order = each(one.order(), by -> by(by, change));
    return arguments == one.arguments() && changed == condition && order == one.order()
        ? one
        : new Aggregation(
            one.name(), one.kind(), arguments, one.distinct(), changed, order, one.levels());
  }

  private static Aggregation.By by(Aggregation.By by, UnaryOperator<Expression> change) {
    Expression changed = change.apply(by.expression());
    return changed == by.expression() ? by : new Aggregation.By(changed, by.descending());
  }

  private static Over over(Over over, UnaryOperator<Expression> change) {
    return switch (over) {
      case Over.Position _, Over.Tile _ -> over;
      case Over.Neighbour(String name, Expression value, long offset, Expression otherwise) -> {
        Expression changed = change.apply(value);
        Expression other = otherwise == null ? null : change.apply(otherwise);
        yield changed == value && other == otherwise
            ? over
            : new Over.Neighbour(name, changed, offset, other);
      }
      case Over.Nth(String name, Expression value, long place, Over.Frame frame) -> {
        Expression changed = change.apply(value);
        yield changed == value ? over : new Over.Nth(name, changed, place, frame);
      }
      case Over.Sum(Aggregation aggregation, Over.Frame frame) -> {
        Aggregation changed = aggregation(aggregation, change);
        yield changed == aggregation ? over : new Over.Sum(changed, frame);
      }
    };
  }

  /** The list itself when nothing in it changes. */
  static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(list.size());
    boolean same = true;
    for (T one : list) {
      T other = change.apply(one);
      same &= other == one;
      changed.add(other);
    }
    return same ? list : changed;
  }
}
