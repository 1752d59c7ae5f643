package dev.facet.plan.funnel;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Column;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.Plan.Window;
import dev.facet.query.Breakdown;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Attribution;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the values of a breakdown beside rows of actors, by the query's attribution, and makes all
 * but those of the most rows one.
 */
record Grouping(FunnelQuery query, StepRows rows) {
  private static final String TOUCH = "touch_";
  private static final String NUMBER = "number";
  private static final String KEPT = "kept_";
  private static final String COUNT = "count";

  /** The rows with a column for each breakdown, under the names of {@link StepRows#values}. */
  Plan valued(Plan attempts) {
    if (rows.splits().attributed().isEmpty()) {
      return attempts;
    }
    return switch (query.attribution()) {
      case Attribution.FirstTouch _ -> touched(attempts, false);
      case Attribution.LastTouch _ -> touched(attempts, true);
      case Attribution.AllEvents _ -> attempts;
      case Attribution.AtStep(int step) -> atStep(attempts, step + 1);
    };
  }

  /** By the first or last event of each actor that has a value. */
  private Plan touched(Plan attempts, boolean last) {
    Plan events = rows.valued(0);
    List<Expression> present = new ArrayList<>();
    for (String value : rows.splits().attributed()) {
      Expression isEmpty = call(Function.EQUAL, events.column(value), Expression.text(""));
      present.add(call(Function.NOT, isEmpty));
    }
    Plan valued =
        new Plan.Filter(
            events,
            present.size() == 1 ? present.getFirst() : new Expression.Call(Function.OR, present));
    List<By> order = new ArrayList<>(Attempts.byTime(last));
    return joined(Join.Kind.LEFT, attempts, first(valued, partition(), order), partitionOn());
  }

  /** By the event of a step. */
  private Plan atStep(Plan attempts, int step) {
    boolean anyOrder = query.order() == FunnelQuery.Order.UNORDERED;
    Plan events = rows.valued(anyOrder ? 0 : step);
    List<String> partition = partition();
    partition.add(StepRows.TIME);
    List<Join.On> on = partitionOn();
    on.add(new Join.On(Attempts.at(step), TOUCH + StepRows.TIME));
    Plan first = first(events, partition, List.of(new By(StepRows.RANK, false)));
    return joined(Join.Kind.INNER, attempts, first, on);
  }

  /** What attempts are apart by. */
  private List<String> partition() {
    List<String> partition = new ArrayList<>(List.of(StepRows.ACTOR));
    partition.addAll(rows.splits().apart());
    return partition;
  }

  private List<Join.On> partitionOn() {
    List<Join.On> on = new ArrayList<>();
    partition().forEach(column -> on.add(new Join.On(column, TOUCH + column)));
    return on;
  }

  /** One row of each part, the first in order; the smallest values when rows tie. */
  private Plan first(Plan events, List<String> partition, List<By> order) {
    List<By> total = new ArrayList<>(order);
    rows.splits().attributed().forEach(value -> total.add(new By(value, false)));
    Plan numbered = new Window(events, partition, total, List.of(Over.rowNumber(NUMBER)));
    Plan first =
        new Plan.Filter(
            numbered, call(Function.EQUAL, numbered.column(NUMBER), Expression.integer(1)));
    List<Named> columns = new ArrayList<>();
    partition.forEach(name -> columns.add(new Named(TOUCH + name, first.column(name))));
    rows.splits()
        .attributed()
        .forEach(name -> columns.add(new Named(TOUCH + name, first.column(name))));
    return new Plan.Project(first, columns);
  }

  private Plan joined(Join.Kind kind, Plan attempts, Plan touches, List<Join.On> on) {
    Plan joined = new Join(kind, attempts, touches, on, false);
    List<Named> columns = new ArrayList<>();
    attempts.columns().forEach(c -> columns.add(new Named(c.name(), joined.column(c.name()))));
    for (String value : rows.splits().attributed()) {
      Expression touched = joined.column(TOUCH + value);
      columns.add(new Named(value, call(Function.COALESCE, touched, Expression.text(""))));
    }
    return new Plan.Project(joined, columns);
  }

  /** The rows with the values as they are shown: the largest, "other" and "none". */
  Plan shown(Plan valued) {
    Breakdown breakdown = query.breakdown();
    if (breakdown == null) {
      return valued;
    }
    Plan named = replaced(valued, valued, Grouping::named);
    List<Join.On> on = new ArrayList<>();
    rows.splits().all().forEach(value -> on.add(new Join.On(value, KEPT + value)));
    Join.Kind kind = breakdown.hideOther() ? Join.Kind.INNER : Join.Kind.LEFT;
    Plan joined = new Join(kind, named, kept(named, breakdown.limit()), on, false);
    Expression isOther = call(Function.IS_NULL, joined.column(KEPT + Splits.value(0)));
    Plan shown =
        replaced(
            joined,
            named,
            value -> call(Function.IF, isOther, Expression.text(Breakdown.OTHER), value));
    return query.attribution() instanceof Attribution.AllEvents ? onceEach(shown) : shown;
  }

  /** Who has attempts of several values that became one counts once there, with the furthest. */
  private Plan onceEach(Plan shown) {
    List<String> columns = shown.columns().stream().map(Column::name).toList();
    List<String> partition = new ArrayList<>(List.of(StepRows.ACTOR));
    partition.addAll(rows.splits().all());
    List<By> order = new ArrayList<>(List.of(new By(Attempts.DEPTH, true)));
    if (columns.contains(FunnelTrendShape.BUCKET)) {
      partition.add(FunnelTrendShape.BUCKET);
    }
    for (int step = 1; step <= query.steps().size(); step++) {
      if (columns.contains(Attempts.at(step))) {
        order.add(new By(Attempts.at(step), false));
      }
    }
    Plan numbered = new Window(shown, partition, order, List.of(Over.rowNumber(NUMBER)));
    Plan first =
        new Plan.Filter(
            numbered, call(Function.EQUAL, numbered.column(NUMBER), Expression.integer(1)));
    return new Plan.Project(first, Attempts.kept(first, columns));
  }

  private static Expression named(Expression value) {
    Expression isEmpty = call(Function.EQUAL, value, Expression.text(""));
    return call(Function.IF, isEmpty, Expression.text(Breakdown.NULL), value);
  }

  /** The values that most rows have. */
  private Plan kept(Plan named, int limit) {
    List<Named> keys = new ArrayList<>();
    rows.splits().all().forEach(value -> keys.add(new Named(KEPT + value, named.column(value))));
    Plan counted =
        new Plan.Aggregate(
            named, keys, List.of(new Aggregation(COUNT, Aggregation.Kind.COUNT, null)));
    List<By> order = new ArrayList<>();
    order.add(new By(COUNT, true));
    keys.forEach(key -> order.add(new By(key.name(), false)));
    Plan largest = new Plan.Limit(new Plan.Sort(counted, order), limit, 0);
    return new Plan.Project(
        largest, Attempts.kept(largest, keys.stream().map(Named::name).toList()));
  }

  private interface Change {
    Expression of(Expression value);
  }

  /** The columns of {@code like}, read from {@code input}, the values changed. */
  private Plan replaced(Plan input, Plan like, Change change) {
    List<Named> columns = new ArrayList<>();
    List<String> values = rows.splits().all();
    like.columns()
        .forEach(
            c -> {
              Expression read = input.column(c.name());
              columns.add(new Named(c.name(), values.contains(c.name()) ? change.of(read) : read));
            });
    return new Plan.Project(input, columns);
  }

  /** The values as keys to group by. */
  List<Named> keys(Plan plan) {
    return Attempts.kept(plan, rows.splits().all());
  }
}
