package dev.facet.store.sql;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Known;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as one query. Filters, joins and one projection or aggregation become one SELECT;
 * what stands above reads it as a subquery; nodes used more than once are common tables, computed
 * once. Used for one plan, by one thread.
 */
public final class SqlWriter {
  private final Dialect dialect;
  private final Tables tables;
  private final Needs needs;
  private final Names names = new Names();
  private final Map<Plan, String> common = new HashMap<>();

  private SqlWriter(Plan plan, Dialect dialect, Tables tables) {
    this.dialect = dialect;
    this.tables = tables;
    this.needs = new Needs(plan);
  }

  /** The query whose rows have the plan's columns, in their order. */
  public static Sql write(Plan plan, Dialect dialect, Tables tables) {
    return new SqlWriter(plan, dialect, tables).query(plan);
  }

  /** A wanted thing and what it is to be called. */
  private record Output(Wanted wanted, String name) {}

  private Sql query(Plan top) {
    List<Sql> tables = new ArrayList<>();
    for (Plan shared : needs.shared()) {
      Sql select = select(shared, outputs(shared));
      String name = "shared_" + (common.size() + 1);
      common.put(shared, name);
      tables.add(Sql.fill(name + " AS " + dialect.computedOnce() + "(\n@0\n)", select.indented()));
    }
    List<Output> outputs = new ArrayList<>();
    for (Column column : top.columns()) {
      Wanted wanted = Wanted.whole(column.name());
      outputs.add(new Output(wanted, names.column(wanted)));
    }
    Sql select = common.containsKey(top) ? plain(input(top), outputs) : select(top, outputs);
    return tables.isEmpty() ? select : Sql.fill("WITH @0\n@1", Sql.join(",\n", tables), select);
  }

  private List<Output> outputs(Plan plan) {
    return needs.of(plan).stream().map(wanted -> new Output(wanted, names.column(wanted))).toList();
  }

  /** The rows of a node, written out. */
  private Sql select(Plan plan, List<Output> outputs) {
    return switch (plan) {
      case Plan.Scan _, Plan.Filter _, Plan.Join _ -> plain(input(plan), outputs);
      case Plan.Values values -> values(values, outputs);
      case Plan.Project project -> project(project, outputs);
      case Plan.Aggregate aggregate -> aggregate(aggregate, outputs);
      case Plan.Unnest unnest -> plain(input(unnest), outputs);
      case Plan.Union union -> union(union, outputs);
      case Plan.Sort sort -> sort(sort, outputs);
      case Plan.Window window -> window(window, outputs);
      case Plan.Limit limit -> limit(limit, outputs);
    };
  }

  private Sql plain(Input input, List<Output> outputs) {
    List<Sql> columns =
        outputs.stream().map(output -> as(input.scope().get(output.wanted()), output)).toList();
    return list(columns).then(input.clauses(dialect));
  }

  private static Sql as(Sql expression, Output output) {
    return expression.then(" AS " + output.name());
  }

  private static Sql list(List<Sql> columns) {
    return columns.isEmpty()
        ? Sql.of("SELECT 1 AS nothing")
        : Sql.fill("SELECT\n@0", Sql.join(",\n", columns).indented());
  }

  private Sql project(Plan.Project project, List<Output> outputs) {
    Input input = input(project.input());
    Expressions expressions = expressions(project.input(), input);
    List<Sql> columns = new ArrayList<>();
    for (Output output : outputs) {
      Expression expression = named(project.expressions(), output.wanted().column());
      columns.add(as(expressions.sql(output.wanted().from(expression)), output));
    }
    return list(columns).then(input.clauses(dialect));
  }

  /** Expressions over the rows of a node, of which all is known that the plan tells. */
  private Expressions expressions(Plan plan, Input input) {
    return new Expressions(dialect, input.scope(), Known.of(plan));
  }

  private static Expression named(List<Plan.Named> expressions, String name) {
    return expressions.stream()
        .filter(named -> named.name().equals(name))
        .findFirst()
        .map(Plan.Named::expression)
        .orElseThrow(() -> new IllegalArgumentException("No column " + name));
  }

  private Sql aggregate(Plan.Aggregate aggregate, List<Output> outputs) {
    Input input = input(aggregate.input());
    Expressions expressions = expressions(aggregate.input(), input);
    List<Sql> columns = new ArrayList<>();
    List<Sql> groups = new ArrayList<>();
    for (Output output : outputs) {
      String name = output.wanted().column();
      if (aggregate.keys().stream().anyMatch(key -> key.name().equals(name))) {
        Expression key = output.wanted().from(named(aggregate.keys(), name));
        columns.add(as(expressions.sql(key), output));
        groups.add(Sql.of(String.valueOf(columns.size())));
      } else {
        columns.add(as(aggregated(aggregate, name, expressions), output));
      }
    }
    for (Plan.Named key : aggregate.keys()) {
      if (outputs.stream().noneMatch(o -> o.wanted().equals(Wanted.whole(key.name())))) {
        groups.add(expressions.sql(key.expression()));
      }
    }
    Sql select =
        outputs.isEmpty() && groups.isEmpty()
            ? Sql.of("SELECT count(*) AS nothing")
            : list(columns);
    Sql all = select.then(input.clauses(dialect));
    return groups.isEmpty() ? all : all.then("\nGROUP BY ").then(Sql.join(", ", groups));
  }

  private Sql aggregated(Plan.Aggregate aggregate, String name, Expressions expressions) {
    Aggregation aggregation =
        aggregate.aggregations().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No column " + name));
    return new Summaries(dialect, expressions).sql(aggregation);
  }

  private Sql values(Plan.Values values, List<Output> outputs) {
    List<Sql> columns = new ArrayList<>();
    for (Output output : outputs) {
      columns.add(as(Sql.fill(dialect.unnest(), array(values, output.wanted())), output));
    }
    if (columns.isEmpty()) {
      List<@Nullable Object> ones = new ArrayList<>();
      values.rows().forEach(row -> ones.add(1L));
      columns.add(Sql.fill(dialect.unnest(), array(ones, Type.INTEGER)).then(" AS nothing"));
    }
    return list(columns);
  }

  private Sql array(Plan.Values values, Wanted wanted) {
    int place = values.columns().stream().map(Column::name).toList().indexOf(wanted.column());
    Expression.Property property = wanted.property();
    Type type = property == null ? values.columns().get(place).type() : property.type();
    List<@Nullable Object> elements = new ArrayList<>();
    for (List<@Nullable Object> row : values.rows()) {
      Expression whole = new Expression.Literal(row.get(place), values.columns().get(place).type());
      elements.add(
          wanted.from(whole) instanceof Expression.Literal literal ? literal.value() : null);
    }
    return array(elements, type);
  }

  private Sql array(List<@Nullable Object> elements, Type type) {
    return Sql.of(dialect.arrayPlaceholder(type), new Sql.Parameter.Many(elements, type));
  }

  private Sql union(Plan.Union union, List<Output> outputs) {
    List<String> columns = union.columns().stream().map(Column::name).toList();
    List<Sql> parts = new ArrayList<>();
    for (Plan input : union.inputs()) {
      List<Output> own = new ArrayList<>();
      for (Output output : outputs) {
        int place = columns.indexOf(output.wanted().column());
        own.add(new Output(output.wanted().of(input.columns().get(place).name()), output.name()));
      }
      boolean ordered = input instanceof Plan.Sort || input instanceof Plan.Limit;
      parts.add(
          ordered || common.containsKey(input) || input instanceof Plan.Union
              ? plain(input(input), own)
              : select(input, own));
    }
    return Sql.join("\nUNION ALL\n", parts);
  }

  private Sql sort(Plan.Sort sort, List<Output> outputs) {
    Input input = input(sort.input());
    Sql rows = plain(input, outputs);
    return sort.by().isEmpty() ? rows : rows.then("\nORDER BY ").then(order(sort.by(), input));
  }

  private static Sql order(List<Plan.Sort.By> by, Input input) {
    List<Sql> order = new ArrayList<>();
    for (Plan.Sort.By column : by) {
      String direction = column.descending() ? " DESC" : " ASC";
      String nulls = column.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
      order.add(input.scope().get(Wanted.whole(column.column())).then(direction + nulls));
    }
    return Sql.join(", ", order);
  }

  private Sql window(Plan.Window window, List<Output> outputs) {
    Input input = input(window.input());
    List<Sql> columns = new ArrayList<>();
    for (Output output : outputs) {
      Sql column =
          window.over().stream()
              .filter(over -> over.name().equals(output.wanted().column()))
              .findFirst()
              .map(over -> over(over, window, input))
              .orElseGet(() -> input.scope().get(output.wanted()));
      columns.add(as(column, output));
    }
    return list(columns).then(input.clauses(dialect));
  }

  private Sql over(Over over, Plan.Window window, Input input) {
    List<Sql> parts = new ArrayList<>();
    if (!window.partition().isEmpty()) {
      List<Sql> partition =
          window.partition().stream().map(c -> input.scope().get(Wanted.whole(c))).toList();
      parts.add(Sql.of("PARTITION BY ").then(Sql.join(", ", partition)));
    }
    if (!window.order().isEmpty()) {
      parts.add(Sql.of("ORDER BY ").then(order(window.order(), input)));
    }
    return new Summaries(dialect, expressions(window.input(), input))
        .sql(over, Sql.join(" ", parts));
  }

  /** The lists become rows where the conditions of the input have been kept. */
  private Sql unnest(Plan.Unnest unnest, List<Output> outputs) {
    Input input = input(unnest.input());
    Expressions expressions = expressions(unnest.input(), input);
    List<Sql> lists = new ArrayList<>();
    for (Plan.Named list : unnest.lists()) {
      Sql whole = expressions.sql(list.expression());
      lists.add(unnest.outer() ? Sql.fill(dialect.neverEmpty(), whole) : whole);
    }
    List<Sql> columns = new ArrayList<>();
    for (Output output : outputs) {
      if (Needs.has(unnest.input(), output.wanted().column())) {
        columns.add(as(input.scope().get(output.wanted()), output));
      }
    }
    for (int i = 0; i < lists.size(); i++) {
      Wanted element = Wanted.whole(unnest.lists().get(i).name());
      columns.add(Sql.fill(dialect.unnest(), lists.get(i)).then(" AS " + names.column(element)));
    }
    if (unnest.index() != null) {
      List<Sql> plain = unnest.lists().stream().map(l -> expressions.sql(l.expression())).toList();
      Sql places = Sql.fill(dialect.places(plain.size()), plain.toArray(Sql[]::new));
      Sql all = unnest.outer() ? Sql.fill(dialect.neverEmpty(), places) : places;
      columns.add(
          Sql.fill(dialect.unnest(), all)
              .then(" AS " + names.column(Wanted.whole(unnest.index()))));
    }
    return list(columns).then(input.clauses(dialect));
  }

  private Sql limit(Plan.Limit limit, List<Output> outputs) {
    Sql rows =
        limit.input() instanceof Plan.Sort sort && !common.containsKey(sort)
            ? sort(sort, outputs)
            : plain(input(limit.input()), outputs);
    Expressions literals = new Expressions(dialect, wanted -> Sql.of(""), List.of());
    return Sql.fill(
        "@0\nLIMIT @1 OFFSET @2",
        rows,
        literals.sql(Expression.integer(limit.count())),
        literals.sql(Expression.integer(limit.offset())));
  }

  /** A node as what a SELECT reads. */
  private Input input(Plan plan) {
    if (common.containsKey(plan)) {
      return named(Sql.of(common.get(plan)));
    }
    return switch (plan) {
      case Plan.Scan scan -> scan(scan);
      case Plan.Filter filter -> {
        Input input = input(filter.input());
        List<Expression> conditions = new ArrayList<>(input.conditions());
        conditions.addAll(Terms.conjuncts(filter.condition()));
        yield new Input(input.from(), conditions, input.scope());
      }
      case Plan.Join join -> join(join);
      case Plan.Unnest unnest ->
          named(Sql.fill("(\n@0\n)", unnest(unnest, outputs(unnest)).indented()));
      default -> named(Sql.fill("(\n@0\n)", select(plan, outputs(plan)).indented()));
    };
  }

  /** Rows whose columns have the names {@link Names} gives. */
  private Input named(Sql rows) {
    String alias = names.alias();
    return new Input(
        rows.then(" AS " + alias), List.of(), wanted -> Sql.of(alias + "." + names.column(wanted)));
  }

  private Input scan(Plan.Scan scan) {
    String alias = names.alias();
    return new Input(
        tables.from(scan.dataset()).then(" AS " + alias),
        List.of(),
        wanted -> stored(alias, scan, wanted));
  }

  private Sql stored(String alias, Plan.Scan scan, Wanted wanted) {
    Expression.Property property = wanted.property();
    return property == null
        ? tables.column(alias, scan.dataset(), scan.dataset().column(wanted.column()))
        : tables.property(alias, scan.dataset(), wanted.column(), property.key(), property.type());
  }

  private Input join(Plan.Join join) {
    Input left = join.kind().showsRight() ? side(join.left()) : input(join.left());
    Input right = side(join.right());
    String equals = join.nullsEqual() ? "@0 IS NOT DISTINCT FROM @1" : "@0 = @1";
    List<Sql> on = new ArrayList<>();
    for (Plan.Join.On pair : join.on()) {
      Sql one = left.scope().get(Wanted.whole(pair.left()));
      on.add(Sql.fill(equals, one, right.scope().get(Wanted.whole(pair.right()))));
    }
    String kind =
        switch (join.kind()) {
          case INNER -> "JOIN";
          case LEFT -> "LEFT JOIN";
          case RIGHT -> "RIGHT JOIN";
          case FULL -> "FULL JOIN";
          case SEMI -> "SEMI JOIN";
          case ANTI -> "ANTI JOIN";
        };
    Scope both =
        wanted -> (Needs.has(join.left(), wanted.column()) ? left : right).scope().get(wanted);
    if (join.condition() != null) {
      on.add(new Expressions(dialect, both, List.of()).sql(join.condition()));
    }
    Sql condition = on.isEmpty() ? Sql.of("TRUE") : Sql.join(" AND ", on);
    return new Input(
        Sql.fill("@0\n" + kind + " @1\n  ON @2", left.from(), right.from(), condition),
        left.conditions(),
        both);
  }

  /** One side of a join: a table, or a subquery that has its own conditions inside. */
  private Input side(Plan plan) {
    return plan instanceof Plan.Scan || common.containsKey(plan)
        ? input(plan)
        : named(Sql.fill("(\n@0\n)", select(plan, outputs(plan)).indented()));
  }
}
