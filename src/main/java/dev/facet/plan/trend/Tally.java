package dev.facet.plan.trend;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.query.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a measure is counted: at once over rows ({@link #whole}), or in two steps, {@link #partial}
 * results first and those {@link #merged} later by fewer keys. Either way {@link #value} reads the
 * result.
 */
public sealed interface Tally {
  String COUNT = "count";
  String SUM = "sum";
  String PERSON = "person";

  /** What is read of each row. */
  List<Expression> reads();

  /** The rows counted, by these keys. */
  Plan whole(Plan rows, List<Named> keys);

  /** What {@link #merged} needs of the rows, by these keys. */
  Plan partial(Plan rows, List<Named> keys);

  /** Partial results counted, by these keys of them. */
  Plan merged(Plan partial, List<Named> keys);

  /** The measure as a number, read from the columns of {@link #whole} or {@link #merged}. */
  Expression value(Plan counted);

  static Tally of(Measure measure) {
    return switch (measure) {
      case Measure.Count _ -> new Sums(List.of(new Aggregation(COUNT, Kind.COUNT, null)));
      case Measure.Persons _, Measure.ActivePersons _, Measure.FirstTime _ ->
          new Distinct(PERSON, EventRows.PERSON);
      case Measure.Sessions _ -> new Distinct("session", EventRows.SESSION);
      case Measure.CountPerPerson each -> new PerPerson(each.summary());
      case Measure.OfProperty of -> ofProperty(of.summary(), EventRows.number(of.property()));
    };
  }

  private static Tally ofProperty(Measure.Summary summary, Expression number) {
    return switch (summary) {
      case AVG ->
          new Sums(
              List.of(
                  new Aggregation(SUM, Kind.SUM, number),
                  new Aggregation(COUNT, Kind.COUNT, number)));
      case SUM, MIN, MAX -> new Sums(List.of(aggregation(SUM, summary, number)));
      case MEDIAN, P75, P90, P95, P99 -> new Spread(number, summary);
    };
  }

  private static Aggregation aggregation(
      String name, Measure.Summary summary, Expression argument) {
    return switch (summary) {
      case SUM -> new Aggregation(name, Kind.SUM, argument);
      case AVG -> new Aggregation(name, Kind.AVG, argument);
      case MIN -> new Aggregation(name, Kind.MIN, argument);
      case MAX -> new Aggregation(name, Kind.MAX, argument);
      case MEDIAN -> Aggregation.quantile(name, argument, 0.5);
      case P75 -> Aggregation.quantile(name, argument, 0.75);
      case P90 -> Aggregation.quantile(name, argument, 0.9);
      case P95 -> Aggregation.quantile(name, argument, 0.95);
      case P99 -> Aggregation.quantile(name, argument, 0.99);
    };
  }

  private static Expression number(Expression value) {
    return value.type() == Type.INTEGER ? call(Function.TO_NUMBER, value) : value;
  }

  private static List<Named> with(List<Named> keys, String name, Expression expression) {
    List<Named> more = new ArrayList<>(keys);
    more.add(new Named(name, expression));
    return more;
  }

  /**
   * Sums that can be summed up; of two the first is divided by the second.
   *
   * @param parts one or two
   */
  record Sums(List<Aggregation> parts) implements Tally {
    @Override
    public List<Expression> reads() {
      return parts.stream().map(Aggregation::argument).filter(Objects::nonNull).toList();
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return new Aggregate(rows, keys, parts);
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return whole(rows, keys);
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      List<Aggregation> sums = new ArrayList<>();
      for (Aggregation part : parts) {
        Kind kind = part.kind() == Kind.COUNT ? Kind.SUM : part.kind();
        sums.add(new Aggregation(part.name(), kind, partial.column(part.name())));
      }
      return new Aggregate(partial, keys, sums);
    }

    @Override
    public Expression value(Plan counted) {
      Expression first = counted.column(parts.getFirst().name());
      return parts.size() == 1
          ? number(first)
          : call(Function.DIVIDE, first, counted.column(parts.getLast().name()));
    }
  }

  /** Each person, with how many rows are theirs; summed up by nothing less than the person. */
  record EachPerson() implements Tally {
    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return new Aggregate(
          rows,
          with(keys, PERSON, EventRows.PERSON),
          List.of(new Aggregation(COUNT, Kind.COUNT, null)));
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return whole(rows, keys);
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      return new Aggregate(
          partial,
          with(keys, PERSON, partial.column(PERSON)),
          List.of(new Aggregation(COUNT, Kind.SUM, partial.column(COUNT))));
    }

    @Override
    public Expression value(Plan counted) {
      return number(counted.column(COUNT));
    }

    @Override
    public List<Expression> reads() {
      return List.of();
    }
  }

  /** How many different actors there are. */
  record Distinct(String name, Expression actor) implements Tally {
    @Override
    public List<Expression> reads() {
      return List.of(actor);
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return new Aggregate(rows, keys, List.of(new Aggregation(COUNT, Kind.COUNT_DISTINCT, actor)));
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return new Aggregate(rows, with(keys, name, actor), List.of());
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      return new Distinct(name, partial.column(name)).whole(partial, keys);
    }

    @Override
    public Expression value(Plan counted) {
      return number(counted.column(COUNT));
    }
  }

  /** A summary of how many events each person has. */
  record PerPerson(Measure.Summary summary) implements Tally {
    private static final String EACH = "each";

    @Override
    public List<Expression> reads() {
      return List.of(EventRows.PERSON);
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return summed(partial(rows, keys), keys);
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return new Aggregate(
          rows,
          with(keys, PERSON, EventRows.PERSON),
          List.of(new Aggregation(COUNT, Kind.COUNT, null)));
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      Aggregation sum = new Aggregation(COUNT, Kind.SUM, partial.column(COUNT));
      List<Named> persons = with(keys, PERSON, partial.column(PERSON));
      return summed(new Aggregate(partial, persons, List.of(sum)), keys);
    }

    private Plan summed(Plan persons, List<Named> keys) {
      List<Named> same =
          keys.stream().map(key -> new Named(key.name(), persons.column(key.name()))).toList();
      return new Aggregate(
          persons, same, List.of(aggregation(EACH, summary, persons.column(COUNT))));
    }

    @Override
    public Expression value(Plan counted) {
      return number(counted.column(EACH));
    }
  }

  /** Where numbers lie: their parts are the numbers themselves. */
  record Spread(Expression number, Measure.Summary summary) implements Tally {
    private static final String NUMBER = "number";

    @Override
    public List<Expression> reads() {
      return List.of(number);
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return new Aggregate(rows, keys, List.of(aggregation(NUMBER, summary, number)));
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return new Plan.Project(rows, with(keys, NUMBER, number));
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      return new Spread(partial.column(NUMBER), summary).whole(partial, keys);
    }

    @Override
    public Expression value(Plan counted) {
      return counted.column(NUMBER);
    }
  }
}
