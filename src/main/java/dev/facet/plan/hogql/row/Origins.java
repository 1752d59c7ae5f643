package dev.facet.plan.hogql.row;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Beside;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is sure of the columns of a plan: whether a value may be missing, whether it is a count. */
public final class Origins {
  /** Columns of datasets that every row has a value of, beside the keys. */
  private static final Set<String> ALWAYS =
      Set.of("event", "distinct_id", "timestamp", "created_at", "person", "uuid");

  /** Every event has a person, be it one without a profile. */
  private static final Set<String> OF_PERSONS = Set.of(Beside.PERSON_UUID, Beside.PERSON_CREATED);

  private final Map<Plan, Map<String, Origin>> known = new IdentityHashMap<>();

  /**
   * What is sure of a column.
   *
   * @param missing whether a row may have no value
   * @param count whether it counts something, and is never below 0
   */
  public record Origin(boolean missing, boolean count) {
    /** Nothing is sure. */
    public static final Origin UNSURE = new Origin(true, false);

    static final Origin SURE = new Origin(false, false);
    static final Origin COUNT = new Origin(false, true);

    Origin or(Origin other) {
      return new Origin(missing || other.missing, count && other.count);
    }

    Origin orMissing(boolean more) {
      return new Origin(missing || more, count);
    }
  }

  /** Of the column of a plan. */
  public Origin of(Plan plan, String column) {
    Map<String, Origin> columns = known.computeIfAbsent(plan, p -> new HashMap<>());
    Origin found = columns.get(column);
    if (found == null) {
      found = find(plan, column);
      columns.put(column, found);
    }
    return found;
  }

  private Origin find(Plan plan, String column) {
    return switch (plan) {
      case Plan.Scan(Dataset dataset) ->
          dataset.key().contains(column) || ALWAYS.contains(column) ? Origin.SURE : Origin.UNSURE;
      case Plan.Values values -> of(values, column);
      case Plan.Filter filter -> of(filter.input(), column);
      case Plan.Project project -> named(project.expressions(), column, project.input());
      case Plan.Aggregate aggregate -> of(aggregate, column);
      case Plan.Join join -> of(join, column);
      case Plan.Unnest unnest -> of(unnest, column);
      case Plan.Union union -> of(union, column);
      case Plan.Sort sort -> of(sort.input(), column);
      case Plan.Window window -> of(window, column);
      case Plan.Limit limit -> of(limit.input(), column);
    };
  }

  private static int place(Plan plan, String column) {
    return plan.columns().stream().map(Column::name).toList().indexOf(column);
  }

  private static boolean has(Plan plan, String column) {
    return place(plan, column) >= 0;
  }

  private static Origin of(Plan.Values values, String column) {
    int place = place(values, column);
    boolean missing = values.rows().stream().anyMatch(row -> row.get(place) == null);
    return missing ? Origin.UNSURE : Origin.SURE;
  }

  private Origin named(List<Plan.Named> all, String column, Plan input) {
    return all.stream()
        .filter(named -> named.name().equals(column))
        .findFirst()
        .map(named -> of(named.expression(), input))
        .orElse(Origin.UNSURE);
  }

  private Origin of(Plan.Aggregate aggregate, String column) {
    for (Aggregation one : aggregate.aggregations()) {
      if (one.name().equals(column)) {
        return of(one, aggregate.input(), aggregate.keys().isEmpty());
      }
    }
    return named(aggregate.keys(), column, aggregate.input());
  }

  /** Of nothing at all, only counts and lists have a value. */
  private Origin of(Aggregation aggregation, Plan input, boolean maybeNone) {
    return switch (aggregation.kind()) {
      case COUNT, COUNT_DISTINCT -> Origin.COUNT;
      case LIST, TOP -> Origin.SURE;
      case STDDEV_SAMP, VAR_SAMP, COVAR_SAMP, CORR -> Origin.UNSURE;
      case SUM,
          AVG,
          MIN,
          MAX,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          ARG_MIN,
          ARG_MAX,
          QUANTILE,
          QUANTILES,
          STDDEV_POP,
          VAR_POP,
          COVAR_POP -> {
        boolean none = maybeNone || aggregation.condition() != null;
        yield all(aggregation.arguments(), input).orMissing(none);
      }
    };
  }

  private Origin of(Plan.Join join, String column) {
    boolean isLeft = has(join.left(), column);
    Origin inside = of(isLeft ? join.left() : join.right(), column);
    boolean alone =
        switch (join.kind()) {
          case INNER, SEMI, ANTI -> false;
          case LEFT -> !isLeft && !OF_PERSONS.contains(column);
          case RIGHT -> isLeft;
          case FULL -> true;
        };
    return inside.orMissing(alone);
  }

  private Origin of(Plan.Unnest unnest, String column) {
    return has(unnest.input(), column) ? of(unnest.input(), column) : Origin.UNSURE;
  }

  private Origin of(Plan.Union union, String column) {
    int place = place(union, column);
    return union.inputs().stream()
        .map(input -> of(input, input.columns().get(place).name()))
        .reduce(Origin::or)
        .orElse(Origin.UNSURE);
  }

  private Origin of(Plan.Window window, String column) {
    for (Over over : window.over()) {
      if (over.name().equals(column)) {
        return switch (over) {
          case Over.Position _, Over.Tile _ -> Origin.COUNT;
          case Over.Neighbour _, Over.Nth _ -> Origin.UNSURE;
          case Over.Sum sum -> of(sum.aggregation(), window.input(), true);
        };
      }
    }
    return of(window.input(), column);
  }

  private Origin of(Expression expression, Plan input) {
    return switch (expression) {
      case Expression.Reference reference -> of(input, reference.column());
      case Expression.Literal literal -> literal.value() == null ? Origin.UNSURE : Origin.SURE;
      case Expression.Property _, Expression.Bucket _, Expression.Variable _, Expression.Each _ ->
          Origin.UNSURE;
      case Expression.In in -> all(List.of(in.value()), input);
      case Expression.Steps steps -> all(List.of(steps.value()), input);
      case Expression.Call call -> of(call, input);
    };
  }

  private Origin of(Expression.Call call, Plan input) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case IS_NULL, LIST_OF -> Origin.SURE;
      case COALESCE ->
          arguments.stream().anyMatch(argument -> !of(argument, input).missing())
              ? Origin.SURE
              : Origin.UNSURE;
      case IF ->
          all(
              isCounted(arguments, input) ? arguments.subList(1, 2) : arguments.subList(1, 3),
              input);

      default -> mayFail(call.function()) ? Origin.UNSURE : all(arguments, input);
    };
  }

  /** Whether another value stands where a count is 0: a sum of rows, too large at most. */
  private boolean isCounted(List<Expression> arguments, Plan input) {
    return arguments.getFirst() instanceof Expression.Call(Function function, var sides)
        && function == Function.EQUAL
        && sides.getLast().equals(Expression.integer(0))
        && of(sides.getFirst(), input).count()
        && arguments.getLast() instanceof Expression.Reference;
  }

  /** Values of which a part is missing, none of them a count any more. */
  private Origin all(List<Expression> expressions, Plan input) {
    boolean missing = expressions.stream().anyMatch(one -> of(one, input).missing());
    return missing ? Origin.UNSURE : Origin.SURE;
  }

  /** Functions that give null of ordinary values. */
  private static boolean mayFail(Function function) {
    return function.name().startsWith("JSON_")
        || function.name().startsWith("LIST_")
        || function.name().startsWith("PARSE_")
        || Set.of(
                Function.DIVIDE,
                Function.QUOTIENT,
                Function.REMAINDER,
                Function.TO_TIME,
                Function.TO_WHOLE,
                Function.NUMBER_TEXT,
                Function.SQUARE_ROOT,
                Function.LOGARITHM,
                Function.POWER,
                Function.EXPONENTIAL,
                Function.REPEAT,
                Function.RANGE,
                Function.ELEMENT,
                Function.HAS)
            .contains(function);
  }
}
