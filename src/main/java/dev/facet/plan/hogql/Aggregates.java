package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.hogql.aggregate.AggregateName;
import dev.facet.plan.hogql.tuple.Tupled;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Aggregates with their combinators: {@code countIf}, {@code uniqExact}, {@code quantile(0.9)}. */
final class Aggregates {
  private static final Set<Kind> TAKEN =
      EnumSet.of(Kind.LIST, Kind.TOP, Kind.ARG_MIN, Kind.ARG_MAX);

  private final Terms terms;
  private final Scope scope;

  Aggregates(Terms terms) {
    this.terms = terms;
    this.scope = terms.scope();
  }

  static boolean isAggregate(String name) {
    return AggregateName.of(name).isPresent();
  }

  static List<String> names() {
    return AggregateName.all();
  }

  Expression of(Call call) {
    Aggregation aggregation = aggregation(call);
    Expression value = scope.parts().aggregate(aggregation, call.place());
    return finished(aggregation, value, counted -> scope.parts().aggregate(counted, call.place()));
  }

  /** Whether tuples go through it as JSON; others take the values of a tuple one by one. */
  static boolean takesTuples(Call call) {
    return AggregateName.of(call.function()).filter(Aggregates::takesTuples).isPresent();
  }

  /** The smallest and the largest tuple would be those by their JSON, which nobody asks for. */
  private static boolean takesTuples(AggregateName name) {
    return TAKEN.contains(name.kind())
        || name.kind() == Kind.MIN && !name.base().equalsIgnoreCase("min");
  }

  /** Puts a second aggregation beside the first one. */
  interface Counter {
    Expression of(Aggregation aggregation);
  }

  /**
   * Sums of what is never missing are 0 of nothing; everything else is null. A null sum of whole
   * numbers may also be one beyond 64 bits, so their rows are counted.
   */
  static Expression finished(Aggregation sum, Expression value, Counter counter) {
    if (sum.kind() != Kind.SUM || mayBeMissing(sum.arguments().getFirst())) {
      return value;
    }
    if (value.type() != Type.INTEGER) {
      return call(Function.COALESCE, value, Expression.number(0));
    }
    Aggregation count =
        Aggregation.of(sum.name() + "n", Kind.COUNT, sum.arguments(), List.of())
            .where(sum.condition());
    Expression zero = Expression.integer(0);
    return call(Function.IF, call(Function.EQUAL, counter.of(count), zero), zero, value);
  }

  private static boolean mayBeMissing(Expression expression) {
    return expression instanceof Expression.Property
        || Coercion.isNull(expression)
        || expression.inputs().stream().anyMatch(Aggregates::mayBeMissing);
  }

  /** What the call sums up, under a name of its own; no aggregates within. */
  private Aggregation aggregation(Call call) {
    Aggregation result = windowed(call);
    refuseNested(result, call);
    return result;
  }

  /** The same for a window, which may sum up aggregates of groups. */
  Aggregation windowed(Call call) {
    AggregateName parsed = AggregateName.of(call.function()).orElseThrow();
    List<Syntax> given = new ArrayList<>(call.arguments());
    Expression condition = call.filter() == null ? null : terms.condition(call.filter());
    if (parsed.conditional()) {
      if (given.isEmpty()) {
        throw count(call, "a condition as its last argument");
      }
      Expression last = terms.condition(given.removeLast());
      condition = condition == null ? last : call(Function.AND, condition, last);
    }
    boolean all = given.isEmpty() || given.size() == 1 && given.getFirst() instanceof Syntax.Star;
    List<Expression> arguments = all ? List.of() : arguments(given, takesTuples(call));
    Aggregation aggregation = of(parsed, call, arguments);
    if ((call.distinct() || parsed.distinct()) && aggregation.kind() != Kind.COUNT_DISTINCT) {
      aggregation = aggregation.onlyDistinct();
    }
    return aggregation.where(condition);
  }

  private List<Expression> arguments(List<Syntax> given, boolean asTuples) {
    Tuples tuples = new Tuples(terms);
    List<Expression> arguments = new ArrayList<>();
    for (Syntax one : given) {
      Optional<Tupled> tuple = asTuples ? tuples.find(one) : Optional.empty();
      if (tuple.isPresent()) {
        arguments.add(tuple.get().text());
        continue;
      }
      arguments.addAll(tuples.values(one));
    }
    return arguments;
  }

  void refuseNested(Aggregation aggregation, Call call) {
    aggregation.expressions().forEach(expression -> refuseNested(expression, call));
  }

  private void refuseNested(Expression expression, Call call) {
    if (scope.parts().firstAggregate(expression) != null
        || scope.parts().firstWindow(expression) != null) {
      throw scope
          .mistakes()
          .refused(call.place(), "an aggregate cannot stand within an aggregate; use a subquery.");
    }
  }

  private RuntimeException count(Call call, String takes) {
    return scope
        .mistakes()
        .at("argument_count", call.place(), "%s takes %s.".formatted(call.function(), takes));
  }

  private Aggregation of(AggregateName parsed, Call call, List<Expression> arguments) {
    String name = scope.asked().fresh("a");
    Kind kind = parsed.kind();
    int most = kind == Kind.COUNT_DISTINCT ? Integer.MAX_VALUE : isOfTwo(kind) ? 2 : 1;
    int least = kind == Kind.COUNT ? 0 : isOfTwo(kind) ? 2 : 1;
    boolean countDistinct = kind == Kind.COUNT && (call.distinct() || parsed.distinct());
    if (countDistinct && !arguments.isEmpty()) {
      return Aggregation.of(name, Kind.COUNT_DISTINCT, arguments, List.of());
    }
    if (arguments.size() < least || arguments.size() > most) {
      throw count(
          call, (least == 0 ? "at most one value" : least == 1 ? "one value" : "two values"));
    }
    List<Expression> typed = arguments.stream().map(a -> typed(kind, a, call)).toList();
    return Aggregation.of(name, kind, typed, levels(parsed, call));
  }

  private static boolean isOfTwo(Kind kind) {
    return switch (kind) {
      case ARG_MIN, ARG_MAX, COVAR_POP, COVAR_SAMP, CORR -> true;
      case COUNT,
          COUNT_DISTINCT,
          SUM,
          AVG,
          MIN,
          MAX,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          QUANTILE,
          QUANTILES,
          LIST,
          TOP,
          STDDEV_POP,
          STDDEV_SAMP,
          VAR_POP,
          VAR_SAMP ->
          false;
    };
  }

  /** Aggregates over numbers read properties as numbers. */
  private Expression typed(Kind kind, Expression argument, Call call) {
    return switch (kind) {
      case SUM -> argument.type() == Type.INTEGER ? argument : number(argument, call);
      case BIT_AND, BIT_OR, BIT_XOR -> whole(argument, call);
      case AVG,
          QUANTILE,
          QUANTILES,
          STDDEV_POP,
          STDDEV_SAMP,
          VAR_POP,
          VAR_SAMP,
          COVAR_POP,
          COVAR_SAMP,
          CORR ->
          number(argument, call);
      case MIN, MAX, ARG_MIN, ARG_MAX, LIST, TOP, COUNT, COUNT_DISTINCT ->
          scalar(kind, argument, call);
    };
  }

  private Expression scalar(Kind kind, Expression argument, Call call) {
    boolean isCount = kind == Kind.COUNT || kind == Kind.COUNT_DISTINCT;
    if (!isCount && argument.type().listOf() == null) {
      throw scope
          .mistakes()
          .type(
              call.place(),
              "%s does not take %s.".formatted(call.function(), Coercion.name(argument)));
    }
    return argument;
  }

  /** Bits are those of whole numbers; numbers and properties are cut to them. */
  private Expression whole(Expression argument, Call call) {
    Expression number = argument.type() == Type.INTEGER ? argument : number(argument, call);
    return number.type() == Type.INTEGER ? number : call(Function.TO_WHOLE, number);
  }

  private Expression number(Expression argument, Call call) {
    if (argument.type() == Type.BOOLEAN) {
      return call(
          Function.IF,
          call(Function.IS_NULL, argument),
          Coercion.missing(Type.INTEGER),
          call(Function.IF, argument, Expression.integer(1), Expression.integer(0)));
    }
    Expression number = Coercion.to(argument, Type.NUMBER, scope);
    if (number == null) {
      throw scope
          .mistakes()
          .type(
              call.place(),
              "%s takes numbers, not %s; convert it with toFloat."
                  .formatted(call.function(), Coercion.name(argument)));
    }
    return number;
  }

  private List<Double> levels(AggregateName parsed, Call call) {
    Constants constants = new Constants(scope);
    List<Double> levels = new ArrayList<>();
    for (Syntax parameter : call.parameters()) {
      levels.add(constants.number(parameter, call.function() + "(…)"));
    }
    return switch (parsed.kind()) {
      case QUANTILE ->
          levels.isEmpty() || parsed.base().toLowerCase(Locale.ROOT).startsWith("median")
              ? List.of(0.5)
              : shares(List.of(levels.getFirst()), call);
      case QUANTILES -> shares(required(levels, call), call);
      case TOP -> List.of(levels.isEmpty() ? 10.0 : levels.getFirst());
      case LIST -> levels.isEmpty() ? List.of() : List.of(levels.getFirst());
      case COUNT,
          COUNT_DISTINCT,
          SUM,
          AVG,
          MIN,
          MAX,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          ARG_MIN,
          ARG_MAX,
          STDDEV_POP,
          STDDEV_SAMP,
          VAR_POP,
          VAR_SAMP,
          COVAR_POP,
          COVAR_SAMP,
          CORR -> {
        if (!levels.isEmpty()) {
          throw count(call, "no parameters before its arguments");
        }
        yield List.of();
      }
    };
  }

  private List<Double> required(List<Double> levels, Call call) {
    if (levels.isEmpty()) {
      throw count(call, "its levels first: quantiles(0.5, 0.9)(x)");
    }
    return levels;
  }

  private List<Double> shares(List<Double> levels, Call call) {
    for (double level : levels) {
      if (!(level >= 0 && level <= 1)) {
        throw count(call, "levels from 0 to 1, not " + level);
      }
    }
    return levels;
  }
}
