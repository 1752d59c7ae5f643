package dev.facet.plan.activity;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.activity.ActivityValue;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The activities of a project: a row for each, with the values asked for. */
public final class ActivityRows {
  private static final String KEY = "activity_key";
  private static final String FIRST = "activity_first_event";
  private static final String SEEN = "person_seen";

  private ActivityRows() {}

  /** All activities, each value in a column of {@link #column}. */
  public static Plan of(Set<ActivityValue> values) {
    Set<ActivityValue> inOrder = EnumSet.copyOf(values);
    return new Plan.Union(
        List.of(
            ofSessions(ActivityEvents.ofSessions(), inOrder),
            betweenPauses(ActivityEvents.withoutSession(null), inOrder)));
  }

  /** The activities that begin within a stretch of time, both ends of it included. */
  public static Plan beginning(long from, long to, Set<ActivityValue> values) {
    Set<ActivityValue> more = EnumSet.copyOf(values);
    more.add(ActivityValue.START);
    Plan activities =
        new Plan.Union(
            List.of(
                ofSessions(ofPersonsSeen(from, to), more),
                betweenPauses(ActivityEvents.withoutSession(from - ActivityEvents.PAUSE), more)));
    return new Plan.Filter(activities, between(from, to, reference(ActivityValue.START)));
  }

  /**
   * The events with a session of the persons who have one in the stretch of time: all of them,
   * since an activity counts whole and where it began may lie outside.
   */
  private static Plan ofPersonsSeen(long from, long to) {
    Plan events = ActivityEvents.ofSessions();
    Plan seen =
        new Plan.Project(
            new Plan.Filter(events, between(from, to, EventRows.TIME)),
            List.of(new Named(SEEN, EventRows.PERSON)));
    List<Plan.Join.On> person = List.of(new Plan.Join.On("person", SEEN));
    return new Plan.Join(Plan.Join.Kind.SEMI, events, seen, person, false);
  }

  private static Expression between(long from, long to, Expression time) {
    return call(
        Function.AND,
        call(Function.LESS_OR_EQUAL, Expression.time(from), time),
        call(Function.LESS_OR_EQUAL, time, Expression.time(to)));
  }

  /** The column of a value. */
  public static String column(ActivityValue value) {
    return "activity_" + value.name().toLowerCase(Locale.ROOT);
  }

  /** The value of each row. */
  public static Expression reference(ActivityValue value) {
    return new Expression.Reference(column(value), value.type());
  }

  private static Plan ofSessions(Plan events, Set<ActivityValue> values) {
    Plan groups = grouped(events, ActivityEvents.SESSION, Sums.of(values));
    return valued(groups, groups.column(KEY), values);
  }

  private static Plan betweenPauses(Plan events, Set<ActivityValue> values) {
    List<Aggregation> sums = new ArrayList<>(Sums.of(values));
    if (values.contains(ActivityValue.ID)) {
      List<Expression> first = List.of(events.column("uuid"), EventRows.TIME);
      sums.add(Aggregation.of(FIRST, Kind.ARG_MIN, first, List.of()));
    }
    Plan groups = grouped(events, events.column(ActivityEvents.BEGUN), sums);
    String id = values.contains(ActivityValue.ID) ? FIRST : KEY;
    return valued(groups, groups.column(id), values);
  }

  private static Plan grouped(Plan events, Expression key, List<Aggregation> sums) {
    Named person = new Named(column(ActivityValue.PERSON), EventRows.PERSON);
    return new Plan.Aggregate(events, List.of(person, new Named(KEY, key)), sums);
  }

  private static Plan valued(Plan groups, Expression id, Set<ActivityValue> values) {
    List<Named> columns = new ArrayList<>();
    for (ActivityValue value : values) {
      columns.add(new Named(column(value), Sums.value(value, groups, id)));
    }
    return new Plan.Project(groups, columns);
  }
}
