package dev.facet.plan.otql.object;

import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.query.otql.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects that satisfy a condition. What is asked of linked objects and must hold becomes a
 * semi join, what must not an anti join; only what stands beside other conditions becomes a column.
 */
public record Narrowing(Asking asking) {

  /** The objects of a type that satisfy a condition, with what is used of them. */
  public Plan of(Used used, @Nullable Condition condition) {
    Plan rows = asking.rows(used.condition(condition));
    return condition == null ? rows : narrowed(rows, used, condition);
  }

  /** Those of the rows that satisfy a condition. */
  private Plan narrowed(Plan rows, Used used, Condition condition) {
    List<Condition> links = new ArrayList<>();
    List<Condition> others = new ArrayList<>();
    for (Condition part : parts(condition)) {
      (isJoin(part) ? links : others).add(part);
    }
    Plan narrow = rows;
    if (!others.isEmpty()) {
      Truth truth = new Truth(asking, used.type(), narrow);
      Expression all = truth.of(new Condition.All(others));
      narrow = new Plan.Filter(truth.rows(), all);
    }
    for (Condition link : links) {
      narrow = joined(narrow, used, link);
    }
    return narrow;
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All(List<Condition> parts)
        ? parts.stream().flatMap(part -> parts(part).stream()).toList()
        : List.of(condition);
  }

  private boolean isJoin(Condition condition) {
    return switch (condition) {
      case Condition.Linked linked -> Score.of(linked.directives(), asking.given()).isPlain();
      case Condition.Not(Condition.Linked linked) -> isJoin(linked);
      default -> false;
    };
  }

  private Plan joined(Plan rows, Used used, Condition condition) {
    return condition instanceof Condition.Not(Condition.Linked linked)
        ? joined(Join.Kind.ANTI, rows, used, linked)
        : joined(Join.Kind.SEMI, rows, used, (Condition.Linked) condition);
  }

  private Plan joined(Join.Kind kind, Plan rows, Used used, Condition.Linked linked) {
    ObjectLink link = Names.link(used.type(), linked.link());
    Plan others = of(new Used(ObjectTree.target(link)).link(link), linked.condition());
    return joined(kind, rows, others, link.on());
  }

  /**
   * The linked objects that make an object satisfy a condition, when one of them is as good as
   * many.
   */
  public Optional<Plan> linked(ObjectType type, Condition.Linked linked) {
    ObjectLink link = Names.link(type, linked.link());
    return isJoin(linked)
        ? Optional.of(of(new Used(ObjectTree.target(link)).link(link), linked.condition()))
        : Optional.empty();
  }

  /** The rows that have, or have not, a partner among others of equal columns. */
  public static Plan joined(Join.Kind kind, Plan rows, Plan others, List<String> columns) {
    return new Join(kind, rows, keys(others, columns, "other"), on(columns, "other"), false);
  }

  /** Columns only, each under another name. */
  public static Plan keys(Plan rows, List<String> columns, String prefix) {
    return new Plan.Project(
        rows,
        columns.stream().map(name -> new Named(prefix + "_" + name, rows.column(name))).toList());
  }

  public static List<Join.On> on(List<String> columns, String prefix) {
    return columns.stream().map(name -> new Join.On(name, prefix + "_" + name)).toList();
  }

  public static Expression and(List<Expression> all) {
    return all.size() == 1 ? all.getFirst() : new Expression.Call(Function.AND, all);
  }
}
