package dev.facet.plan.hogql;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.plan.hogql.table.Reading;
import dev.facet.plan.hogql.table.Schema.Field;
import dev.facet.plan.hogql.text.SyntaxText;
import dev.facet.plan.hogql.tuple.Tupled;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Item;
import dev.facet.query.Syntax.Place;
import dev.facet.query.Syntax.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT: first all its names are resolved and its expressions typed, then its rows are built
 * from the inside out, in the order that SQL gives to its clauses.
 */
final class Selecting {
  private final Select select;
  private final Scope scope;
  private final Terms terms;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Plan.Named> unnested = new ArrayList<>();

  /** A column of the result. */
  private record Shown(String name, Expression value, Place place, @Nullable Tupled tupled) {}

  private Selecting(Select select, Scope scope) {
    this.select = select;
    this.scope = scope;
    this.terms = new Terms(scope);
  }

  static Relation of(Select select, Scope scope) {
    return new Selecting(select, scope).relation();
  }

  /** Makes common tables and named values known to a scope. */
  static void commons(List<Syntax.Cte> ctes, Scope scope) {
    for (Syntax.Cte cte : ctes) {
      if (cte.statement() != null) {
        Scope before = new Scope(scope.asked(), null);
        before.inherit(scope);
        scope.add(cte.name(), new Scope.Common(cte.statement(), before));
      } else if (cte.expression() != null) {
        scope.constant(cte.name(), cte.expression());
      }
    }
  }

  private Relation relation() {
    commons(select.ctes(), scope);
    Sources.From from = new Sources(scope).of(select.from());
    for (Item item : select.items()) {
      if (item.alias() != null) {
        scope.alias(item.alias(), item.expression());
      }
    }
    select.windows().forEach(window -> scope.window(window.name(), window.window()));
    select.arrayJoins().forEach(this::arrayJoin);
    @Nullable Expression before = rowCondition(select.prewhere(), "PREWHERE");
    @Nullable Expression where = rowCondition(select.where(), "WHERE");
    select.items().forEach(this::show);
    Grouped grouped = grouped();
    @Nullable Expression having = terms.conditionOrNull(select.having());
    @Nullable Expression qualify = terms.conditionOrNull(select.qualify());
    List<Parts.By> orders = orders();
    Building rows = new Building(scope, from.plan());
    unnest(rows);
    rows.filter(before);
    rows.filter(where);
    grouped.apply(rows);
    rows.filter(grouped.lifted(having));
    rows.window(grouped);
    rows.filter(grouped.lifted(qualify));
    return finish(rows, grouped, orders);
  }

  private @Nullable Expression rowCondition(@Nullable Syntax syntax, String clause) {
    Expression condition = terms.conditionOrNull(syntax);
    if (condition == null) {
      return null;
    }
    Place aggregate = scope.parts().firstAggregate(condition);
    Place window = scope.parts().firstWindow(condition);
    if (aggregate != null || window != null) {
      throw scope
          .mistakes()
          .refused(
              aggregate != null ? aggregate : java.util.Objects.requireNonNull(window),
              aggregate != null
                  ? "an aggregate cannot stand in %s; use HAVING.".formatted(clause)
                  : "a window function cannot stand in %s; use QUALIFY or a subquery."
                      .formatted(clause));
    }
    return condition;
  }

  private void arrayJoin(Syntax.ArrayJoin join) {
    for (Item item : join.lists()) {
      Tupled tupled = new Tuples(terms).find(item.expression()).orElse(null);
      Expression list = tupled == null ? terms.of(item.expression()) : tupled.raw();
      if (list.type().element() == null) {
        throw scope
            .mistakes()
            .type(item.place(), "ARRAY JOIN takes a list, not %s.".formatted(Coercion.name(list)));
      }
      String name = item.alias() == null ? name(item.expression()) : item.alias();
      String column = scope.asked().fresh("e");
      unnested.add(new Plan.Named(column, list));
      Expression.Reference element =
          new Expression.Reference(column, java.util.Objects.requireNonNull(list.type().element()));
      scope.column(name, element);
      if (tupled != null) {
        scope.tupled(name, tupled.element(element, () -> scope.asked().fresh("l")));
      }
    }
  }

  private void unnest(Building rows) {
    int from = 0;
    for (Syntax.ArrayJoin join : select.arrayJoins()) {
      rows.unnest(unnested.subList(from, from + join.lists().size()), join.left());
      from += join.lists().size();
    }
    scope
        .unnested()
        .forEach((list, column) -> rows.unnest(List.of(new Plan.Named(column, list)), false));
  }

  private void show(Item item) {
    if (item.expression() instanceof Syntax.Star star) {
      stars(star);
    } else {
      String name = item.alias() == null ? name(item.expression()) : item.alias();
      Expression value =
          item.alias() == null
              ? terms.of(item.expression())
              : scope.alias(item.alias()).orElseGet(() -> terms.of(item.expression()));
      Tupled tupled = new Tuples(terms).find(item.expression()).orElse(null);
      shown.add(new Shown(name, value, item.place(), tupled));
    }
  }

  private void stars(Syntax.Star star) {
    int before = shown.size();
    for (Reading reading : scope.readings()) {
      if (star.qualifier().isEmpty() || star.qualifier().equals(List.of(reading.name()))) {
        starOf(reading, star);
      }
    }
    if (shown.size() == before) {
      String name = String.join(".", star.qualifier());
      throw star.qualifier().isEmpty()
          ? scope.mistakes().refused(star.place(), "* finds no columns here.")
          : scope
              .mistakes()
              .unknown(
                  "table",
                  name,
                  scope.readings().stream().map(Reading::name).toList(),
                  star.place());
    }
  }

  private void starOf(Reading reading, Syntax.Star star) {
    for (String column : reading.schema().columns()) {
      Field field = reading.find(List.of(column)).orElseThrow();
      if (!star.except().contains(column)) {
        if (field.value() instanceof Expression.Reference reference) {
          scope.mention(reference.column(), column, star.place());
        }
        Tupled tupled = scope.tupled(List.of(reading.name(), column)).orElse(null);
        shown.add(new Shown(column, field.value(), star.place(), tupled));
      }
    }
  }

  private Grouped grouped() {
    Syntax.Grouping grouping = select.grouping();
    Map<Expression, Plan.Named> keys = new LinkedHashMap<>();
    if (grouping.all()) {
      shown.stream()
          .map(Shown::value)
          .filter(value -> scope.parts().firstAggregate(value) == null)
          .filter(value -> scope.parts().firstWindow(value) == null)
          .forEach(value -> addKey(keys, value));
    }
    for (Syntax key : grouping.keys()) {
      List<Syntax> each = key instanceof Syntax.TupleOf tuple ? tuple.items() : List.of(key);
      each.forEach(one -> keys(one).forEach(value -> addKey(keys, value)));
    }
    boolean grouped = !keys.isEmpty() || grouping.all();
    return new Grouped(scope, keys, grouped);
  }

  private void addKey(Map<Expression, Plan.Named> keys, Expression value) {
    keys.computeIfAbsent(value, v -> new Plan.Named(scope.asked().fresh("k"), v));
  }

  /** A tuple is grouped by its values where they are known, else by what is kept of it. */
  private List<Expression> keys(Syntax key) {
    Tupled tupled = new Tuples(terms).find(key).orElse(null);
    List<Expression> values =
        tupled == null
            ? List.of(place(key, "GROUP BY"))
            : tupled.written().isEmpty() ? List.of(tupled.raw()) : tupled.written();
    values.forEach(value -> checkKey(value, key));
    return values;
  }

  private void checkKey(Expression value, Syntax key) {
    Place aggregate = scope.parts().firstAggregate(value);
    Place window = scope.parts().firstWindow(value);
    if (aggregate != null || window != null) {
      throw scope
          .mistakes()
          .refused(key.place(), "rows cannot be grouped by an aggregate or a window function.");
    }
  }

  /** A column by its number, or any expression. */
  private Expression place(Syntax syntax, String clause) {
    if (!(syntax instanceof Syntax.Constant(Long number, Place at))) {
      return terms.of(syntax);
    }
    if (number < 1 || number > shown.size()) {
      throw scope
          .mistakes()
          .refused(
              at, "%s %d names no column: there are %d.".formatted(clause, number, shown.size()));
    }
    return shown.get(number.intValue() - 1).value();
  }

  private List<Parts.By> orders() {
    List<Parts.By> orders = new ArrayList<>();
    for (Syntax.Order order : select.orders()) {
      List<Syntax> each =
          order.expression() instanceof Syntax.TupleOf tuple
              ? tuple.items()
              : List.of(order.expression());
      boolean nullsFirst = Boolean.TRUE.equals(order.nullsFirst());
      for (Syntax one : each) {
        orderedBy(one)
            .forEach(value -> orders.add(new Parts.By(value, order.descending(), nullsFirst)));
      }
    }
    return orders;
  }

  /** A tuple by its values, the first one first. */
  private List<Expression> orderedBy(Syntax one) {
    return one instanceof Syntax.Constant
        ? List.of(place(one, "ORDER BY"))
        : new Tuples(terms).values(one);
  }

  private Relation finish(Building rows, Grouped grouped, List<Parts.By> orders) {
    List<Relation.Output> outputs = new ArrayList<>();
    List<Plan.Named> columns = new ArrayList<>();
    Map<Expression, String> known = new LinkedHashMap<>();
    for (Shown one : shown) {
      Expression value = grouped.lifted(one.value(), one.place());
      String column = scope.asked().fresh("c");
      columns.add(new Plan.Named(column, value));
      known.putIfAbsent(value, column);
      Tupled tupled = one.tupled() == null ? null : beside(one, one.tupled(), grouped, columns);
      outputs.add(
          new Relation.Output(one.name(), column, value.type(), Coercion.isNull(value), tupled));
    }
    Ordering ordering = new Ordering(scope, known, columns, select.distinct());
    for (Parts.By order : orders) {
      ordering.add(order, grouped.lifted(order.expression(), select.place()));
    }
    Building.First first = limitBy(ordering, grouped);
    rows.project(ordering.columns());
    if (select.distinct()) {
      rows.distinct();
    }
    rows.sort(ordering.sort());
    if (first != null) {
      rows.firstOf(first, ordering.sort());
    }
    Constants constants = new Constants(scope);
    Constants.Limits limits = constants.limits(select.limit());
    rows.limit(limits);
    boolean isOneRow = grouped.isOneRow() || Long.valueOf(1).equals(limits.count());
    return new Relation(rows.plan(), outputs, isOneRow);
  }

  /** What is kept of a tuple, for statements around this one that take it apart. */
  private @Nullable Tupled beside(
      Shown one, Tupled tupled, Grouped grouped, List<Plan.Named> columns) {
    if (select.distinct()) {
      return null;
    }
    String column = scope.asked().fresh("v");
    columns.add(new Plan.Named(column, grouped.lifted(tupled.raw(), one.place())));
    return new Tupled(new Expression.Reference(column, tupled.raw().type()), tupled.type());
  }

  private Building.@Nullable First limitBy(Ordering ordering, Grouped grouped) {
    Syntax.LimitBy limit = select.limitBy();
    if (limit == null) {
      return null;
    }
    Constants constants = new Constants(scope);
    long count = constants.count(limit.count(), "LIMIT");
    long offset = limit.offset() == null ? 0 : constants.count(limit.offset(), "OFFSET");
    List<String> keys = new ArrayList<>();
    for (Syntax key : limit.keys()) {
      keys.add(ordering.column(grouped.lifted(place(key, "LIMIT BY"), key.place()), key.place()));
    }
    return new Building.First(keys, count, offset, scope.asked().fresh("n"));
  }

  /** The last part of a dotted name; of anything else, its text. */
  private static String name(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Name name -> name.parts().getLast();
      case Syntax.Member member -> member.name();
      case Syntax.Index(
              Syntax.Name _,
              Syntax.Constant(String key, Syntax.Place _),
              Syntax.Place _) ->
          key;
      default -> SyntaxText.of(syntax);
    };
  }
}
