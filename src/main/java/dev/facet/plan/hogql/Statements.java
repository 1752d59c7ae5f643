package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.row.PlanSize;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.SetOperation;
import dev.facet.query.Syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements as plans: one SELECT, or several made one. */
final class Statements {
  private Statements() {}

  /** The rows of a statement that stands inside {@code outer}. */
  static Relation of(Statement statement, Scope outer) {
    Relation relation =
        switch (statement) {
          case Syntax.Select select -> Selecting.of(select, new Scope(outer.asked(), outer));
          case SetOperation set -> set(set, outer);
        };
    if (PlanSize.isTooLarge(relation.plan())) {
      throw outer
          .mistakes()
          .at(
              "hogql_too_large",
              statement.place(),
              "this statement reads others too many times over; use fewer tables or steps.");
    }
    return relation;
  }

  private static Relation set(SetOperation set, Scope outer) {
    Scope scope = new Scope(outer.asked(), outer);
    List<Relation> parts = new ArrayList<>();
    for (Statement part : set.statements()) {
      // what the first one names, the others may read
      shareCommons(part, scope);
      parts.add(of(part, scope));
    }
    List<Relation> alike = alike(parts, set, scope);
    return switch (set.operator()) {
      case UNION_ALL -> union(alike, scope);
      case UNION_DISTINCT -> distinct(union(alike, scope), scope);
      case INTERSECT_DISTINCT -> flagged(alike, true, scope);
      case EXCEPT_DISTINCT -> flagged(alike, false, scope);
      case INTERSECT_ALL, EXCEPT_ALL ->
          throw scope
              .mistakes()
              .refused(set.place(), "INTERSECT ALL and EXCEPT ALL are not served; leave out ALL.");
    };
  }

  private static void shareCommons(Statement statement, Scope scope) {
    if (statement instanceof Syntax.Select select) {
      Selecting.commons(select.ctes(), scope);
    }
  }

  /** All parts with columns of the same types. */
  private static List<Relation> alike(List<Relation> parts, SetOperation set, Scope scope) {
    int width = parts.getFirst().columns().size();
    for (Relation part : parts) {
      if (part.columns().size() != width) {
        throw scope
            .mistakes()
            .at(
                "column_count",
                set.place(),
                "the parts of a UNION have equally many columns, not %d and %d."
                    .formatted(width, part.columns().size()));
      }
    }
    List<List<Expression>> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      List<Expression> one =
          parts.stream().<Expression>map(part -> Coercion.output(part, column)).toList();
      columns.add(Coercion.alike(one, set.place(), scope));
    }
    List<Relation> alike = new ArrayList<>();
    for (int p = 0; p < parts.size(); p++) {
      alike.add(projected(parts.get(p), columns, p, scope));
    }
    return alike;
  }

  private static Relation projected(
      Relation part, List<List<Expression>> columns, int place, Scope scope) {
    List<Plan.Named> named = new ArrayList<>();
    List<Relation.Output> outputs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Expression expression = columns.get(i).get(place);
      String column = scope.asked().fresh("u");
      named.add(new Plan.Named(column, expression));
      outputs.add(new Relation.Output(part.columns().get(i).name(), column, expression.type()));
    }
    return new Relation(new Plan.Project(part.plan(), named), outputs, false);
  }

  private static Relation union(List<Relation> parts, Scope scope) {
    Plan union = new Plan.Union(parts.stream().map(Relation::plan).toList());
    return Relation.project(
        union, parts.getFirst().columns(), false, () -> scope.asked().fresh("r"));
  }

  static Relation distinct(Relation relation, Scope scope) {
    List<Plan.Named> keys =
        relation.columns().stream()
            .map(column -> new Plan.Named(column.column(), column.reference()))
            .toList();
    Plan rows = new Plan.Aggregate(relation.plan(), keys, List.of());
    return Relation.project(
        rows, relation.columns(), relation.isOneRow(), () -> scope.asked().fresh("r"));
  }

  /** The different rows of the first part that are (or are not) in every (any) other. */
  private static Relation flagged(List<Relation> parts, boolean wanted, Scope scope) {
    Relation result = distinct(parts.getFirst(), scope);
    for (Relation other : parts.subList(1, parts.size())) {
      result = flagged(result, other, wanted, scope);
    }
    return result;
  }

  private static Relation flagged(Relation left, Relation right, boolean wanted, Scope scope) {
    String side = scope.asked().fresh("s");
    Relation both = union(List.of(side(left, side, 1), side(right, side, 2)), scope);
    List<Relation.Output> columns = both.columns().subList(0, both.columns().size() - 1);
    Expression flag = both.columns().getLast().reference();
    String least = scope.asked().fresh("s");
    String most = scope.asked().fresh("s");
    Plan grouped =
        new Plan.Aggregate(
            both.plan(),
            columns.stream()
                .map(column -> new Plan.Named(column.column(), column.reference()))
                .toList(),
            List.of(
                new Aggregation(least, Aggregation.Kind.MIN, flag),
                new Aggregation(most, Aggregation.Kind.MAX, flag)));
    Expression inLeft = isSide(grouped.column(least), 1);
    Expression inRight = isSide(grouped.column(most), 2);
    Expression condition =
        Expression.call(
            Function.AND, inLeft, wanted ? inRight : Expression.call(Function.NOT, inRight));
    return Relation.project(
        new Plan.Filter(grouped, condition), columns, false, () -> scope.asked().fresh("r"));
  }

  private static Expression isSide(Expression flag, int side) {
    return Expression.call(Function.EQUAL, flag, Expression.integer(side));
  }

  private static Relation side(Relation relation, String column, int side) {
    List<Relation.Output> outputs = new ArrayList<>(relation.columns());
    outputs.add(new Relation.Output(column, column, Type.INTEGER));
    Plan rows =
        Relation.with(relation.plan(), List.of(new Plan.Named(column, Expression.integer(side))));
    return new Relation(rows, outputs, false);
  }
}
