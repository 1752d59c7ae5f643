package dev.facet.plan.trend.tally;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.query.Measure;
import java.util.List;

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
    return each(rows, Tally.with(keys, SESSION, EventRows.SESSION), number);
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    List<Named> sessions = Tally.with(keys, SESSION, partial.column(SESSION));
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
