package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.Scale;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Definitions;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure.Actor;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Plans a lifecycle over the steps each actor was active in, one step more than asked: what an
 * actor was in the first step depends on the one before it. Step 0 is that one.
 */
public final class LifecyclePlanner {
  private static final String PERSON = "person";
  private static final String STEP = "step";
  private static final String BEFORE_PERSON = "before_person";
  private static final String BEFORE_STEP = "before_step";
  private static final String BORN_PERSON = "born_person";
  private static final String BORN_STEP = "born_step";
  private static final String STATUS = LifecycleShape.STATUS;
  private static final String VALUE = LifecycleShape.VALUE;

  private final LifecycleQuery query;
  private final Matching matching;
  private final Range range;
  private final Buckets steps;
  private final Instant now;

  public LifecyclePlanner(
      LifecycleQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.now = now;
    this.matching =
        Matching.of(query.filter(), query.testAccounts(), definitions, now)
            .sampled(query.sampling());
    Calendar calendar = matching.calendar();
    this.range = Range.resolve(query.range(), query.grain(), calendar, now, earliest);
    ZonedDateTime before =
        calendar.plus(calendar.floor(range.from(), query.grain()), query.grain(), -1);
    this.steps = calendar.buckets(before, range.to(), query.grain());
  }

  public Planned plan() {
    Plan active = active();
    Plan before = before(active);
    Plan plan =
        new Plan.Union(List.of(counted(present(active, before)), counted(dormant(active, before))));
    List<Long> shown = steps.starts().subList(1, steps.size());
    return new Planned(
        plan,
        new LifecycleShape(shown, Scale.sampled(query.sampling())),
        range.period(),
        range.validUntil(now));
  }

  private static Plan counted(Plan persons) {
    return new Aggregate(
        persons,
        List.of(new Named(STATUS, persons.column(STATUS)), new Named(STEP, persons.column(STEP))),
        List.of(new Aggregation(VALUE, Kind.COUNT, null)));
  }

  /** Each person with what they are in which step. */
  private Plan persons() {
    Plan active = active();
    Plan before = before(active);
    return new Plan.Union(List.of(present(active, before), dormant(active, before)));
  }

  /** The actors of a status in a step: {@code person}, and {@code count}, always 1. */
  public Plan persons(ActorsQuery.OfLifecycle point) {
    Plan persons = persons();
    String status = point.status().name().toLowerCase(Locale.ROOT);
    long step = range.bucketOf(point.day(), "source.day") + 1L;
    Plan own =
        new Plan.Filter(
            persons,
            call(
                Function.AND,
                call(Function.EQUAL, persons.column(STATUS), Expression.text(status)),
                call(Function.EQUAL, persons.column(STEP), Expression.integer(step))));
    return new Aggregate(
        own,
        List.of(new Named(PERSON, own.column(PERSON))),
        List.of(new Aggregation("count", Kind.COUNT, null)));
  }

  private Plan active() {
    Plan events =
        matching.rows(query.series(), steps.starts().getFirst(), range.untilMicros(), List.of());
    return new Aggregate(
        matching.of(query.actor(), events),
        List.of(
            new Named(PERSON, matching.actor(query.actor())),
            new Named(STEP, new Expression.Bucket(EventRows.TIME, steps))),
        List.of());
  }

  /** Activity moved on by a step: who was active in the step before. */
  private static Plan before(Plan active) {
    return new Plan.Project(
        active,
        List.of(
            new Named(BEFORE_PERSON, active.column(PERSON)),
            new Named(
                BEFORE_STEP, call(Function.ADD, active.column(STEP), Expression.integer(1)))));
  }

  private Plan present(Plan active, Plan before) {
    Plan compared =
        new Join(
            Join.Kind.LEFT,
            new Join(
                Join.Kind.LEFT,
                active,
                before,
                List.of(new Join.On(PERSON, BEFORE_PERSON), new Join.On(STEP, BEFORE_STEP)),
                false),
            born(),
            List.of(new Join.On(PERSON, BORN_PERSON), new Join.On(STEP, BORN_STEP)),
            false);
    Expression isNew = call(Function.NOT, call(Function.IS_NULL, compared.column(BORN_PERSON)));
    Expression wasThere =
        call(Function.NOT, call(Function.IS_NULL, compared.column(BEFORE_PERSON)));
    Expression status =
        call(
            Function.IF,
            isNew,
            Expression.text(LifecycleShape.NEW),
            call(
                Function.IF,
                wasThere,
                Expression.text(LifecycleShape.RETURNING),
                Expression.text(LifecycleShape.RESURRECTING)));
    return new Plan.Project(
        compared,
        List.of(
            new Named(PERSON, compared.column(PERSON)),
            new Named(STATUS, status),
            new Named(STEP, compared.column(STEP))));
  }

  /** The step each actor was first seen in. */
  private Plan born() {
    return switch (query.actor()) {
      case Actor.Person() -> bornPersons();
      case Actor.Group _, Actor.Computed _ -> bornOthers();
    };
  }

  /** Others than persons are as old as the first event of theirs. */
  private Plan bornOthers() {
    Expression actor = matching.actor(query.actor());
    Plan events = matching.of(query.actor(), matching.events(List.of(actor)));
    Plan first =
        new Aggregate(
            events,
            List.of(new Named(BORN_PERSON, actor)),
            List.of(new Aggregation(BORN_STEP, Kind.MIN, EventRows.TIME)));
    return new Plan.Project(
        first,
        List.of(
            new Named(BORN_PERSON, first.column(BORN_PERSON)),
            new Named(BORN_STEP, new Expression.Bucket(first.column(BORN_STEP), steps))));
  }

  private Plan bornPersons() {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    return new Plan.Project(
        persons,
        List.of(
            new Named(BORN_PERSON, persons.column("person")),
            new Named(BORN_STEP, new Expression.Bucket(persons.column("created_at"), steps))));
  }

  private static Plan dormant(Plan active, Plan before) {
    Plan compared =
        new Join(
            Join.Kind.LEFT,
            before,
            active,
            List.of(new Join.On(BEFORE_PERSON, PERSON), new Join.On(BEFORE_STEP, STEP)),
            false);
    Plan gone = new Plan.Filter(compared, call(Function.IS_NULL, compared.column(PERSON)));
    return new Plan.Project(
        gone,
        List.of(
            new Named(PERSON, gone.column(BEFORE_PERSON)),
            new Named(STATUS, Expression.text(LifecycleShape.DORMANT)),
            new Named(STEP, gone.column(BEFORE_STEP))));
  }
}
