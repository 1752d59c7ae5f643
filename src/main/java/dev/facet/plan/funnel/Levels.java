package dev.facet.plan.funnel;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts of an ordered funnel whose steps no event shares: what follows an event of a step is
 * found among the events of the next step, so that each window sees two steps only. And who never
 * did the second step needs no window at all.
 */
record Levels(StepRows rows, Attempts attempts) {
  private static final String NEXT = "next_";

  /**
   * The attempts that these events begin.
   *
   * @param first events of the first step
   */
  Plan attempts(Plan first) {
    int steps = rows.steps();
    Plan current = level(rows.step(steps, attempts.withValues()), steps);
    for (int step = steps; step >= 2; step--) {
      Plan before = step == 2 ? first : rows.step(step - 1, attempts.withValues());
      Plan both = new Plan.Union(List.of(current, level(before, step)));
      current = attempts.advanced(both, step, false);
    }
    return attempts.begun(current);
  }

  /** The events as they stand beside those of a step of which the later steps are known. */
  private Plan level(Plan events, int step) {
    List<Named> columns = new ArrayList<>(Attempts.kept(events, attempts.partition()));
    columns.addAll(Attempts.kept(events, List.of(StepRows.TIME, StepRows.RANK)));
    for (int later = step + 1; later <= rows.steps(); later++) {
      columns.add(new Named(Attempts.at(later), new Expression.Literal(null, Type.TIME)));
    }
    return new Plan.Project(events, columns);
  }

  /** The events of the first step of actors who did the second, too, at whatever time. */
  Plan near() {
    return first(Join.Kind.SEMI);
  }

  /** The attempts of all others, which do not get further: the first of each counts. */
  Plan far() {
    Plan first = first(Join.Kind.ANTI);
    Plan begun =
        new Plan.Aggregate(
            first,
            Attempts.kept(first, attempts.partition()),
            List.of(
                new Aggregation(
                    Attempts.at(1), Aggregation.Kind.MIN, first.column(StepRows.TIME))));
    List<Named> columns = new ArrayList<>(Attempts.kept(begun, attempts.partition()));
    columns.add(new Named(Attempts.DEPTH, Expression.integer(1)));
    columns.add(new Named(Attempts.at(1), begun.column(Attempts.at(1))));
    for (int step = 2; step <= rows.steps(); step++) {
      columns.add(new Named(Attempts.at(step), new Expression.Literal(null, Type.TIME)));
    }
    return new Plan.Project(begun, columns);
  }

  private Plan first(Join.Kind kind) {
    Plan first = rows.step(1, attempts.withValues());
    Plan second = rows.step(2, attempts.withValues());
    List<Named> keys = new ArrayList<>();
    List<Join.On> on = new ArrayList<>();
    for (String column : attempts.partition()) {
      keys.add(new Named(NEXT + column, second.column(column)));
      on.add(new Join.On(column, NEXT + column));
    }
    return new Join(kind, first, new Plan.Aggregate(second, keys, List.of()), on, false);
  }
}
