package dev.facet.plan.trend;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.hogql.OverEvents;
import dev.facet.query.Measure;
import dev.facet.query.Measure.Actor;
import dev.facet.query.PropertyRef;
import dev.facet.query.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  static Tally of(Measure measure, Matching matching) {
    return switch (measure) {
      case Measure.Count _ -> new Sums(List.of(new Aggregation(COUNT, Kind.COUNT, null)));
      case Measure.Persons(Actor actor) -> new Distinct(PERSON, matching.actor(actor));
      case Measure.ActivePersons(int _, Actor actor) -> new Distinct(PERSON, matching.actor(actor));
      case Measure.FirstTime(Measure.First _, Actor actor) ->
          new Distinct(PERSON, matching.actor(actor));
      case Measure.Computed(Syntax aggregate, Place place) ->
          Computed.of(matching.hogql(place).aggregate(aggregate));
      case Measure.Sessions _ -> new Distinct("session", EventRows.SESSION);
      case Measure.CountPerPerson(Measure.Summary summary, Actor actor) ->
          new PerPerson(matching.actor(actor), summary);
      case Measure.OfProperty of when of.property().source() == PropertyRef.Source.SESSION ->
          new PerSession(EventRows.number(of.property()), of.summary());
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
      case SUM, MIN, MAX -> new Sums(List.of(Summaries.of(SUM, summary, number)));
      case MEDIAN, P75, P90, P95, P99 -> new Spread(number, summary);
    };
  }

  static Expression number(Expression value) {
    return value.type() == Type.INTEGER ? call(Function.TO_NUMBER, value) : value;
  }

  static List<Named> with(List<Named> keys, String name, Expression expression) {
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

  /** Who is listed for what is counted. */
  static Expression actor(Tally tally) {
    return switch (tally) {
      case Distinct distinct when distinct.name().equals(PERSON) -> distinct.actor();
      case PerPerson each -> each.actor();
      default -> EventRows.PERSON;
    };
  }

  /** Each actor, with how many rows are theirs; summed up by nothing less than the actor. */
  record EachPerson(Expression actor) implements Tally {
    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return new Aggregate(
          rows, with(keys, PERSON, actor), List.of(new Aggregation(COUNT, Kind.COUNT, null)));
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

  /** A summary of how many events each actor has. */
  record PerPerson(Expression actor, Measure.Summary summary) implements Tally {
    private static final String EACH = "each";

    @Override
    public List<Expression> reads() {
      return List.of(actor);
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return summed(partial(rows, keys), keys);
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return new Aggregate(
          rows, with(keys, PERSON, actor), List.of(new Aggregation(COUNT, Kind.COUNT, null)));
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      Aggregation sum = new Aggregation(COUNT, Kind.SUM, partial.column(COUNT));
      List<Named> persons = with(keys, PERSON, partial.column(PERSON));
      return summed(new Aggregate(partial, persons, List.of(sum)), keys);
    }

    /** Rows of no actor count for nobody. */
    private Plan summed(Plan counts, List<Named> keys) {
      Plan persons =
          actor.equals(EventRows.PERSON)
              ? counts
              : new Plan.Filter(
                  counts, call(Function.NOT, call(Function.IS_NULL, counts.column(PERSON))));
      List<Named> same =
          keys.stream().map(key -> new Named(key.name(), persons.column(key.name()))).toList();
      return new Aggregate(
          persons, same, List.of(Summaries.of(EACH, summary, persons.column(COUNT))));
    }

    @Override
    public Expression value(Plan counted) {
      return number(counted.column(EACH));
    }
  }

  /** A summary of one number for each session. */
  record PerSession(Expression number, Measure.Summary summary) implements Tally {
    private static final String SESSION = "session";
    private static final String NUMBER = "number";

    @Override
    public List<Expression> reads() {
      return List.of(number, EventRows.SESSION);
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return summed(partial(rows, keys), keys);
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      return each(rows, with(keys, SESSION, EventRows.SESSION), number);
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      List<Named> sessions = with(keys, SESSION, partial.column(SESSION));
      return summed(each(partial, sessions, partial.column(NUMBER)), keys);
    }

    private static Plan each(Plan rows, List<Named> sessions, Expression number) {
      return new Aggregate(rows, sessions, List.of(new Aggregation(NUMBER, Kind.MIN, number)));
    }

    private Plan summed(Plan sessions, List<Named> keys) {
      List<Named> same =
          keys.stream().map(key -> new Named(key.name(), sessions.column(key.name()))).toList();
      return new Aggregate(
          sessions, same, List.of(Summaries.of(NUMBER, summary, sessions.column(NUMBER))));
    }

    @Override
    public Expression value(Plan counted) {
      return counted.column(NUMBER);
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
      return new Aggregate(rows, keys, List.of(Summaries.of(NUMBER, summary, number)));
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

  /**
   * An aggregate somebody wrote. What it is made of need not be sums that can be summed up, so its
   * parts are the values themselves.
   */
  record Computed(List<Aggregation> aggregations, Expression result) implements Tally {
    private static final String VALUE = "argument_";

    static Computed of(OverEvents.Summed summed) {
      return new Computed(summed.aggregations(), summed.result());
    }

    @Override
    public List<Expression> reads() {
      List<Expression> reads = new ArrayList<>();
      for (Aggregation one : aggregations) {
        reads.addAll(one.arguments());
        Expression condition = one.condition();
        if (condition != null) {
          reads.add(condition);
        }
        one.order().forEach(by -> reads.add(by.expression()));
      }
      return reads;
    }

    @Override
    public Plan whole(Plan rows, List<Named> keys) {
      return new Aggregate(rows, keys, aggregations);
    }

    @Override
    public Plan partial(Plan rows, List<Named> keys) {
      List<Named> columns = new ArrayList<>(keys);
      names().forEach((value, name) -> columns.add(new Named(name, value)));
      return new Plan.Project(rows, columns);
    }

    private Map<Expression, String> names() {
      Map<Expression, String> names = new LinkedHashMap<>();
      reads().forEach(value -> names.computeIfAbsent(value, v -> VALUE + (names.size() + 1)));
      return names;
    }

    @Override
    public Plan merged(Plan partial, List<Named> keys) {
      Map<Expression, String> names = names();
      List<Aggregation> read = new ArrayList<>();
      for (Aggregation one : aggregations) {
        @Nullable Expression condition = one.condition();
        read.add(
            new Aggregation(
                one.name(),
                one.kind(),
                one.arguments().stream().map(value -> column(partial, value, names)).toList(),
                one.distinct(),
                condition == null ? null : column(partial, condition, names),
                one.order().stream()
                    .map(
                        by ->
                            new Aggregation.By(
                                column(partial, by.expression(), names), by.descending()))
                    .toList(),
                one.levels()));
      }
      return new Aggregate(partial, keys, read);
    }

    private static Expression column(
        Plan partial, Expression value, Map<Expression, String> names) {
      return partial.column(names.getOrDefault(value, ""));
    }

    @Override
    public Expression value(Plan counted) {
      return number(result);
    }
  }
}
