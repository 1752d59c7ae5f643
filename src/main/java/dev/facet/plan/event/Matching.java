package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.time.Calendar;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the events a question is about.
 *
 * @param filter what holds for all events of the question
 */
public record Matching(Conditions conditions, Filter filter) {

  public static Matching of(
      Filter filter, boolean testAccounts, Definitions definitions, Instant now) {
    Calendar calendar = new Calendar(definitions.zone(), definitions.weekStart());
    Filter all = testAccounts ? filter.and(definitions.testAccounts()) : filter;
    return new Matching(new Conditions(calendar, now), all);
  }

  public Calendar calendar() {
    return conditions.calendar();
  }

  /**
   * The events of a series with times from {@code from} until before {@code until}, in
   * microseconds.
   */
  public Plan rows(Series series, long from, long until, boolean withPersons) {
    List<Expression> time =
        List.of(
            call(Function.LESS_OR_EQUAL, Expression.time(from), EventRows.TIME),
            call(Function.LESS, EventRows.TIME, Expression.time(until)));
    return rows(series, time, withPersons);
  }

  /** The events of a series before {@code until}. */
  public Plan rowsBefore(Series series, long until) {
    return rows(
        series, List.of(call(Function.LESS, EventRows.TIME, Expression.time(until))), false);
  }

  /** The events of a series' name before {@code until}, whatever the filters say. */
  public Plan anyBefore(Series series, long until) {
    List<Expression> all = new ArrayList<>();
    if (series.event() != null) {
      all.add(call(Function.EQUAL, EventRows.NAME, Expression.text(series.event())));
    }
    all.add(call(Function.LESS, EventRows.TIME, Expression.time(until)));
    return new Plan.Filter(EventRows.scan(false), Conditions.all(all));
  }

  private Plan rows(Series series, List<Expression> time, boolean withPersons) {
    boolean joined =
        withPersons || Stream.of(filter, series.filter()).anyMatch(EventRows::readsPerson);
    List<Expression> all = new ArrayList<>();
    if (series.event() != null) {
      all.add(call(Function.EQUAL, EventRows.NAME, Expression.text(series.event())));
    }
    all.addAll(time);
    Filter own = filter.and(series.filter());
    if (!own.equals(Filter.ALL)) {
      all.add(conditions.of(own));
    }
    return new Plan.Filter(EventRows.scan(joined), Conditions.all(all));
  }

  /** Answers when the first event of any series was, if the range asks for it. */
  public static Optional<Plan> earliest(DateRange range, List<Series> series) {
    if (!(range.from() instanceof DateBound.Earliest)) {
      return Optional.empty();
    }
    Plan events = new Plan.Scan(Datasets.EVENTS);
    List<Object> names =
        series.stream()
            .map(Series::event)
            .filter(Objects::nonNull)
            .map(Object.class::cast)
            .toList();
    boolean all = names.size() < series.size();
    Plan own = all ? events : new Plan.Filter(events, new Expression.In(EventRows.NAME, names));
    return Optional.of(
        new Plan.Aggregate(
            own,
            List.of(),
            List.of(new Aggregation("earliest", Aggregation.Kind.MIN, EventRows.TIME))));
  }
}
