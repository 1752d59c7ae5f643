package dev.facet.plan.activity;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.event.EventRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which activity an event belongs to. */
public final class ActivityEvents {
  /** The column of the activity's id beside an event; with the person it tells activities apart. */
  public static final String ACTIVITY = "activity";

  /** The column of the time that the activity began at, for events without a session. */
  static final String BEGUN = "activity_begun";

  /** The longest pause within an activity. */
  static final long PAUSE = 30 * Micros.MINUTE;

  /** The session an event names; other than elsewhere an empty text is one. */
  static final Expression SESSION = property("$session_id", Type.TEXT);

  private static final String BEFORE = "time_before";

  private ActivityEvents() {}

  /** All events of the project with the id of their activity in {@link #ACTIVITY}. */
  public static Plan all() {
    Plan begun = withoutSession(null);
    Expression first =
        call(
            Function.IF,
            call(Function.EQUAL, EventRows.TIME, begun.column(BEGUN)),
            begun.column("uuid"),
            Expression.text(null));
    Plan named =
        new Plan.Window(
            begun,
            List.of("person", BEGUN),
            List.of(),
            List.of(new Over.Sum(new Aggregation(ACTIVITY, Kind.MIN, first), Over.Frame.ALL)));
    return new Plan.Union(
        List.of(withActivity(ofSessions(), SESSION), withActivity(named, named.column(ACTIVITY))));
  }

  private static Plan withActivity(Plan events, Expression id) {
    List<Plan.Named> columns =
        new java.util.ArrayList<>(
            Datasets.EVENTS.columns().stream()
                .map(column -> new Plan.Named(column.name(), events.column(column.name())))
                .toList());
    columns.add(new Plan.Named(ACTIVITY, id));
    return new Plan.Project(events, columns);
  }

  /** The events that name a session. */
  static Plan ofSessions() {
    return new Plan.Filter(
        new Plan.Scan(Datasets.EVENTS), call(Function.NOT, call(Function.IS_NULL, SESSION)));
  }

  /**
   * The events that name no session, with the time of the first one after the last pause in {@link
   * #BEGUN}.
   *
   * @param from the events before it are left out, null for none; what it cuts begins later
   */
  static Plan withoutSession(@Nullable Long from) {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    Expression none = call(Function.IS_NULL, SESSION);
    Expression condition =
        from == null
            ? none
            : call(
                Function.AND,
                none,
                call(Function.LESS_OR_EQUAL, Expression.time(from), EventRows.TIME));
    List<By> inTime = List.of(new By("timestamp", false));
    Plan neighbours =
        new Plan.Window(
            new Plan.Filter(events, condition),
            List.of("person"),
            inTime,
            List.of(Over.previous(BEFORE, EventRows.TIME)));
    Expression begins =
        call(Function.IF, begins(neighbours.column(BEFORE)), EventRows.TIME, NO_TIME);
    return new Plan.Window(
        neighbours,
        List.of("person"),
        inTime,
        List.of(new Over.Sum(new Aggregation(BEGUN, Kind.MAX, begins), Over.Frame.UP_TO_PEERS)));
  }

  private static final Expression NO_TIME = new Expression.Literal(null, Type.TIME);

  private static Expression begins(Expression before) {
    Expression late = call(Function.ADD, before, Expression.integer(PAUSE));
    return call(
        Function.OR, call(Function.IS_NULL, before), call(Function.LESS, late, EventRows.TIME));
  }

  static Expression property(String key, Type type) {
    return new Expression.Property(new Expression.Reference("properties", Type.OBJECT), key, type);
  }
}
