package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.OverEvents;
import dev.facet.plan.time.Calendar;
import dev.facet.query.Breakdown;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.Syntax;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events a question is about.
 *
 * @param filter what holds for all events of the question
 * @param sample which share of the distinct ids is looked at, 1 for all
 */
public record Matching(Setting setting, Filter filter, double sample) {

  private static final Expression ID = new Expression.Reference("distinct_id", Type.TEXT);

  public static Matching of(
      Filter filter, boolean testAccounts, Definitions definitions, Instant now) {
    Filter all = testAccounts ? filter.and(definitions.testAccounts()) : filter;
    return new Matching(Setting.of(definitions, now), all, 1);
  }

  /** The same, looking at a share of the distinct ids only. */
  public Matching sampled(double share) {
    return new Matching(setting, filter, share);
  }

  /** Refuses a breakdown by a cohort that the project does not have. */
  public void check(@Nullable Breakdown breakdown) {
    if (breakdown == null) {
      return;
    }
    for (Breakdown.Dimension dimension : breakdown.dimensions()) {
      PropertyRef property = dimension.property();
      if (property.source() == PropertyRef.Source.COHORTS) {
        property.cohorts().stream()
            .filter(id -> !id.equals(PropertyRef.EVERYBODY))
            .forEach(id -> setting.cohort(Long.parseLong(id), property.place()));
      }
    }
  }

  public Calendar calendar() {
    return setting.calendar();
  }

  /** From filters and subjects to conditions over {@link #events}. */
  public Conditions conditions() {
    return new Conditions(setting);
  }

  /** All events, with what the expressions read beside them. */
  public Plan events(List<Expression> read) {
    return events(read, List.of());
  }

  /** The same for who looks only at events that meet the conditions. */
  public Plan events(List<Expression> read, List<Expression> conditions) {
    return new Beside(new Members(setting)).events(read, conditions);
  }

  /**
   * The events of a series with times from {@code from} until before {@code until}, in
   * microseconds, with what {@code read} reads beside them.
   */
  public Plan rows(Series series, long from, long until, List<Expression> read) {
    List<Expression> time =
        List.of(call(Function.LESS_OR_EQUAL, Expression.time(from), EventRows.TIME), before(until));
    return rows(series.subject(), time, filter.and(series.filter()), read);
  }

  /** A value of each event as text, whatever names it. */
  public Expression text(PropertyRef property) {
    Syntax expression = property.expression();
    return expression == null ? EventRows.text(property) : hogql(property.place()).text(expression);
  }

  /** HogQL about the events, told of mistakes at a place. */
  public OverEvents hogql(Place place) {
    return setting.hogql(place);
  }

  /** Who is counted; null where nobody is. */
  public Expression actor(Measure.Actor actor) {
    return switch (actor) {
      case Measure.Actor.Person() -> EventRows.PERSON;
      case Measure.Actor.Group(int type) -> EventRows.group(type);
      case Measure.Actor.Computed(PropertyRef value) -> EventRows.present(text(value));
    };
  }

  /** The rows in which there is somebody to count. */
  public Plan of(Measure.Actor actor, Plan rows) {
    return actor.equals(Measure.Actor.PERSON)
        ? rows
        : new Plan.Filter(rows, call(Function.NOT, call(Function.IS_NULL, actor(actor))));
  }

  /** The events of a series before {@code until}. */
  public Plan rowsBefore(Series series, long until, List<Expression> read) {
    return rows(series.subject(), List.of(before(until)), filter.and(series.filter()), read);
  }

  /** The events of a series' subject before {@code until}, whatever the filters say. */
  public Plan anyBefore(Series series, long until, List<Expression> read) {
    return rows(series.subject(), List.of(before(until)), Filter.ALL, read);
  }

  private static Expression before(long until) {
    return call(Function.LESS, EventRows.TIME, Expression.time(until));
  }

  private Plan rows(
      Series.Subject subject, List<Expression> time, Filter own, List<Expression> read) {
    Conditions conditions = new Conditions(setting);
    List<Expression> all = new ArrayList<>();
    conditions.subject(subject).ifPresent(all::add);
    all.addAll(time);
    if (!own.equals(Filter.ALL)) {
      all.add(conditions.of(own));
    }
    inSample().ifPresent(all::add);
    List<Expression> reads = new ArrayList<>(all);
    reads.addAll(read);
    return new Plan.Filter(events(reads, all), Conditions.all(all));
  }

  /** Whether an event is of the share that is looked at; empty when all are. */
  public Optional<Expression> inSample() {
    return sample < 1
        ? Optional.of(call(Function.LESS, call(Function.DRAW, ID), Expression.number(sample)))
        : Optional.empty();
  }

  /** Answers when the first event of any series was, if the range asks for it. */
  public static Optional<Plan> earliest(DateRange range, List<Series> series, Setting setting) {
    if (!(range.from() instanceof DateBound.Earliest)) {
      return Optional.empty();
    }
    Conditions conditions = new Conditions(setting);
    List<Expression> subjects =
        series.stream().flatMap(one -> conditions.subject(one.subject()).stream()).toList();
    Plan events = new Beside(new Members(setting)).events(subjects);
    boolean all = subjects.size() < series.size();
    Plan own = all ? events : new Plan.Filter(events, Conditions.any(subjects));
    return Optional.of(
        new Plan.Aggregate(
            own,
            List.of(),
            List.of(new Aggregation("earliest", Aggregation.Kind.MIN, EventRows.TIME))));
  }
}
