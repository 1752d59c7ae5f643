package dev.facet.store.sql;

import dev.facet.model.Interruption;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.fact.Bounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From expressions to SQL.
 *
 * @param known conditions that hold for all rows at hand
 * @param variables how the variables around are called
 * @param nested whether this is inside of something that takes no subqueries
 */
record Expressions(
    Dialect dialect,
    Scope scope,
    List<Expression> known,
    Map<String, Sql> variables,
    boolean nested) {
  /** Longer lists of options are bound as one array. */
  private static final int MOST_PLACEHOLDERS = 50;

  /** Longer arguments are computed once, when a template repeats them. */
  private static final int MOST_REPEATED = 120;

  Expressions(Dialect dialect, Scope scope, List<Expression> known) {
    this(dialect, scope, known, Map.of(), false);
  }

  /** The same where no subquery may be. */
  Expressions inside() {
    return new Expressions(dialect, scope, known, variables, true);
  }

  Sql sql(Expression expression) {
    Interruption.check();
    return switch (expression) {
      case Expression.Reference reference -> scope.get(Wanted.whole(reference.column()));
      case Expression.Literal literal -> literal(literal.value(), literal.type());
      case Expression.Property property -> property(property);
      case Expression.In in -> in(in);
      case Expression.Bucket bucket -> bucket(bucket);
      case Expression.Steps steps -> steps(steps);
      case Expression.Call call -> call(call);
      case Expression.Variable variable -> variable(variable);
      case Expression.Each each -> each(each);
    };
  }

  private Sql variable(Expression.Variable variable) {
    Sql named = variables.get(variable.name());
    if (named == null) {
      throw new IllegalArgumentException("No variable " + variable.name());
    }
    return named;
  }

  private Sql literal(@Nullable Object value, Type type) {
    if (value == null) {
      return Sql.of(dialect.nullOf(type));
    }
    Type element = type.element();
    return element != null && value instanceof List<?> list
        ? Sql.of(
            dialect.arrayPlaceholder(element),
            new Sql.Parameter.Many(new ArrayList<>(list), element))
        : Sql.of(dialect.placeholder(type), new Sql.Parameter.One(value, type));
  }

  private Sql property(Expression.Property property) {
    return property.object() instanceof Expression.Reference reference
        ? scope.get(new Wanted(reference.column(), property))
        : sql(Properties.read(property.object(), property.key(), property.type()));
  }

  private Sql in(Expression.In in) {
    Sql value = sql(in.value());
    Type type = optionType(in);
    if (in.options().isEmpty()) {
      return Sql.fill("CASE WHEN @0 IS NOT NULL THEN FALSE END", value);
    }
    if (in.options().size() > MOST_PLACEHOLDERS) {
      Sql array =
          Sql.of(
              dialect.arrayPlaceholder(type),
              new Sql.Parameter.Many(new ArrayList<>(in.options()), type));
      return Sql.fill(
          nested || takesNoSubquery(value.text())
              ? dialect.contains()
              : "(@0 IN (SELECT " + dialect.unnest().replace("@0", "@1") + "))",
          value,
          array);
    }
    List<Sql> options = in.options().stream().map(option -> literal(option, type)).toList();
    return Sql.fill("(@0 IN (@1))", value, Sql.join(", ", options));
  }

  /** Engines refuse subqueries beside what may fail and beside functions of elements. */
  private static boolean takesNoSubquery(String sql) {
    return sql.contains("TRY(") || sql.contains("lambda");
  }

  /** Options that are no whole numbers must not become whole by binding them. */
  private static Type optionType(Expression.In in) {
    Type type = in.value().type();
    boolean decimal = in.options().stream().anyMatch(Double.class::isInstance);
    return type == Type.INTEGER && decimal ? Type.NUMBER : type;
  }

  private Sql bucket(Expression.Bucket bucket) {
    Sql time = sql(bucket.time());
    List<Buckets.Run> runs = bucket.buckets().runs();
    Sql number = number(time, runs);
    if (isWithin(bucket)) {
      return number;
    }
    return Sql.fill(
        "CASE WHEN @0 >= @1 AND @0 < @2 THEN @3 END",
        time,
        literal(runs.getFirst().start(), Type.TIME),
        literal(bucket.buckets().until(), Type.TIME),
        number);
  }

  /** A time within the runs: halves them until one is left, which takes a division. */
  private Sql number(Sql time, List<Buckets.Run> runs) {
    if (runs.size() > 1) {
      int half = runs.size() / 2;
      return Sql.fill(
          "CASE WHEN @0 < @1 THEN @2 ELSE @3 END",
          time,
          literal(runs.get(half).start(), Type.TIME),
          number(time, runs.subList(0, half)),
          number(time, runs.subList(half, runs.size())));
    }
    Buckets.Run run = runs.getFirst();
    Sql first = literal((long) run.first(), Type.INTEGER);
    if (run.count() == 1) {
      return first;
    }
    Sql since = Sql.fill("(@0 - @1)", time, literal(run.start(), Type.TIME));
    Sql steps = Sql.fill(dialect.wholeDivision(), since, literal(run.width(), Type.INTEGER));
    return run.first() == 0 ? steps : Sql.fill("(@0 + @1)", first, steps);
  }

  /** Whether the known conditions keep the time inside the buckets and from being null. */
  private boolean isWithin(Expression.Bucket bucket) {
    long from = bucket.buckets().starts().getFirst();
    long until = bucket.buckets().until();
    return known.stream().anyMatch(c -> isAtLeast(c, bucket.time(), from))
        && known.stream().anyMatch(c -> isBefore(c, bucket.time(), until));
  }

  private static boolean isAtLeast(Expression condition, Expression time, long from) {
    return condition instanceof Expression.Call(Function function, List<Expression> sides)
        && function == Function.LESS_OR_EQUAL
        && sides.get(1).equals(time)
        && sides.get(0) instanceof Expression.Literal(Object value, Type _)
        && value instanceof Long least
        && least >= from;
  }

  private static boolean isBefore(Expression condition, Expression time, long until) {
    return condition instanceof Expression.Call(Function function, List<Expression> sides)
        && function == Function.LESS
        && sides.get(0).equals(time)
        && sides.get(1) instanceof Expression.Literal(Object value, Type _)
        && value instanceof Long end
        && end <= until;
  }

  private Sql steps(Expression.Steps steps) {
    Sql value = sql(steps.value());
    if (value.text().length() <= MOST_REPEATED) {
      return steps(steps, value);
    }
    Sql name = Sql.of("v" + variables.size());
    return Sql.fill(dialect.once(), value, steps(steps, name), name);
  }

  /** The result of the steps, found by halving. */
  private Sql steps(Expression.Steps steps, Sql value) {
    return steps.starts().isEmpty()
        ? Sql.fill(
            "CASE WHEN @0 IS NOT NULL THEN @1 END",
            value,
            literal(steps.results().getFirst(), steps.type()))
        : halved(steps, value, 0, steps.starts().size());
  }

  private Sql halved(Expression.Steps steps, Sql value, int first, int last) {
    if (first == last) {
      return literal(steps.results().get(first), steps.type());
    }
    int half = (first + last) / 2;
    return Sql.fill(
        "CASE WHEN @0 < @1 THEN @2 WHEN @0 >= @1 THEN @3 END",
        value,
        literal(steps.starts().get(half), steps.value().type()),
        halved(steps, value, first, half),
        halved(steps, value, half + 1, last));
  }

  private Sql each(Expression.Each each) {
    List<Sql> lists = each.lists().stream().map(inside()::sql).toList();
    boolean several = lists.size() > 1;
    Sql list =
        several
            ? Sql.fill(dialect.zipped(lists.size()), lists.toArray(Sql[]::new))
            : lists.getFirst();
    Sql element = Sql.of("e" + variables.size());
    Map<String, Sql> inner = new HashMap<>(variables);
    for (int i = 0; i < lists.size(); i++) {
      inner.put(
          each.variables().get(i).name(),
          several ? Sql.fill(dialect.field(i + 1), element) : element);
    }
    Sql body = new Expressions(dialect, scope, known, inner, true).sql(each.body());
    Sql first = several ? Sql.fill(dialect.field(1), element) : element;
    return Sql.fill(dialect.each(each.kind(), several), list, body, element, first);
  }

  private Sql call(Expression.Call call) {
    if (call.function() == Function.MATCHES) {
      return matches(call.arguments());
    }
    if (isOfPattern(call.function())) {
      return ofPattern(call);
    }
    String template = unguarded(call).orElseGet(() -> dialect.function(call));
    Expressions expressions = nested || !takesNoSubquery(template) ? this : inside();
    List<Sql> arguments = call.arguments().stream().map(expressions::sql).toList();
    return switch (call.function()) {
      case AND -> Sql.join(" AND ", arguments).wrapped();
      case OR -> Sql.join(" OR ", arguments).wrapped();
      case CONCAT, APPEND -> Sql.join(" || ", arguments).wrapped();
      default -> filled(template, arguments);
    };
  }

  /** What the function is where all that an engine would have to guard against cannot happen. */
  private Optional<String> unguarded(Expression.Call call) {
    return switch (call.function()) {
      case ADD -> Optional.of("(@0 + @1)").filter(sql -> fits(call));
      case SUBTRACT -> Optional.of("(@0 - @1)").filter(sql -> fits(call));
      case MULTIPLY -> Optional.of("(@0 * @1)").filter(sql -> fits(call));
      case FLOOR_DIVIDE ->
          Optional.of(dialect.wholeDivision())
              .filter(sql -> Bounds.of(call.arguments().getFirst(), known).least() >= 0);
      case AS_TIME, AS_DATE ->
          Optional.of("@0")
              .filter(sql -> Bounds.isOnCalendar(call.arguments().getFirst(), call.type(), known));
      default -> Optional.empty();
    };
  }

  /** Whether the result is known to be far from the ends of 64 bits. */
  private boolean fits(Expression.Call call) {
    return call.type() == Type.INTEGER && !Bounds.of(call, known).isFar();
  }

  private static boolean isOfPattern(Function function) {
    return switch (function) {
      case REWRITE_ALL, REWRITE_FIRST, REPLACE_MATCHES, EXTRACT, EXTRACT_ALL -> true;
      default -> false;
    };
  }

  /** The second argument is a pattern, which must be known to compile; null when it does not. */
  private Sql ofPattern(Expression.Call call) {
    if (!(call.arguments().get(1) instanceof Expression.Literal literal)) {
      throw new IllegalArgumentException("No literal pattern: " + call.arguments().get(1));
    }
    Object pattern = literal.value();
    Optional<String> written =
        pattern instanceof String known ? dialect.pattern(known) : Optional.empty();
    if (written.isEmpty()) {
      return call.function() == Function.REPLACE_MATCHES && pattern != null
          ? sql(call.arguments().getFirst())
          : Sql.of(dialect.nullOf(call.type()));
    }
    List<Sql> arguments = new ArrayList<>(call.arguments().stream().map(this::sql).toList());
    arguments.set(1, literal(written.get(), Type.TEXT));
    return filled(dialect.function(call), arguments);
  }

  /** The template with its arguments; long ones that it repeats are computed once. */
  private Sql filled(String template, List<Sql> arguments) {
    List<Sql> parts = new ArrayList<>(arguments);
    List<Sql> names = new ArrayList<>();
    List<Sql> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Sql part = parts.get(i);
      if (part.text().length() > MOST_REPEATED && Sql.repeats(template, i)) {
        Sql name = Sql.of("v" + (variables.size() + names.size()));
        names.add(name);
        values.add(part);
        parts.set(i, name);
      }
    }
    Sql filled = Sql.fill(template, parts.toArray(Sql[]::new));
    for (int i = names.size() - 1; i >= 0; i--) {
      filled = Sql.fill(dialect.once(), values.get(i), filled, names.get(i));
    }
    return filled;
  }

  /**
   * Engines refuse the whole query over one malformed pattern, so literal ones are tried before.
   */
  private Sql matches(List<Expression> arguments) {
    if (!(arguments.get(1) instanceof Expression.Literal literal)) {
      Expressions inside = inside();
      return filled(
          dialect.matchesAny(),
          List.of(inside.sql(arguments.get(0)), inside.sql(arguments.get(1))));
    }
    Sql text = sql(arguments.get(0));
    if (!(literal.value() instanceof String known)) {
      return Sql.of(dialect.nullOf(Type.BOOLEAN));
    }
    return dialect
        .pattern(known)
        .map(written -> literal(written, Type.TEXT))
        .map(written -> Sql.fill(dialect.matches(), text, written))
        .orElseGet(() -> Sql.fill("CASE WHEN @0 IS NOT NULL THEN FALSE END", text));
  }
}
