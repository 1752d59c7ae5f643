package dev.facet.plan.funnel;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.Plan.Window;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Exclusion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From events to attempts, a row for each event that may begin one: {@link StepRows#ACTOR}, when
 * each step was reached ({@link #at}, null for those not reached within the window), {@link #DEPTH}
 * and {@link #CLEAN}. From its first event an attempt takes the first that fits the next step, and
 * so on: no other choice gets further or is there earlier.
 *
 * <p>Of an actor counts the attempt that gets furthest; of those the ones without an excluded
 * event; of those the ones that are there first; of those the one that began last.
 */
record Attempts(FunnelQuery query, StepRows rows) {
  static final String DEPTH = "depth";

  /** 1 unless an excluded event lies between its steps, then 0. */
  static final String CLEAN = "clean";

  private static final String NUMBER = "number";
  private static final String PLACE = "place";

  /** When a step was reached, numbered from 1. */
  static String at(int step) {
    return "at_" + step;
  }

  private static String next(String column) {
    return "next_" + column;
  }

  /** When the exclusion's event was done next. */
  private static String excluded(int exclusion) {
    return "excluded_" + exclusion;
  }

  private int steps() {
    return query.steps().size();
  }

  /** What attempts are apart by: the actor, and the values when each has attempts of its own. */
  List<String> partition() {
    List<String> partition = new ArrayList<>();
    partition.add(StepRows.ACTOR);
    partition.addAll(rows.splits().apart());
    return partition;
  }

  /** All attempts. */
  Plan all() {
    if (isApart()) {
      return measured(new Levels(rows, this).attempts(rows.step(1, withValues())));
    }
    boolean strict = query.order() == FunnelQuery.Order.STRICT;
    Plan events = withExcluded(placed(rows.plan(strict, withValues())));
    return measured(
        switch (query.order()) {
          case ORDERED -> chained(events, false);
          case STRICT -> chained(events, true);
          case UNORDERED -> new AnyOrder(query, rows, this).attempts(events);
        });
  }

  boolean withValues() {
    return !rows.splits().apart().isEmpty();
  }

  /** Whether each step can be looked at with the next one only. */
  private boolean isApart() {
    return query.order() == FunnelQuery.Order.ORDERED
        && query.exclusions().isEmpty()
        && rows.isPlain()
        && steps() > 1;
  }

  /** The one attempt of each actor that counts; none when an excluded event is in it. */
  Plan best() {
    if (!isApart()) {
      return best(all());
    }
    Levels levels = new Levels(rows, this);
    Plan near = best(measured(levels.attempts(levels.near())));
    return new Plan.Union(List.of(near, levels.far()));
  }

  private Plan best(Plan all) {
    List<By> order = new ArrayList<>();
    order.add(new By(DEPTH, true));
    if (!query.exclusions().isEmpty()) {
      order.add(new By(CLEAN, true));
    }
    order.add(new By(LAST, false));
    order.add(new By(at(1), true));
    for (int step = 2; step < steps(); step++) {
      order.add(new By(at(step), false));
    }
    Plan numbered = new Window(all, partition(), order, List.of(Over.rowNumber(NUMBER)));
    List<Expression> counts = new ArrayList<>();
    counts.add(call(Function.EQUAL, numbered.column(NUMBER), Expression.integer(1)));
    if (!query.exclusions().isEmpty()) {
      counts.add(call(Function.EQUAL, numbered.column(CLEAN), Expression.integer(1)));
    }
    Plan counted = new Plan.Filter(numbered, dev.facet.plan.event.Conditions.all(counts));
    return new Plan.Project(counted, kept(counted, reached()));
  }

  /** When the last step that was reached was. */
  private static final String LAST = "last";

  List<String> reached() {
    List<String> columns = new ArrayList<>(partition());
    columns.add(DEPTH);
    for (int step = 1; step <= steps(); step++) {
      columns.add(at(step));
    }
    return columns;
  }

  static List<Named> kept(Plan plan, List<String> columns) {
    return columns.stream().map(column -> new Named(column, plan.column(column))).toList();
  }

  /** The rows of steps, with when each exclusion's event was done next. */
  private Plan withExcluded(Plan all) {
    if (query.exclusions().isEmpty()) {
      return all;
    }
    List<Over> over = new ArrayList<>();
    Expression exclusion = all.column(StepRows.EXCLUDED);
    for (int i = 1; i <= query.exclusions().size(); i++) {
      Expression isIt = call(Function.EQUAL, exclusion, Expression.integer(i));
      over.add(Over.minAfter(excluded(i), when(isIt, all.column(StepRows.TIME))));
    }
    Plan found = new Window(all, partition(), order(false), over);
    return new Plan.Filter(
        found, call(Function.EQUAL, found.column(StepRows.EXCLUDED), Expression.integer(0)));
  }

  /** Where only the neighbour will do, or an event fits several steps, no two may tie. */
  private boolean isPlaced() {
    return query.order() == FunnelQuery.Order.STRICT || !rows.isPlain();
  }

  /** The rows with a place each: ties are broken once, and so for all windows the same way. */
  private Plan placed(Plan events) {
    return isPlaced()
        ? new Window(events, partition(), byTime(false), List.of(Over.rowNumber(PLACE)))
        : events;
  }

  List<By> order(boolean backwards) {
    return isPlaced() ? List.of(new By(PLACE, backwards)) : byTime(backwards);
  }

  static List<By> byTime(boolean backwards) {
    return List.of(new By(StepRows.TIME, backwards), new By(StepRows.RANK, backwards));
  }

  static Expression when(Expression condition, Expression value) {
    return call(Function.IF, condition, value, new Expression.Literal(null, value.type()));
  }

  /**
   * Walks the steps from the last to the second. For each event the window finds when the next one
   * that fits the step was, and what comes after that one in turn. As times only grow from event to
   * event, the smallest that follows is that of the next.
   *
   * @param strict only the very next event will do: the one before in the order turned round
   */
  private Plan chained(Plan events, boolean strict) {
    Plan current = events;
    for (int step = steps(); step >= 2; step--) {
      current = advanced(current, step, strict);
    }
    return begun(current);
  }

  /** The events before a step, with when the next one that fits the step was. */
  Plan advanced(Plan events, int step, boolean strict) {
    Expression fits = rows.is(step, events);
    List<Over> over = new ArrayList<>();
    over.add(following(strict, next(at(step)), when(fits, events.column(StepRows.TIME))));
    for (String carried : carried(step)) {
      over.add(following(strict, next(carried), when(fits, events.column(carried))));
    }
    Plan found = new Window(events, partition(), order(strict), over);
    Plan narrow = strict ? found : new Plan.Filter(found, fitsBefore(step, found));
    return new Plan.Project(narrow, found(narrow, step));
  }

  /** The events that fit the first step, as attempts. */
  Plan begun(Plan current) {
    Plan entries = new Plan.Filter(current, rows.is(1, current));
    List<Named> columns = new ArrayList<>(kept(entries, partition()));
    columns.add(new Named(at(1), entries.column(StepRows.TIME)));
    for (int step = 2; step <= steps(); step++) {
      columns.add(new Named(at(step), entries.column(at(step))));
    }
    columns.addAll(kept(entries, excluded()));
    return new Plan.Project(entries, columns);
  }

  private static Over following(boolean strict, String name, Expression value) {
    return strict ? Over.previous(name, value) : Over.minAfter(name, value);
  }

  /** What is known of an event and taken over by the one before it that chooses it. */
  private List<String> carried(int step) {
    List<String> carried = new ArrayList<>();
    for (int later = step + 1; later <= steps(); later++) {
      carried.add(at(later));
    }
    for (int i = 0; i < query.exclusions().size(); i++) {
      if (query.exclusions().get(i).from() + 1 >= step) {
        carried.add(excluded(i + 1));
      }
    }
    return carried;
  }

  List<String> excluded() {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= query.exclusions().size(); i++) {
      columns.add(excluded(i));
    }
    return columns;
  }

  private Expression fitsBefore(int step, Plan found) {
    List<Expression> fits = new ArrayList<>();
    for (int before = 1; before < step; before++) {
      fits.add(rows.is(before, found));
    }
    return fits.size() == 1 ? fits.getFirst() : new Expression.Call(Function.OR, fits);
  }

  private List<Named> found(Plan found, int step) {
    List<Named> columns = new ArrayList<>(kept(found, partition()));
    columns.add(new Named(StepRows.TIME, found.column(StepRows.TIME)));
    columns.addAll(kept(found, rows.marks(step - 1)));
    columns.addAll(kept(found, isPlaced() ? List.of(PLACE) : List.of()));
    columns.add(new Named(at(step), found.column(next(at(step)))));
    List<String> carried = carried(step);
    for (String column : carried) {
      columns.add(new Named(column, found.column(next(column))));
    }
    excluded().stream()
        .filter(column -> !carried.contains(column))
        .forEach(column -> columns.add(new Named(column, found.column(column))));
    return columns;
  }

  /** The attempts with what is beyond the window taken off, and how far they got. */
  private Plan measured(Plan attempts) {
    Plan within = within(attempts);
    List<Named> columns = new ArrayList<>(kept(within, partition()));
    List<Expression> latest = new ArrayList<>();
    Expression depth = Expression.integer(1);
    for (int step = 1; step <= steps(); step++) {
      Expression at = within.column(at(step));
      columns.add(new Named(at(step), at));
      latest.addFirst(at);
      depth =
          step == 1
              ? depth
              : call(Function.IF, call(Function.IS_NULL, at), depth, Expression.integer(step));
    }
    columns.add(new Named(DEPTH, depth));
    columns.add(new Named(LAST, new Expression.Call(Function.COALESCE, latest)));
    if (!query.exclusions().isEmpty()) {
      columns.add(new Named(CLEAN, clean(within)));
    }
    return new Plan.Project(within, columns);
  }

  private Plan within(Plan attempts) {
    Expression end = end(attempts);
    List<Named> columns = new ArrayList<>(kept(attempts, partition()));
    columns.add(new Named(at(1), attempts.column(at(1))));
    for (int step = 2; step <= steps(); step++) {
      Expression at = attempts.column(at(step));
      columns.add(new Named(at(step), when(call(Function.LESS_OR_EQUAL, at, end), at)));
    }
    columns.addAll(kept(attempts, excluded()));
    return new Plan.Project(attempts, columns);
  }

  /** The last instant of the window. */
  private Expression end(Plan attempts) {
    return call(Function.ADD, attempts.column(at(1)), Expression.integer(query.window().micros()));
  }

  /** An excluded event counts until the step it must not come before, or until the window ends. */
  private Expression clean(Plan attempts) {
    List<Expression> found = new ArrayList<>();
    for (int i = 0; i < query.exclusions().size(); i++) {
      Exclusion exclusion = query.exclusions().get(i);
      Expression afterWindow = call(Function.ADD, end(attempts), Expression.integer(1));
      Expression until =
          call(
              Function.IF,
              call(Function.IS_NULL, attempts.column(at(exclusion.to() + 1))),
              afterWindow,
              attempts.column(at(exclusion.to() + 1)));
      Expression begun =
          call(Function.NOT, call(Function.IS_NULL, attempts.column(at(exclusion.from() + 1))));
      Expression before = call(Function.LESS, attempts.column(excluded(i + 1)), until);
      found.add(call(Function.AND, begun, before));
    }
    Expression any = found.size() == 1 ? found.getFirst() : new Expression.Call(Function.OR, found);
    return call(Function.IF, any, Expression.integer(0), Expression.integer(1));
  }

  /** A time that never comes, for comparing. */
  static final Expression NEVER = new Expression.Literal(Long.MAX_VALUE / 2, Type.TIME);

  /** The value, {@link #NEVER} in place of null. */
  static Expression orNever(@Nullable Expression time) {
    return time == null ? NEVER : call(Function.COALESCE, time, NEVER);
  }
}
