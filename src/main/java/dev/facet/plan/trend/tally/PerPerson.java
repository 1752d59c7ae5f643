package dev.facet.plan.trend.tally;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.query.Measure;
import java.util.List;

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
        rows, Tally.with(keys, PERSON, actor), List.of(new Aggregation(COUNT, Kind.COUNT, null)));
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    Aggregation sum = new Aggregation(COUNT, Kind.SUM, partial.column(COUNT));
    List<Named> persons = Tally.with(keys, PERSON, partial.column(PERSON));
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
    return Tally.number(counted.column(EACH));
  }
}
