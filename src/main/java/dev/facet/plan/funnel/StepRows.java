package dev.facet.plan.funnel;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Range;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Exclusion;
import dev.facet.query.Measure;
import dev.facet.query.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The events a funnel is about, a row for each: whose it is, when it was and which steps it fits.
 * Events of one actor and instant are in the order of {@link #RANK}: by the first step they fit, so
 * that the order of the steps decides where time does not. Steps are numbered from 1 here.
 */
record StepRows(FunnelQuery query, Matching matching, Range range, Splits splits) {
  static final String ACTOR = "actor";
  static final String TIME = "time";

  /** Orders events of one instant; 0 for rows of excluded events. */
  static final String RANK = "rank";

  /** Which exclusion a row is of, 0 for events that fit steps. */
  static final String EXCLUDED = "excluded";

  int steps() {
    return query.steps().size();
  }

  /**
   * The events that fit a step, excluded ones as rows of their own.
   *
   * @param all with the events that fit none, too
   * @param withValues with their breakdown values, empty for missing ones
   */
  Plan plan(boolean all, boolean withValues) {
    Plan events = events(all, withValues);
    List<Plan> parts = new ArrayList<>();
    parts.add(new Plan.Project(events, columns(rank(), this::fits, 0, withValues)));
    for (int i = 0; i < query.exclusions().size(); i++) {
      Plan excluded = excluded(query.exclusions().get(i), withValues);
      parts.add(
          new Plan.Project(
              excluded,
              columns(Expression.integer(0), s -> Expression.bool(false), i + 1, withValues)));
    }
    Plan rows = parts.size() == 1 ? parts.getFirst() : new Plan.Union(parts);
    return withValues ? binned(rows) : rows;
  }

  private Plan binned(Plan rows) {
    return splits.binned(rows, events(false, true));
  }

  /** Rows of answers with the bounds of each histogram beside them. */
  Plan bounded(Plan rows) {
    return splits.bounded(rows, events(false, true));
  }

  /** The events that fit one step of those that no event shares. */
  Plan step(int step, boolean withValues) {
    List<Expression> conditions = new ArrayList<>();
    add(query.steps().get(step - 1), conditions);
    addCommon(conditions);
    if (query.steps().get(step - 1).measure() instanceof Measure.FirstTime) {
      conditions.add(fits(step));
    }
    Plan events = withFirsts(matching.events(read(conditions, withValues), conditions));
    Plan rows =
        new Plan.Project(
            new Plan.Filter(events, Conditions.all(conditions)),
            columns(Expression.integer(step), this::fits, 0, withValues));
    return withValues ? binned(rows) : rows;
  }

  /** The events that fit a step (number 0: any step) with their breakdown values. */
  Plan valued(int step) {
    Plan events = events(false, true);
    Plan own = step == 0 || isPlain() && steps() == 1 ? events : only(events, step);
    return binned(new Plan.Project(own, columns(rank(), this::fits, 0, true)));
  }

  private Plan only(Plan events, int step) {
    return new Plan.Filter(events, fits(step));
  }

  /** Whether a row fits a step, by the row's own columns. */
  Expression is(int step, Plan rows) {
    return isPlain()
        ? call(Function.EQUAL, rows.column(RANK), Expression.integer(step))
        : rows.column(fit(step));
  }

  /** Columns that {@link #is} reads for steps up to this one. */
  List<String> marks(int step) {
    List<String> marks = new ArrayList<>();
    marks.add(RANK);
    for (int i = 1; !isPlain() && i <= step; i++) {
      marks.add(fit(i));
    }
    return marks;
  }

  private static String fit(int step) {
    return "is_" + step;
  }

  /** No event can fit two steps: then its rank is the step it fits. */
  boolean isPlain() {
    Set<Series.Subject> names = new HashSet<>();
    return query.steps().stream().allMatch(step -> isNamed(step) && names.add(step.subject()));
  }

  private static boolean isNamed(Series series) {
    return series.subject() instanceof Series.Subject.Named;
  }

  private interface Fits {
    Expression step(int number);
  }

  private List<Named> columns(Expression rank, Fits given, int excluded, boolean withValues) {
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(ACTOR, actor()));
    columns.add(new Named(TIME, EventRows.TIME));
    columns.add(new Named(RANK, rank));
    for (int step = 1; !isPlain() && step <= steps(); step++) {
      Expression fits = call(Function.COALESCE, given.step(step), Expression.bool(false));
      columns.add(new Named(fit(step), fits));
    }
    if (!query.exclusions().isEmpty()) {
      columns.add(new Named(EXCLUDED, Expression.integer(excluded)));
    }
    if (withValues) {
      columns.addAll(splits.read());
    }
    return columns;
  }

  private Expression actor() {
    return query.actor() == null ? EventRows.PERSON : matching.text(query.actor());
  }

  /** The first step an event fits, and of those with the same the one with fewer later ones. */
  private Expression rank() {
    long unit = isPlain() ? 1 : 1L << steps();
    Expression rank = Expression.integer(unit * (steps() + 1));
    for (int step = steps(); step >= 1; step--) {
      rank = call(Function.IF, fits(step), Expression.integer(unit * step), rank);
    }
    for (int step = 1; !isPlain() && step <= steps(); step++) {
      Expression part =
          call(
              Function.IF, fits(step), Expression.integer(1L << (step - 1)), Expression.integer(0));
      rank = call(Function.ADD, rank, part);
    }
    return rank;
  }

  /** Whether an event fits a step. */
  private Expression fits(int step) {
    Series series = query.steps().get(step - 1);
    List<Expression> all = new ArrayList<>();
    add(series, all);
    if (series.measure() instanceof Measure.FirstTime) {
      Expression first = new Expression.Reference(first(step), Type.TIME);
      all.add(call(Function.EQUAL, EventRows.TIME, first));
    }
    return Conditions.all(all);
  }

  private void add(Series series, List<Expression> all) {
    Conditions conditions = matching.conditions();
    conditions.subject(series.subject()).ifPresent(all::add);
    if (!series.filter().equals(Filter.ALL)) {
      all.add(conditions.of(series.filter()));
    }
  }

  private Plan events(boolean all, boolean withValues) {
    List<Expression> conditions = new ArrayList<>();
    boolean named = query.steps().stream().allMatch(StepRows::isNamed);
    if (named && !all) {
      conditions.add(new Expression.In(EventRows.NAME, names()));
    }
    addCommon(conditions);
    List<Expression> fits = new ArrayList<>();
    for (int step = 1; step <= steps(); step++) {
      fits.add(fits(step));
    }
    if (!all && !(named && query.steps().stream().allMatch(StepRows::isOnlyNamed))) {
      conditions.add(Conditions.any(fits));
    }
    fits.addAll(conditions);
    Plan events = withFirsts(matching.events(read(fits, withValues), conditions));
    return new Plan.Filter(events, Conditions.all(conditions));
  }

  private List<Object> names() {
    Set<Object> names = new LinkedHashSet<>();
    for (Series step : query.steps()) {
      if (step.subject() instanceof Series.Subject.Named(String event)) {
        names.add(event);
      }
    }
    return List.copyOf(names);
  }

  private static boolean isOnlyNamed(Series step) {
    return step.filter().equals(Filter.ALL) && !(step.measure() instanceof Measure.FirstTime);
  }

  private Plan excluded(Exclusion exclusion, boolean withValues) {
    List<Expression> conditions = new ArrayList<>();
    add(exclusion.series(), conditions);
    addCommon(conditions);
    return new Plan.Filter(
        matching.events(read(conditions, withValues), conditions), Conditions.all(conditions));
  }

  /** All that is read of an event. */
  private List<Expression> read(List<Expression> conditions, boolean withValues) {
    List<Expression> read = new ArrayList<>(conditions);
    read.add(actor());
    if (withValues) {
      splits.read().forEach(named -> read.add(named.expression()));
    }
    return read;
  }

  /** What holds for all rows: the range, the question's filters, that there is an actor. */
  private void addCommon(List<Expression> conditions) {
    conditions.add(
        call(Function.LESS_OR_EQUAL, Expression.time(range.fromMicros()), EventRows.TIME));
    conditions.add(call(Function.LESS, EventRows.TIME, Expression.time(range.untilMicros())));
    if (!matching.filter().equals(Filter.ALL)) {
      conditions.add(matching.conditions().of(matching.filter()));
    }
    matching.inSample().ifPresent(conditions::add);
    if (query.actor() != null) {
      Expression isEmpty = call(Function.EQUAL, actor(), Expression.text(""));
      conditions.add(call(Function.NOT, isEmpty));
    }
  }

  /** The rows with, for each step that only first times fit, when its person did it first. */
  private Plan withFirsts(Plan events) {
    Plan rows = events;
    for (int step = 1; step <= steps(); step++) {
      Series series = query.steps().get(step - 1);
      if (series.measure() instanceof Measure.FirstTime(Measure.First first, Measure.Actor _)) {
        Plan before =
            switch (first) {
              case EVER -> matching.anyBefore(series, range.untilMicros(), List.of());
              case MATCHING -> matching.rowsBefore(series, range.untilMicros(), List.of());
            };
        Plan earliest =
            new Plan.Aggregate(
                before,
                List.of(new Named("person_" + step, EventRows.PERSON)),
                List.of(new Aggregation(first(step), Aggregation.Kind.MIN, EventRows.TIME)));
        rows =
            new Join(
                Join.Kind.LEFT,
                rows,
                earliest,
                List.of(new Join.On("person", "person_" + step)),
                false);
      }
    }
    return rows;
  }

  private static String first(int step) {
    return "first_" + step;
  }
}
