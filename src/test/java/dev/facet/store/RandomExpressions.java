package dev.facet.store;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Function;
import dev.facet.plan.time.WallClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random expressions of a type over given columns. */
final class RandomExpressions {
  private static final List<String> PATTERNS =
      List.of("a", "^a$", "(?i)Ä", "[0-9]+", "(", "\\d\\.", ".", "^$", "z.z", "\\pL");

  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe");

  static final List<Type> LISTS =
      List.of(Type.TEXTS, Type.NUMBERS, Type.INTEGERS, Type.BOOLEANS, Type.TIMES, Type.DATES);

  private final Random random;
  private final RandomRows values;
  private final List<Expression.Variable> around = new ArrayList<>();
  private int variables;

  RandomExpressions(Random random, RandomRows values) {
    this.random = random;
    this.values = values;
  }

  Expression of(Type type, List<Column> columns, int depth) {
    List<Column> fitting = columns.stream().filter(column -> column.type() == type).toList();
    boolean leaf = depth == 0 || random.nextInt(4) == 0;
    List<Expression.Variable> near = around.stream().filter(v -> v.type() == type).toList();
    if (leaf && !near.isEmpty() && random.nextInt(4) > 0) {
      return values.pick(near);
    }
    if (leaf && !fitting.isEmpty() && random.nextInt(5) > 0) {
      return reference(values.pick(fitting));
    }
    return leaf ? leaf(type, columns) : inner(type, columns, depth - 1);
  }

  private static Expression reference(Column column) {
    return new Expression.Reference(column.name(), column.type());
  }

  private Expression leaf(Type type, List<Column> columns) {
    List<Column> objects = columns.stream().filter(c -> c.type() == Type.OBJECT).toList();
    boolean readable = type == Type.TEXT || type == Type.NUMBER;
    if (readable && !objects.isEmpty() && random.nextInt(4) > 0) {
      return new Expression.Property(reference(values.pick(objects)), key(), type);
    }
    return literal(type);
  }

  private String key() {
    return random.nextInt(12) == 0 ? "nowhere" : values.pick(RandomRows.KEYS);
  }

  private Expression literal(Type type) {
    if (random.nextInt(10) == 0) {
      return new Expression.Literal(null, type);
    }
    Object value =
        switch (type) {
          case TEXT -> values.pick(RandomRows.TEXTS);
          case NUMBER -> (Object) values.number();
          case INTEGER -> (long) random.nextInt(8);
          case BOOLEAN -> random.nextBoolean();
          case TIME -> values.time();
          case OBJECT -> values.object(1);
          case LIST -> new ArrayList<>(List.of(1L, "x"));
          case DATE -> (long) (random.nextInt(16) + 19_670);
          case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> list(type);
        };
    return new Expression.Literal(value, type);
  }

  private List<@Nullable Object> list(Type type) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Expression element = literal(Objects.requireNonNull(type.element()));
      list.add(element instanceof Expression.Literal literal ? literal.value() : null);
    }
    return list;
  }

  private Expression inner(Type type, List<Column> columns, int depth) {
    if (random.nextInt(5) == 0) {
      return choice(type, columns, depth);
    }
    return switch (type) {
      case TEXT -> text(columns, depth);
      case NUMBER -> number(columns, depth);
      case INTEGER -> whole(columns, depth);
      case BOOLEAN -> condition(columns, depth);
      case TIME -> Expression.call(Function.TO_TIME, of(Type.TEXT, columns, depth));
      case OBJECT, LIST, DATE -> of(type, columns, 0);
      case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> elements(type, columns, depth);
    };
  }

  /** A list out of another one. */
  private Expression elements(Type type, List<Column> columns, int depth) {
    Type element = Objects.requireNonNull(type.element());
    return switch (random.nextInt(3)) {
      case 0 -> each(Each.Kind.FILTER, type, Type.BOOLEAN, columns, depth);
      case 1 ->
          each(
              random.nextBoolean() ? Each.Kind.SORT : Each.Kind.SORT_DESCENDING,
              type,
              comparable(),
              columns,
              depth);
      default ->
          each(
              Each.Kind.MAP,
              Objects.requireNonNull(comparable().listOf()),
              element,
              columns,
              depth);
    };
  }

  private Expression each(Each.Kind kind, Type list, Type body, List<Column> columns, int depth) {
    variables++;
    List<Expression> lists = new ArrayList<>(List.of(of(list, columns, depth)));
    if (random.nextInt(3) == 0) {
      lists.add(of(Type.INTEGERS, columns, depth));
    }
    List<Expression.Variable> elements = new ArrayList<>();
    for (Expression one : lists) {
      Type element = Objects.requireNonNull(one.type().element());
      elements.add(new Expression.Variable("x" + variables + "_" + elements.size(), element));
    }
    around.addAll(elements);
    Expression computed = of(body, columns, depth);
    around.removeAll(elements);
    return new Each(kind, elements, lists, computed);
  }

  private Expression choice(Type type, List<Column> columns, int depth) {
    Expression one = of(type, columns, depth);
    Expression other = of(type, columns, depth);
    return random.nextBoolean()
        ? Expression.call(Function.COALESCE, one, other)
        : Expression.call(Function.IF, of(Type.BOOLEAN, columns, depth), one, other);
  }

  private Expression text(List<Column> columns, int depth) {
    return random.nextInt(3) == 0
        ? new Expression.Property(of(Type.OBJECT, columns, depth), key(), Type.TEXT)
        : Expression.call(Function.TRIM_URL, of(Type.TEXT, columns, depth));
  }

  private Expression number(List<Column> columns, int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> Expression.call(Function.TO_NUMBER, of(Type.INTEGER, columns, depth));
      case 1 -> new Expression.Property(of(Type.OBJECT, columns, depth), key(), Type.NUMBER);
      default ->
          Expression.call(
              Function.DIVIDE,
              of(Type.NUMBER, columns, depth),
              Expression.number(values.pick(List.of(0.0, 2.0, -4.0, 1.0))));
    };
  }

  private Expression whole(List<Column> columns, int depth) {
    if (random.nextInt(4) == 0) {
      Each.Kind kind = random.nextBoolean() ? Each.Kind.COUNT : Each.Kind.FIRST_INDEX;
      return each(kind, values.pick(LISTS), Type.BOOLEAN, columns, depth);
    }
    if (random.nextInt(4) == 0) {
      return new Expression.Steps(
          of(values.pick(List.of(Type.TIME, Type.INTEGER)), columns, depth),
          List.of(-1L, 3L, values.time(), values.time() + Micros.DAY * 9),
          List.of(0L, 1L, 5L, 7L, 2L),
          Type.INTEGER);
    }
    if (random.nextBoolean()) {
      return new Expression.Bucket(of(Type.TIME, columns, depth), buckets());
    }
    return Expression.call(
        random.nextBoolean() ? Function.ADD : Function.SUBTRACT,
        of(Type.INTEGER, columns, depth),
        of(Type.INTEGER, columns, depth));
  }

  private Expression condition(List<Column> columns, int depth) {
    return switch (random.nextInt(12)) {
      case 11 -> onDay(columns, depth);
      case 10 -> between(of(Type.TIME, columns, depth));
      case 9 -> {
        Each.Kind kind = random.nextBoolean() ? Each.Kind.EXISTS : Each.Kind.ALL;
        yield each(kind, values.pick(LISTS), Type.BOOLEAN, columns, depth);
      }
      case 0 -> both(Function.AND, columns, depth);
      case 1 -> both(Function.OR, columns, depth);
      case 2 -> Expression.call(Function.NOT, of(Type.BOOLEAN, columns, depth));
      case 3 -> Expression.call(Function.IS_NULL, of(comparable(), columns, depth));
      case 4 ->
          Expression.call(
              Function.CONTAINS_IGNORE_CASE,
              of(Type.TEXT, columns, depth),
              of(Type.TEXT, columns, depth));
      case 5 ->
          Expression.call(
              Function.MATCHES,
              of(Type.TEXT, columns, depth),
              Expression.text(values.pick(PATTERNS)));
      case 6 -> in(columns, depth);
      default -> comparison(columns, depth);
    };
  }

  /** A time within a few days, or what its day, month or year is, compared with another. */
  private Expression onDay(List<Column> columns, int depth) {
    WallClock clock = new WallClock(ZoneId.of(values.pick(ZONES)));
    Expression time = of(Type.TIME, columns, random.nextInt(3) == 0 ? depth : 0);
    Expression date = clock.date(time);
    Expression part =
        switch (random.nextInt(4)) {
          case 0 -> clock.start(date);
          case 1 -> Expression.call(Function.YEAR, date);
          case 2 -> clock.floor(time, Micros.HOUR);
          default -> date;
        };
    Expression other =
        part.type() == Type.INTEGER ? Expression.integer(2023) : literal(part.type());
    Function function = values.pick(List.of(Function.EQUAL, Function.LESS, Function.LESS_OR_EQUAL));
    Expression compared =
        random.nextBoolean()
            ? Expression.call(function, part, other)
            : Expression.call(function, other, part);
    return random.nextBoolean() ? compared : Expression.call(Function.AND, between(time), compared);
  }

  private Expression between(Expression time) {
    long from = values.time();
    return Expression.call(
        Function.AND,
        Expression.call(Function.LESS_OR_EQUAL, Expression.time(from), time),
        Expression.call(
            Function.LESS, time, Expression.time(from + random.nextInt(96) * Micros.HOUR)));
  }

  private Expression both(Function function, List<Column> columns, int depth) {
    List<Expression> sides = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      sides.add(of(Type.BOOLEAN, columns, depth));
    }
    return new Expression.Call(function, sides);
  }

  private Expression comparison(List<Column> columns, int depth) {
    Type type = comparable();
    Function function = values.pick(List.of(Function.EQUAL, Function.LESS, Function.LESS_OR_EQUAL));
    Type other = type == Type.INTEGER && random.nextBoolean() ? Type.NUMBER : type;
    return Expression.call(function, of(type, columns, depth), of(other, columns, depth));
  }

  private Expression in(List<Column> columns, int depth) {
    Type type = comparable();
    List<Object> options = new ArrayList<>();
    for (int i = values.pick(List.of(0, 1, 3, 70)); i > 0; i--) {
      if (literal(type) instanceof Expression.Literal literal && literal.value() != null) {
        options.add(literal.value());
      }
    }
    return new Expression.In(of(type, columns, depth), options);
  }

  /** A type whose values are equal or come one before the other. */
  Type comparable() {
    return values.pick(
        List.of(Type.TEXT, Type.NUMBER, Type.INTEGER, Type.BOOLEAN, Type.TIME, Type.DATE));
  }

  private Buckets buckets() {
    List<Long> starts = new ArrayList<>();
    long start = values.time();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      starts.add(start);
      start += random.nextInt(3) == 0 ? Micros.HOUR : Micros.DAY;
    }
    return new Buckets(starts, start);
  }
}
