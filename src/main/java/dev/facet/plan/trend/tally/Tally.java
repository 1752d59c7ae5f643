package dev.facet.plan.trend.tally;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.query.Measure;
import dev.facet.query.Measure.Actor;
import dev.facet.query.PropertyRef;
import dev.facet.query.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * How a measure is counted: at once over rows ({@link #whole}), or in two steps, {@link #partial}
 * results first and those {@link #merged} later by fewer keys. Either way {@link #value} reads the
 * result.
 */
public sealed interface Tally
    permits Sums, EachPerson, Distinct, PerPerson, PerSession, Spread, Computed {
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

  /** A measure as charts have it. */
  static Expression number(Expression value) {
    return value.type() == Type.INTEGER ? call(Function.TO_NUMBER, value) : value;
  }

  /** Keys with one more. */
  static List<Named> with(List<Named> keys, String name, Expression expression) {
    List<Named> more = new ArrayList<>(keys);
    more.add(new Named(name, expression));
    return more;
  }

  /** Who is listed for what is counted. */
  static Expression actor(Tally tally) {
    return switch (tally) {
      case Distinct distinct when distinct.name().equals(PERSON) -> distinct.actor();
      case PerPerson each -> each.actor();
      default -> EventRows.PERSON;
    };
  }
}
