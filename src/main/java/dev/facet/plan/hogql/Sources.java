package dev.facet.plan.hogql;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.row.Derived;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.plan.hogql.row.Rewriting;
import dev.facet.plan.hogql.table.Reading;
import dev.facet.plan.hogql.table.Schema;
import dev.facet.plan.hogql.table.Schema.Field;
import dev.facet.plan.hogql.table.Tables;
import dev.facet.plan.hogql.text.Asked;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import dev.facet.query.Syntax.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** FROM: makes the tables of a SELECT known to its scope, and later the rows of all of them. */
final class Sources {
  private final Scope scope;

  Sources(Scope scope) {
    this.scope = scope;
  }

  /** Where rows come from; its plan may be taken when all names of the SELECT are resolved. */
  sealed interface From {
    Plan plan();
  }

  /** One table. */
  record One(Reading reading) implements From {
    @Override
    public Plan plan() {
      return reading.plan();
    }
  }

  /** Two sources, side by side. */
  record Both(
      Plan.Join.Kind kind,
      From left,
      From right,
      List<Expression> leftKeys,
      List<Expression> rightKeys,
      @Nullable Expression condition,
      Asked asked)
      implements From {
    @Override
    public Plan plan() {
      List<Plan.Named> leftColumns = named(leftKeys);
      List<Plan.Named> rightColumns = named(rightKeys);
      List<Plan.Join.On> on = new ArrayList<>();
      for (int i = 0; i < leftColumns.size(); i++) {
        on.add(new Plan.Join.On(leftColumns.get(i).name(), rightColumns.get(i).name()));
      }
      return new Plan.Join(
          kind,
          Relation.with(left.plan(), leftColumns),
          Relation.with(right.plan(), rightColumns),
          on,
          false,
          condition);
    }

    private List<Plan.Named> named(List<Expression> keys) {
      return keys.stream().map(key -> new Plan.Named(asked.fresh("j"), key)).toList();
    }
  }

  From of(@Nullable Source source) {
    return switch (source) {
      case null -> new One(new Reading("", new Tables.Nothing(), prefix()));
      case Syntax.Table table -> one(name(table), schema(table), table.place());
      case Syntax.Derived derived -> derived(derived);
      case Syntax.Join join -> join(join);
    };
  }

  private String prefix() {
    return scope.asked().fresh("t") + "_";
  }

  private From one(String name, Schema schema, Place place) {
    Reading reading = new Reading(name, schema, prefix());
    scope.add(reading, place);
    return new One(reading);
  }

  private static String name(Syntax.Table table) {
    return table.alias() == null ? table.name().getLast() : table.alias();
  }

  private Schema schema(Syntax.Table table) {
    if (table.sample() != null) {
      throw scope.mistakes().refused(table.place(), "SAMPLE is not served; all rows are read.");
    }
    String name = String.join(".", table.name());
    if (table.arguments() != null) {
      return function(name, table.arguments(), table.place());
    }
    Optional<Scope.Common> common = scope.common(name);
    if (common.isPresent()) {
      return new Derived(common.get().relation());
    }
    return Tables.of(name, scope.asked().setting())
        .orElseThrow(
            () -> {
              List<String> known = new ArrayList<>(Tables.names());
              known.addAll(scope.commonNames());
              return scope.mistakes().unknown("table", name, known, table.place());
            });
  }

  private Schema function(String name, List<Syntax> arguments, Place place) {
    if (!name.equals("numbers")) {
      throw scope.mistakes().unknown("table function", name, List.of("numbers"), place);
    }
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw scope.mistakes().type(place, "numbers takes a count, or a first number and a count.");
    }
    Constants constants = new Constants(scope);
    long first = arguments.size() == 2 ? constants.whole(arguments.getFirst(), "numbers") : 0;
    long count = constants.whole(arguments.getLast(), "numbers");
    if (count < 0 || count > Tables.Numbers.MAX) {
      throw scope
          .mistakes()
          .at(
              "hogql_limit",
              place,
              "numbers gives 0 to %d rows, not %d.".formatted(Tables.Numbers.MAX, count));
    }
    return new Tables.Numbers(first, count);
  }

  private From derived(Syntax.Derived derived) {
    Relation relation = Statements.of(derived.statement(), enclosing());
    String name = derived.alias() == null ? scope.asked().fresh("subquery ") : derived.alias();
    return one(name, new Derived(renamed(relation, derived)), derived.place());
  }

  /** A statement in FROM sees common tables, and none of the columns beside it. */
  private Scope enclosing() {
    Scope outside = new Scope(scope.asked(), null);
    outside.inherit(scope);
    return outside;
  }

  private Relation renamed(Relation relation, Syntax.Derived derived) {
    List<String> names = derived.columns();
    if (names.isEmpty()) {
      return relation;
    }
    if (names.size() != relation.columns().size()) {
      throw scope
          .mistakes()
          .at(
              "column_count",
              derived.place(),
              "%d names for %d columns.".formatted(names.size(), relation.columns().size()));
    }
    List<Relation.Output> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(relation.columns().get(i).named(names.get(i)));
    }
    return new Relation(relation.plan(), columns, relation.isOneRow());
  }

  private From join(Syntax.Join join) {
    int before = scope.readings().size();
    From left = of(join.left());
    int between = scope.readings().size();
    From right = of(join.right());
    List<Reading> lefts = scope.readings().subList(before, between);
    List<Reading> rights = scope.readings().subList(between, scope.readings().size());
    Matches matches = new Matches(scope, List.copyOf(lefts), List.copyOf(rights));
    if (join.on() != null) {
      matches.on(join.on());
    }
    join.using().forEach(name -> matches.using(name, join.kind(), join.place()));
    Both both =
        new Both(
            kind(join.kind()),
            left,
            right,
            matches.leftKeys(),
            matches.rightKeys(),
            matches.rest(),
            scope.asked());
    if (!both.kind().showsRight()) {
      scope.readings().removeAll(matches.rights());
    }
    return both;
  }

  private static Plan.Join.Kind kind(Syntax.JoinKind kind) {
    return switch (kind) {
      case INNER, CROSS -> Plan.Join.Kind.INNER;
      case LEFT -> Plan.Join.Kind.LEFT;
      case RIGHT -> Plan.Join.Kind.RIGHT;
      case FULL -> Plan.Join.Kind.FULL;
      case SEMI -> Plan.Join.Kind.SEMI;
      case ANTI -> Plan.Join.Kind.ANTI;
    };
  }

  /** What must hold for two rows to stand side by side: equal keys, and whatever else. */
  private static final class Matches {
    private final Scope scope;
    private final List<Reading> lefts;
    private final List<Reading> rights;
    private final List<Expression> leftKeys = new ArrayList<>();
    private final List<Expression> rightKeys = new ArrayList<>();
    private final List<Expression> others = new ArrayList<>();

    Matches(Scope scope, List<Reading> lefts, List<Reading> rights) {
      this.scope = scope;
      this.lefts = lefts;
      this.rights = rights;
    }

    List<Reading> rights() {
      return rights;
    }

    List<Expression> leftKeys() {
      return leftKeys;
    }

    List<Expression> rightKeys() {
      return rightKeys;
    }

    @Nullable Expression rest() {
      return switch (others.size()) {
        case 0 -> null;
        case 1 -> others.getFirst();
        default -> new Expression.Call(Function.AND, others);
      };
    }

    void on(Syntax condition) {
      Expression meaning = new Terms(scope).condition(condition);
      if (scope.parts().firstAggregate(meaning) != null
          || !scope.parts().lookups(List.of(meaning)).isEmpty()) {
        throw scope
            .mistakes()
            .refused(condition.place(), "ON compares columns: no aggregates, no subqueries.");
      }
      split(meaning);
    }

    private void split(Expression condition) {
      if (condition instanceof Expression.Call(Function function, List<Expression> parts)) {
        if (function == Function.AND) {
          parts.forEach(this::split);
          return;
        }
        if (function == Function.EQUAL && isKey(parts.getFirst(), parts.getLast())) {
          return;
        }
      }
      others.add(condition);
    }

    private boolean isKey(Expression one, Expression other) {
      boolean inOrder = isOf(one, lefts) && isOf(other, rights);
      if (!inOrder && !(isOf(one, rights) && isOf(other, lefts))) {
        return false;
      }
      leftKeys.add(inOrder ? one : other);
      rightKeys.add(inOrder ? other : one);
      return true;
    }

    private static boolean isOf(Expression expression, List<Reading> readings) {
      var columns = Rewriting.columns(expression);
      return !columns.isEmpty()
          && columns.stream()
              .allMatch(column -> readings.stream().anyMatch(reading -> reading.owns(column)));
    }

    void using(String name, Syntax.JoinKind kind, Place place) {
      Expression left = column(name, lefts, place);
      Expression right = column(name, rights, place);
      List<Expression> alike = Coercion.alike(List.of(left, right), place, scope);
      leftKeys.add(alike.getFirst());
      rightKeys.add(alike.getLast());
      Expression shown =
          switch (kind) {
            case RIGHT -> alike.getLast();
            case FULL -> new Expression.Call(Function.COALESCE, alike);
            case INNER, LEFT, CROSS, SEMI, ANTI -> alike.getFirst();
          };
      scope.column(name, shown);
    }

    private Expression column(String name, List<Reading> readings, Place place) {
      for (Reading reading : readings.reversed()) {
        Optional<Field> field = reading.find(List.of(name));
        if (field.isPresent()) {
          return field.get().value();
        }
      }
      List<String> known =
          readings.stream().flatMap(reading -> reading.schema().columns().stream()).toList();
      throw scope.mistakes().unknown("column", name, known, place);
    }
  }
}
