package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

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
import java.util.Optional;

/**
 * Finds the events a question is about.
 *
 * @param filter what holds for all events of the question
 * @param sample which share of the distinct ids is looked at, 1 for all
 */
public record Matching(Setting setting, Filter filter, double sample) {

  public static Matching of(
      Filter filter, boolean testAccounts, Definitions definitions, Instant now) {
    Filter all = testAccounts ? filter.and(definitions.testAccounts()) : filter;
    return new Matching(Setting.of(definitions, now), all, 1);
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
    return new Beside(new Members(setting)).events(read);
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
    List<Expression> reads = new ArrayList<>(all);
    reads.addAll(read);
    return new Plan.Filter(events(reads), Conditions.all(all));
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
