package dev.facet.plan.event;

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
import dev.facet.plan.Plan.Named;
import dev.facet.query.PropertyRef.SessionValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The sessions of a project: a row for each {@code $session_id} of its events. */
public final class SessionRows {
  /** The column of the session's id. */
  public static final String ID = "session_key";

  private static final String OWN = "own_session";
  private static final String TOUCHED = "touched_session";
  private static final String START = "session_from";
  private static final String END = "session_to";
  private static final String PAGES = "session_pages";
  private static final String CLICKS = "session_clicks";
  private static final String SCREENS = "session_screens";
  private static final String PLACE = "session_place";
  private static final long BOUNCE = 10 * Micros.SECOND;

  private SessionRows() {}

  /** The sessions with these values, each in a column of {@link #column}. */
  public static Plan of(Set<SessionValue> values) {
    return of(values, events());
  }

  /**
   * The sessions to which events that meet the conditions belong. Any event may belong to them,
   * whatever it meets: a session is as long as its id is in use.
   */
  static Plan of(Set<SessionValue> values, List<Expression> conditions) {
    return of(values, conditions.isEmpty() ? events() : touched(conditions));
  }

  private static Plan of(Set<SessionValue> values, Plan events) {
    Set<SessionValue> taken = EnumSet.copyOf(values);
    if (values.contains(SessionValue.CHANNEL)) {
      taken.addAll(Channel.INPUTS);
    }
    taken.removeIf(value -> property(value).isEmpty());
    Plan sessions = summed(events);
    for (SessionValue value : taken) {
      sessions = beside(events, sessions, value);
    }
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(ID, sessions.column(ID)));
    for (SessionValue value : values) {
      columns.add(new Named(column(value), value(value, sessions)));
    }
    return new Plan.Project(sessions, columns);
  }

  /** The column of a value. */
  public static String column(SessionValue value) {
    return Beside.session(value);
  }

  private static Plan events() {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    return new Plan.Filter(events, call(Function.NOT, call(Function.IS_NULL, EventRows.SESSION)));
  }

  /** The events of the sessions that events under these conditions belong to. */
  private static Plan touched(List<Expression> conditions) {
    Plan keyed = EventRows.with(events(), OWN, EventRows.SESSION);
    Plan meeting = new Plan.Filter(events(), Conditions.all(conditions));
    Plan sessions =
        new Plan.Aggregate(meeting, List.of(new Named(TOUCHED, EventRows.SESSION)), List.of());
    return new Plan.Join(
        Plan.Join.Kind.SEMI, keyed, sessions, List.of(new Plan.Join.On(OWN, TOUCHED)), false);
  }

  private static Plan summed(Plan events) {
    return new Plan.Aggregate(
        events,
        List.of(new Named(ID, EventRows.SESSION)),
        List.of(
            new Aggregation(START, Kind.MIN, EventRows.TIME),
            new Aggregation(END, Kind.MAX, EventRows.TIME),
            new Aggregation(PAGES, Kind.COUNT, only("$pageview")),
            new Aggregation(CLICKS, Kind.COUNT, only("$autocapture")),
            new Aggregation(SCREENS, Kind.COUNT, only("$screen"))));
  }

  private static Expression only(String event) {
    return call(
        Function.IF,
        call(Function.EQUAL, EventRows.NAME, Expression.text(event)),
        Expression.integer(1),
        new Expression.Literal(null, Type.INTEGER));
  }

  /** The event property that a value is taken from, empty for those that are counted. */
  private static String property(SessionValue value) {
    return switch (value) {
      case START, END, DURATION, PAGEVIEWS, AUTOCAPTURES, SCREENS, BOUNCE, CHANNEL -> "";
      case ENTRY_URL, END_URL -> "$current_url";
      case ENTRY_PATHNAME, END_PATHNAME -> "$pathname";
      case ENTRY_HOSTNAME -> "$host";
      case ENTRY_REFERRING_DOMAIN -> "$referring_domain";
      case ENTRY_UTM_SOURCE -> "utm_source";
      case ENTRY_UTM_MEDIUM -> "utm_medium";
      case ENTRY_UTM_CAMPAIGN -> "utm_campaign";
      case ENTRY_UTM_CONTENT -> "utm_content";
      case ENTRY_UTM_TERM -> "utm_term";
      case ENTRY_GCLID -> "gclid";
      case ENTRY_GAD_SOURCE -> "gad_source";
    };
  }

  private static String taken(SessionValue value) {
    return "taken_" + column(value);
  }

  /** The sessions with the property of the first (or last) event that has it. */
  private static Plan beside(Plan all, Plan sessions, SessionValue value) {
    Expression property =
        new Expression.Property(
            new Expression.Reference("properties", Type.OBJECT), property(value), Type.TEXT);
    Plan having = new Plan.Filter(all, call(Function.NOT, call(Function.IS_NULL, property)));
    String session = "of_" + column(value);
    Plan read =
        new Plan.Project(
            having,
            List.of(
                new Named(session, EventRows.SESSION),
                new Named(taken(value), property),
                new Named("timestamp", EventRows.TIME),
                new Named("uuid", having.column("uuid"))));
    boolean last = value == SessionValue.END_URL || value == SessionValue.END_PATHNAME;
    Plan numbered =
        new Plan.Window(
            read,
            List.of(session),
            List.of(new Plan.Sort.By("timestamp", last), new Plan.Sort.By("uuid", last)),
            List.of(Over.rowNumber(PLACE)));
    Plan chosen =
        new Plan.Filter(
            numbered, call(Function.EQUAL, numbered.column(PLACE), Expression.integer(1)));
    Plan named =
        new Plan.Project(
            chosen,
            List.of(
                new Named(session, chosen.column(session)),
                new Named(taken(value), chosen.column(taken(value)))));
    return new Plan.Join(
        Plan.Join.Kind.LEFT, sessions, named, List.of(new Plan.Join.On(ID, session)), false);
  }

  private static Expression value(SessionValue value, Plan sessions) {
    return switch (value) {
      case START -> sessions.column(START);
      case END -> sessions.column(END);
      case DURATION -> call(Function.SECONDS, length(sessions));
      case PAGEVIEWS -> sessions.column(PAGES);
      case AUTOCAPTURES -> sessions.column(CLICKS);
      case SCREENS -> sessions.column(SCREENS);
      case BOUNCE -> bounce(sessions);
      case CHANNEL -> Channel.of(input -> sessions.column(taken(input)));
      case ENTRY_URL,
          ENTRY_PATHNAME,
          ENTRY_HOSTNAME,
          ENTRY_REFERRING_DOMAIN,
          ENTRY_UTM_SOURCE,
          ENTRY_UTM_MEDIUM,
          ENTRY_UTM_CAMPAIGN,
          ENTRY_UTM_CONTENT,
          ENTRY_UTM_TERM,
          ENTRY_GCLID,
          ENTRY_GAD_SOURCE,
          END_URL,
          END_PATHNAME ->
          sessions.column(taken(value));
    };
  }

  private static Expression length(Plan sessions) {
    return call(Function.SUBTRACT, sessions.column(END), sessions.column(START));
  }

  private static Expression bounce(Plan sessions) {
    Expression views = call(Function.ADD, sessions.column(PAGES), sessions.column(SCREENS));
    return Conditions.all(
        List.of(
            call(Function.LESS_OR_EQUAL, views, Expression.integer(1)),
            call(Function.EQUAL, sessions.column(CLICKS), Expression.integer(0)),
            call(Function.LESS, length(sessions), Expression.integer(BOUNCE))));
  }
}
