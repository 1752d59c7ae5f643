package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.trend.Ranking;
import dev.facet.plan.trend.TrendShape;
import dev.facet.query.Breakdown;
import dev.facet.query.Measure.Actor;
import dev.facet.query.PropertyRef;
import dev.facet.query.RetentionQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Who enters which cohort of a retention: an actor, the step, the time of the event they enter it
 * by, and its breakdown values.
 *
 * @param until when the last cohort ends
 */
record Entries(RetentionQuery query, Matching matching, Buckets buckets, long until) {
  static final String PERSON = "person";
  static final String ANCHOR = "anchor";
  private static final String COHORT = RetentionShape.COHORT;
  private static final String ENTRANT = "entrant";
  private static final String ENTERED = "entered";
  private static final String KEPT = "kept";
  private static final String SIZE = "size";

  private Actor actor() {
    return query.options().actor();
  }

  /** The columns of breakdown values. */
  List<String> values() {
    Breakdown breakdown = query.options().breakdown();
    return breakdown == null ? List.of() : TrendShape.columns(breakdown);
  }

  Plan plan() {
    Breakdown breakdown = query.options().breakdown();
    Plan entries =
        switch (query.entry()) {
          case RECURRING -> recurring();
          case FIRST_MATCHING -> first(matching.rowsBefore(query.target(), until, List.of()));
          case FIRST_EVER -> firstEver();
        };
    return breakdown == null ? entries : limited(valued(entries, breakdown), breakdown);
  }

  private long from() {
    return buckets.starts().getFirst();
  }

  private Plan recurring() {
    Plan events = matching.rows(query.target(), from(), until, List.of(matching.actor(actor())));
    boolean anchored = query.options().rolling() || query.options().breakdown() != null;
    return new Aggregate(
        matching.of(actor(), events),
        List.of(
            new Named(PERSON, matching.actor(actor())),
            new Named(COHORT, new Expression.Bucket(EventRows.TIME, buckets))),
        anchored ? List.of(new Aggregation(ANCHOR, Kind.MIN, EventRows.TIME)) : List.of());
  }

  private Plan first(Plan events) {
    Plan earliest =
        new Aggregate(
            matching.of(actor(), events),
            List.of(new Named(PERSON, matching.actor(actor()))),
            List.of(new Aggregation(ANCHOR, Kind.MIN, EventRows.TIME)));
    Plan inRange =
        new Plan.Filter(
            earliest,
            call(Function.LESS_OR_EQUAL, Expression.time(from()), earliest.column(ANCHOR)));
    return new Plan.Project(
        inRange,
        List.of(
            new Named(PERSON, inRange.column(PERSON)),
            new Named(ANCHOR, inRange.column(ANCHOR)),
            new Named(COHORT, new Expression.Bucket(inRange.column(ANCHOR), buckets))));
  }

  /** The first event at all, kept when it is one that passes the filters. */
  private Plan firstEver() {
    Plan ever = first(matching.anyBefore(query.target(), until, List.of()));
    Plan passing = entering(List.of());
    Plan distinct =
        new Aggregate(
            passing,
            List.of(
                new Named(ENTRANT, passing.column(ENTRANT)),
                new Named(ENTERED, passing.column(ENTERED))),
            List.of());
    Plan both = joined(ever, distinct);
    return new Plan.Project(
        both,
        List.of(
            new Named(PERSON, both.column(PERSON)),
            new Named(ANCHOR, both.column(ANCHOR)),
            new Named(COHORT, both.column(COHORT))));
  }

  private static Plan joined(Plan entries, Plan events) {
    return new Join(
        Join.Kind.INNER,
        entries,
        events,
        List.of(new Join.On(PERSON, ENTRANT), new Join.On(ANCHOR, ENTERED)),
        false);
  }

  /** The target events in the range, with more columns. */
  private Plan entering(List<Named> more) {
    List<Expression> reads = more.stream().map(Named::expression).toList();
    Plan events = matching.rows(query.target(), from(), until, reads);
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(ENTRANT, matching.actor(actor())));
    columns.add(new Named(ENTERED, EventRows.TIME));
    columns.addAll(more);
    return new Plan.Project(matching.of(actor(), events), columns);
  }

  /** The entries with the breakdown values of the event they are by. */
  private Plan valued(Plan entries, Breakdown breakdown) {
    Plan both = joined(entries, entering(Ranking.shown(breakdown, matching)));
    List<Named> keys = new ArrayList<>();
    for (String column : List.of(PERSON, COHORT, ANCHOR)) {
      keys.add(new Named(column, both.column(column)));
    }
    values().forEach(column -> keys.add(new Named(column, both.column(column))));
    return new Aggregate(both, keys, List.of());
  }

  /** The values that the most entries have; the others as one, or not at all. */
  private Plan limited(Plan entries, Breakdown breakdown) {
    List<Named> keys = new ArrayList<>();
    List<Join.On> on = new ArrayList<>();
    List<Plan.Sort.By> order = new ArrayList<>();
    order.add(new Plan.Sort.By(SIZE, true));
    for (String column : values()) {
      keys.add(new Named(KEPT + column, entries.column(column)));
      on.add(new Join.On(column, KEPT + column));
      order.add(new Plan.Sort.By(KEPT + column, false));
    }
    Plan sizes = new Aggregate(entries, keys, List.of(new Aggregation(SIZE, Kind.COUNT, null)));
    Plan largest = new Plan.Limit(new Plan.Sort(sizes, order), breakdown.limit(), 0);
    Join.Kind kind = breakdown.hideOther() ? Join.Kind.INNER : Join.Kind.LEFT;
    Plan joined = new Join(kind, entries, largest, on, false);
    Expression isOther = call(Function.IS_NULL, joined.column(on.getFirst().right()));
    List<Named> columns = new ArrayList<>();
    for (String column : List.of(PERSON, COHORT, ANCHOR)) {
      columns.add(new Named(column, joined.column(column)));
    }
    for (String column : values()) {
      columns.add(
          new Named(
              column,
              call(Function.IF, isOther, Expression.text(Breakdown.OTHER), joined.column(column))));
    }
    Plan shown = new Plan.Project(joined, columns);
    boolean byCohorts =
        breakdown.dimensions().stream()
            .anyMatch(one -> one.property().source() == PropertyRef.Source.COHORTS);
    return byCohorts ? onceEach(shown) : shown;
  }

  /** Who enters by several cohorts that became one value counts once there. */
  private Plan onceEach(Plan shown) {
    List<Named> keys = new ArrayList<>();
    for (String column : List.of(PERSON, COHORT)) {
      keys.add(new Named(column, shown.column(column)));
    }
    values().forEach(column -> keys.add(new Named(column, shown.column(column))));
    return new Aggregate(
        shown, keys, List.of(new Aggregation(ANCHOR, Kind.MIN, shown.column(ANCHOR))));
  }
}
