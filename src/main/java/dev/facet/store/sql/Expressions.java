package dev.facet.store.sql;

import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From expressions to SQL.
 *
 * @param known conditions that hold for all rows at hand
 */
record Expressions(Dialect dialect, Scope scope, List<Expression> known) {
  /** Longer lists of options are bound as one array. */
  private static final int MOST_PLACEHOLDERS = 50;

  Sql sql(Expression expression) {
    return switch (expression) {
      case Expression.Reference reference -> scope.get(Wanted.whole(reference.column()));
      case Expression.Literal literal -> literal(literal.value(), literal.type());
      case Expression.Property property -> property(property);
      case Expression.In in -> in(in);
      case Expression.Bucket bucket -> bucket(bucket);
      case Expression.Call call -> call(call);
    };
  }

  private Sql literal(@Nullable Object value, Type type) {
    return value == null
        ? Sql.of(dialect.nullOf(type))
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
          "(@0 IN (SELECT " + dialect.unnest().replace("@0", "@1") + "))", value, array);
    }
    List<Sql> options = in.options().stream().map(option -> literal(option, type)).toList();
    return Sql.fill("(@0 IN (@1))", value, Sql.join(", ", options));
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

  private Sql call(Expression.Call call) {
    List<Sql> arguments = call.arguments().stream().map(this::sql).toList();
    return switch (call.function()) {
      case AND -> Sql.join(" AND ", arguments).wrapped();
      case OR -> Sql.join(" OR ", arguments).wrapped();
      case COALESCE -> Sql.fill("coalesce(@0)", Sql.join(", ", arguments));
      case MATCHES -> matches(call.arguments().get(1), arguments);
      case EQUAL,
          LESS,
          LESS_OR_EQUAL,
          NOT,
          IS_NULL,
          IF,
          ADD,
          SUBTRACT,
          SECONDS,
          DIVIDE,
          BIN,
          TO_TEXT,
          TO_NUMBER,
          CONTAINS_IGNORE_CASE,
          TRIM_URL,
          TO_TIME ->
          Sql.fill(dialect.function(call.function()), arguments.toArray(Sql[]::new));
    };
  }

  /**
   * Engines refuse the whole query over one malformed pattern, so literal ones are tried before.
   */
  private Sql matches(Expression pattern, List<Sql> arguments) {
    Sql text = arguments.get(0);
    if (!(pattern instanceof Expression.Literal literal)) {
      return Sql.fill(dialect.matchesAny(), text, arguments.get(1));
    }
    if (!(literal.value() instanceof String known)) {
      return Sql.of(dialect.nullOf(Type.BOOLEAN));
    }
    return dialect
        .pattern(known)
        .map(written -> literal(written, Type.TEXT))
        .map(written -> Sql.fill(dialect.function(Function.MATCHES), text, written))
        .orElseGet(() -> Sql.fill("CASE WHEN @0 IS NOT NULL THEN FALSE END", text));
  }
}
