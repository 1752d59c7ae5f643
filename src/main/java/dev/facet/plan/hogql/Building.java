package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Column;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a SELECT while its clauses are applied, one after the other. Whenever an expression
 * reads a subquery, the subquery is put beside the rows before.
 */
final class Building {
  private final Scope scope;
  private Plan rows;

  Building(Scope scope, Plan rows) {
    this.scope = scope;
    this.rows = rows;
  }

  Plan plan() {
    return rows;
  }

  void filter(@Nullable Expression condition) {
    if (condition != null) {
      lookUp(List.of(condition));
      rows = new Plan.Filter(rows, condition);
    }
  }

  void unnest(List<Plan.Named> lists, boolean outer) {
    lookUp(lists.stream().map(Plan.Named::expression).toList());
    rows = new Plan.Unnest(rows, lists, null, outer);
  }

  void aggregate(List<Plan.Named> keys, List<Aggregation> aggregations) {
    List<Expression> read = new ArrayList<>();
    keys.forEach(key -> read.add(key.expression()));
    aggregations.forEach(aggregation -> read.addAll(aggregation.expressions()));
    lookUp(read);
    rows = new Plan.Aggregate(rows, keys, aggregations);
  }

  void project(List<Plan.Named> columns) {
    lookUp(columns.stream().map(Plan.Named::expression).toList());
    rows = new Plan.Project(rows, columns);
  }

  void distinct() {
    List<Plan.Named> keys =
        rows.columns().stream()
            .map(c -> new Plan.Named(c.name(), new Expression.Reference(c.name(), c.type())))
            .toList();
    rows = new Plan.Aggregate(rows, keys, List.of());
  }

  void sort(List<Plan.Sort.By> by) {
    if (!by.isEmpty()) {
      rows = new Plan.Sort(rows, by);
    }
  }

  void limit(Constants.Limits limits) {
    if (limits.count() != null || limits.offset() > 0) {
      long count = limits.count() == null ? Long.MAX_VALUE / 2 : limits.count();
      rows = new Plan.Limit(rows, count, limits.offset());
    }
  }

  /** {@code LIMIT count OFFSET offset BY keys}; {@code number} is a column to count by. */
  record First(List<String> keys, long count, long offset, String number) {}

  /** The first rows of each combination of keys; the order stays. */
  void firstOf(First limit, List<Plan.Sort.By> order) {
    Plan numbered =
        new Plan.Window(rows, limit.keys(), order, List.of(Over.rowNumber(limit.number())));
    Expression number = numbered.column(limit.number());
    long last =
        limit.count() > Long.MAX_VALUE - limit.offset()
            ? Long.MAX_VALUE
            : limit.offset() + limit.count();
    rows =
        new Plan.Filter(
            numbered,
            call(
                Function.AND,
                call(Function.LESS, Expression.integer(limit.offset()), number),
                call(Function.LESS_OR_EQUAL, number, Expression.integer(last))));
    sort(order);
  }

  /** Puts the window functions beside the rows, those of one window together. */
  void window(Grouped grouped) {
    Map<Frame, List<Over>> windows = new LinkedHashMap<>();
    List<Plan.Named> columns = new ArrayList<>();
    Map<Expression, String> known = new LinkedHashMap<>();
    for (Parts.Windowed window : scope.parts().windows().values()) {
      List<String> partition = new ArrayList<>();
      for (Expression one : window.partition()) {
        partition.add(beside(grouped.lifted(one, window.place()), known, columns));
      }
      List<Plan.Sort.By> order = new ArrayList<>();
      for (Parts.By by : window.order()) {
        String column = beside(grouped.lifted(by.expression(), window.place()), known, columns);
        order.add(new Plan.Sort.By(column, by.descending(), by.nullsFirst()));
      }
      List<Expression> arguments =
          window.arguments().stream().map(a -> grouped.lifted(a, window.place())).toList();
      lookUp(arguments);
      windows
          .computeIfAbsent(new Frame(partition, order), frame -> new ArrayList<>())
          .add(window.over().apply(arguments));
    }
    lookUp(columns.stream().map(Plan.Named::expression).toList());
    rows = Relation.with(rows, columns);
    windows.forEach(
        (frame, over) -> rows = new Plan.Window(rows, frame.partition(), frame.order(), over));
  }

  private record Frame(List<String> partition, List<Plan.Sort.By> order) {}

  private String beside(Expression value, Map<Expression, String> known, List<Plan.Named> columns) {
    if (value instanceof Expression.Reference reference) {
      return reference.column();
    }
    return known.computeIfAbsent(
        value,
        v -> {
          String column = scope.asked().fresh("w");
          columns.add(new Plan.Named(column, v));
          return column;
        });
  }

  /** Puts the subqueries that expressions read beside the rows. */
  private void lookUp(List<Expression> read) {
    if (read.stream().anyMatch(Library::holdsInterval)) {
      throw scope
          .mistakes()
          .type(new Place(1, 1), "an interval is added to or subtracted from a time.");
    }
    for (String name : scope.parts().lookups(read)) {
      Parts.Lookup lookup = scope.parts().lookup(name);
      if (lookup != null && rows.columns().stream().map(Column::name).noneMatch(name::equals)) {
        lookUp(lookup.keys());
        beside(lookup);
      }
    }
  }

  private void beside(Parts.Lookup lookup) {
    List<Plan.Named> keys = new ArrayList<>();
    List<Plan.Join.On> on = new ArrayList<>();
    for (int i = 0; i < lookup.keys().size(); i++) {
      String key = scope.asked().fresh("q");
      keys.add(new Plan.Named(key, lookup.keys().get(i)));
      on.add(new Plan.Join.On(key, lookup.columns().get(i)));
    }
    rows = new Plan.Join(Plan.Join.Kind.LEFT, Relation.with(rows, keys), lookup.rows(), on, false);
  }
}
