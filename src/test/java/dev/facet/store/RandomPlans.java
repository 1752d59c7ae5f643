package dev.facet.store;

import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random plans whose result does not depend on the order of rows. */
public final class RandomPlans {
  private static final int MOST_JOINS = 2;

  private final Random random;
  private final RandomRows values;
  private final RandomExpressions expressions;
  private final List<Plan> made = new ArrayList<>();
  private int names;
  private int joins;

  public RandomPlans(Random random) {
    this.random = random;
    this.values = new RandomRows(random);
    this.expressions = new RandomExpressions(random, values);
  }

  public Plan plan(int depth) {
    if (!made.isEmpty() && random.nextInt(6) == 0) {
      return values.pick(made);
    }
    Plan plan = depth == 0 ? leaf() : inner(depth - 1);
    made.add(plan);
    return plan;
  }

  private Plan leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> rows();
      case 1, 2 -> new Plan.Scan(Datasets.PERSONS);
      default -> new Plan.Scan(Datasets.EVENTS);
    };
  }

  private Plan rows() {
    List<Column> columns =
        List.of(
            new Column(name(), Type.TEXT),
            new Column(name(), Type.INTEGER),
            new Column(name(), Type.OBJECT));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      rows.add(
          Rows.row(
              values.pick(RandomRows.TEXTS),
              random.nextInt(4) == 0 ? null : (Object) (long) random.nextInt(6),
              values.object(1)));
    }
    return new Plan.Values(columns, rows);
  }

  private String name() {
    names++;
    return (random.nextBoolean() ? "c" : "C") + names;
  }

  private Plan inner(int depth) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> filter(plan(depth));
      case 2 -> project(plan(depth));
      case 3, 4 -> aggregate(plan(depth));
      case 5 -> joins < MOST_JOINS ? join(depth) : plan(depth);
      case 6 -> union(depth);
      case 7 -> window(plan(depth));
      case 8 -> unnest(plan(depth));
      default -> limit(plan(depth));
    };
  }

  private Plan filter(Plan input) {
    Expression condition = expressions.of(Type.BOOLEAN, input.columns(), 3);
    return new Plan.Filter(
        input,
        switch (random.nextInt(8)) {
          case 0 ->
              Expression.call(
                  Function.IF,
                  Expression.call(Function.IS_NULL, any(input)),
                  new Expression.Literal(null, Type.BOOLEAN),
                  condition);
          case 1 -> Expression.call(Function.AND, condition, isThere(any(input)));
          default -> condition;
        });
  }

  private Expression any(Plan input) {
    return input.column(values.pick(input.columns()).name());
  }

  /** Whether the value is there, or is not. */
  private Expression isThere(Expression value) {
    Expression missing = Expression.call(Function.IS_NULL, value);
    return random.nextBoolean() ? missing : Expression.call(Function.NOT, missing);
  }

  private Named named(Type type, Plan input) {
    return new Named(name(), expressions.of(type, input.columns(), 2));
  }

  private Plan project(Plan input) {
    List<Named> columns = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      columns.add(named(values.pick(List.of(Type.values())), input));
    }
    return new Plan.Project(input, columns);
  }

  private Plan aggregate(Plan input) {
    List<Named> keys = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean object = random.nextInt(6) == 0;
      keys.add(named(object ? Type.OBJECT : expressions.comparable(), input));
    }
    List<Aggregation> aggregations = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      aggregations.add(aggregation(input));
    }
    return new Plan.Aggregate(input, keys, aggregations);
  }

  private Aggregation aggregation(Plan input) {
    Kind kind = values.pick(List.of(Kind.values()));
    Type type =
        switch (kind) {
          case COUNT, COUNT_DISTINCT, MIN, MAX, ARG_MIN, ARG_MAX, LIST, TOP ->
              expressions.comparable();
          case BIT_AND, BIT_OR, BIT_XOR -> Type.INTEGER;
          default -> values.pick(List.of(Type.NUMBER, Type.INTEGER));
        };
    List<Expression> arguments = new ArrayList<>();
    if (kind != Kind.COUNT || random.nextBoolean()) {
      arguments.add(expressions.of(type, input.columns(), 2));
    }
    boolean two =
        switch (kind) {
          case ARG_MIN, ARG_MAX, COVAR_POP, COVAR_SAMP, CORR -> true;
          case COUNT_DISTINCT -> random.nextInt(3) == 0;
          default -> false;
        };
    if (two) {
      arguments.add(expressions.of(type, input.columns(), 2));
    }
    List<Double> levels =
        switch (kind) {
          case QUANTILE -> List.of(values.pick(List.of(0.0, 0.25, 0.5, 0.9, 1.0)));
          case QUANTILES -> List.of(0.0, 0.25, 0.9);
          case TOP -> List.of(2.0);
          case LIST -> random.nextBoolean() ? List.of() : List.of(3.0);
          default -> List.of();
        };
    Aggregation plain = Aggregation.of(name(), kind, arguments, levels);
    Aggregation some =
        random.nextInt(3) == 0
            ? plain.where(expressions.of(Type.BOOLEAN, input.columns(), 2))
            : plain;
    return switch (kind) {
      case LIST, SUM, AVG, QUANTILE, VAR_POP -> random.nextInt(3) == 0 ? some.onlyDistinct() : some;
      default -> some;
    };
  }

  private Plan join(int depth) {
    joins++;
    Plan left = plan(depth);
    Plan right = renamed(plan(depth));
    List<Plan.Join.On> on = new ArrayList<>();
    for (Column column : left.columns()) {
      right.columns().stream()
          .filter(other -> other.type() == column.type() && isKey(column.type()))
          .skip(random.nextInt(2))
          .findFirst()
          .ifPresent(other -> on.add(new Plan.Join.On(column.name(), other.name())));
    }
    List<Plan.Join.On> some = on.isEmpty() ? on : List.of(values.pick(on));
    Plan few = some.isEmpty() ? limit(left) : left;
    List<Column> both = new ArrayList<>(few.columns());
    both.addAll(right.columns());
    Expression condition = random.nextInt(3) == 0 ? expressions.of(Type.BOOLEAN, both, 2) : null;
    Plan.Join join =
        new Plan.Join(
            values.pick(List.of(Plan.Join.Kind.values())),
            few,
            right,
            some,
            random.nextBoolean(),
            condition);
    boolean isAsked = random.nextInt(3) == 0 || join.kind() == Plan.Join.Kind.LEFT;
    if (!isAsked) {
      return join;
    }
    boolean byKey = join.kind().showsRight() && !some.isEmpty() && random.nextBoolean();
    Expression asked = byKey ? join.column(some.getFirst().right()) : any(join);
    return new Plan.Filter(join, isThere(asked));
  }

  private static boolean isKey(Type type) {
    return type == Type.TEXT || type == Type.INTEGER;
  }

  /** The same rows under new names. */
  private Plan renamed(Plan input) {
    List<Named> columns = new ArrayList<>();
    for (Column column : input.columns()) {
      columns.add(new Named(name(), input.column(column.name())));
    }
    return new Plan.Project(input, columns);
  }

  private Plan union(int depth) {
    Plan first = plan(depth);
    List<Plan> inputs = new ArrayList<>(List.of(first));
    for (int i = random.nextInt(3); i > 0; i--) {
      Plan other = plan(depth);
      List<Named> columns = new ArrayList<>();
      for (Column column : first.columns()) {
        columns.add(named(column.type(), other));
      }
      inputs.add(new Plan.Project(other, columns));
    }
    return new Plan.Union(inputs);
  }

  /** Ordered by all columns: rows that tie are equal. */
  private Plan window(Plan input) {
    List<Named> columns = new ArrayList<>();
    List<Plan.Sort.By> by = new ArrayList<>();
    for (Column column : input.columns()) {
      if (hasOrder(column.type())) {
        Named named = new Named(name(), input.column(column.name()));
        columns.add(named);
        by.add(new Plan.Sort.By(named.name(), random.nextBoolean()));
      }
    }
    if (columns.isEmpty()) {
      return input;
    }
    Plan ordered = new Plan.Project(input, columns);
    List<String> partition =
        random.nextBoolean() ? List.of() : List.of(values.pick(columns).name());
    List<Over> over = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      over.add(over(ordered, by));
    }
    return new Plan.Window(ordered, partition, by, over);
  }

  private static boolean hasOrder(Type type) {
    return type != Type.OBJECT && type != Type.LIST;
  }

  private Over over(Plan input, List<Plan.Sort.By> order) {
    Expression value = expressions.of(expressions.comparable(), input.columns(), 2);
    return switch (random.nextInt(5)) {
      case 0 -> new Over.Position(name(), values.pick(List.of(Over.Position.Kind.values())));
      case 1 -> new Over.Tile(name(), 1 + random.nextInt(4));
      case 2 -> {
        Expression other = expressions.of(value.type(), input.columns(), 1);
        yield new Over.Neighbour(
            name(), value, random.nextInt(7) - 3, random.nextBoolean() ? other : null);
      }
      case 3 -> new Over.Nth(name(), value, random.nextInt(4), frame(input, order));
      default -> new Over.Sum(aggregation(input), frame(input, order));
    };
  }

  private Over.Frame frame(Plan input, List<Plan.Sort.By> order) {
    boolean range = random.nextInt(3) == 0;
    boolean apart = order.size() == 1 && input.column(order.getFirst().column()).type().isNumeric();
    long reach = range && !apart ? 0 : random.nextInt(3);
    Long from = random.nextInt(3) == 0 ? null : Long.valueOf(-reach);
    Long until = random.nextInt(3) == 0 ? null : Long.valueOf(reach);
    return new Over.Frame(range ? Over.Frame.Unit.RANGE : Over.Frame.Unit.ROWS, from, until);
  }

  private Plan unnest(Plan input) {
    List<Named> lists = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      lists.add(named(values.pick(RandomExpressions.LISTS), input));
    }
    String index = random.nextBoolean() ? name() : null;
    return new Plan.Unnest(input, lists, index, random.nextBoolean());
  }

  /**
   * Ordered by all columns that have an order; rows that tie in those are made equal by leaving the
   * others out.
   */
  private Plan limit(Plan input) {
    List<Named> ordered = new ArrayList<>();
    List<Plan.Sort.By> by = new ArrayList<>();
    for (Column column : input.columns()) {
      if (hasOrder(column.type())) {
        Named named = new Named(name(), input.column(column.name()));
        ordered.add(named);
        by.add(new Plan.Sort.By(named.name(), random.nextBoolean()));
      }
    }
    if (ordered.isEmpty()) {
      return input;
    }
    Plan sorted = new Plan.Sort(new Plan.Project(input, ordered), by);
    return random.nextInt(4) == 0
        ? sorted
        : new Plan.Limit(sorted, random.nextInt(12), random.nextInt(4));
  }
}
