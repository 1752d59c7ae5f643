package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Column;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.SessionValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The events of a project as expressions see them. What stands beside an event (its person, its
 * session, its groups, the cohorts of its person) is read from columns that {@link Beside} adds
 * when an expression names them.
 */
public final class EventRows {
  private static final Expression PROPERTIES = reference("properties", Type.OBJECT);
  private static final Expression PERSON_PROPERTIES =
      reference(Beside.PERSON_PROPERTIES, Type.OBJECT);
  public static final Expression TIME = reference("timestamp", Type.TIME);
  public static final Expression PERSON = reference("person", Type.INTEGER);
  public static final Expression NAME = reference("event", Type.TEXT);

  /** The session the event belongs to, null for none. */
  public static final Expression SESSION = present(property(PROPERTIES, "$session_id", Type.TEXT));

  /** The elements that were clicked or changed, innermost first, as the original's one text. */
  static final Expression ELEMENTS = property(PROPERTIES, "$elements_chain", Type.TEXT);

  private EventRows() {}

  /** The rows with one more column. */
  public static Plan with(Plan rows, String name, Expression expression) {
    List<Plan.Named> columns = new ArrayList<>();
    for (Column column : rows.columns()) {
      columns.add(new Plan.Named(column.name(), rows.column(column.name())));
    }
    columns.add(new Plan.Named(name, expression));
    return new Plan.Project(rows, columns);
  }

  /** The key of the group of a type the event happened in, null for none. */
  public static Expression group(int index) {
    return present(property(PROPERTIES, "$group_" + index, Type.TEXT));
  }

  /** A value as text; for times see {@link #time}. */
  public static Expression text(PropertyRef property) {
    return switch (property.source()) {
      case EVENT -> property(PROPERTIES, property.key(), Type.TEXT);
      case PERSON -> property(PERSON_PROPERTIES, property.key(), Type.TEXT);
      case GROUP -> property(groupProperties(property), property.key(), Type.TEXT);
      case SESSION -> sessionText(sessionValue(property));
      case COHORTS -> reference(Beside.cohorts(property), Type.TEXT);
      case HOGQL -> throw computed(property);
      case METADATA -> metadata(property.key());
    };
  }

  /** A value as a number, null where it is none. */
  public static Expression number(PropertyRef property) {
    return switch (property.source()) {
      case EVENT -> property(PROPERTIES, property.key(), Type.NUMBER);
      case PERSON -> property(PERSON_PROPERTIES, property.key(), Type.NUMBER);
      case GROUP -> property(groupProperties(property), property.key(), Type.NUMBER);
      case SESSION -> sessionNumber(property);
      case COHORTS, METADATA -> throw noNumber(property);
      case HOGQL -> throw computed(property);
    };
  }

  /** A value as a time, null where it is none. */
  public static Expression time(PropertyRef property) {
    return property.isTime() ? column(property) : call(Function.TO_TIME, text(property));
  }

  private static Expression column(PropertyRef property) {
    return property.source() == PropertyRef.Source.SESSION
        ? session(sessionValue(property))
        : metadata(property.key());
  }

  private static Expression groupProperties(PropertyRef property) {
    return reference(Beside.groupProperties(property.group()), Type.OBJECT);
  }

  private static SessionValue sessionValue(PropertyRef property) {
    return SessionValue.of(property.key()).orElseThrow(() -> unknown(property));
  }

  /** A value of the event's session. */
  static Expression session(SessionValue value) {
    return reference(Beside.session(value), type(value));
  }

  static Type type(SessionValue value) {
    return switch (value.kind()) {
      case TEXT -> Type.TEXT;
      case WHOLE -> Type.INTEGER;
      case FLAG -> Type.BOOLEAN;
      case TIME -> Type.TIME;
    };
  }

  private static Expression sessionText(SessionValue value) {
    Expression column = session(value);
    return switch (value.kind()) {
      case TEXT, TIME -> column;
      case WHOLE -> call(Function.TO_TEXT, column);
      case FLAG ->
          call(
              Function.IF,
              call(Function.IS_NULL, column),
              Expression.text(null),
              call(Function.IF, column, Expression.text("true"), Expression.text("false")));
    };
  }

  private static Expression sessionNumber(PropertyRef property) {
    SessionValue value = sessionValue(property);
    if (value.kind() != SessionValue.Kind.WHOLE) {
      throw noNumber(property);
    }
    return call(Function.TO_NUMBER, session(value));
  }

  private static Expression metadata(String key) {
    return switch (key) {
      case "event", "distinct_id", "uuid" -> reference(key, Type.TEXT);
      case "timestamp", "created_at" -> reference(key, Type.TIME);
      case "person_id" -> reference(Beside.PERSON_UUID, Type.TEXT);
      case "session_id", "$session_id" -> SESSION;
      case "elements_chain" -> ELEMENTS;
      case "$group_0", "$group_1", "$group_2", "$group_3", "$group_4" ->
          group(key.charAt(key.length() - 1) - '0');
      case "$window_id" -> property(PROPERTIES, key, Type.TEXT);
      default -> throw unknown(new PropertyRef(PropertyRef.Source.METADATA, key));
    };
  }

  private static IllegalArgumentException computed(PropertyRef property) {
    return new IllegalArgumentException("Only a setting can tell what " + property + " is");
  }

  private static FailureException unknown(PropertyRef property) {
    return FailureException.invalid(
        "unknown_" + property.source().name().toLowerCase(Locale.ROOT),
        null,
        "There is no \"" + property.key() + "\" to read for each event.");
  }

  private static FailureException noNumber(PropertyRef property) {
    return FailureException.invalid(
        "not_a_number",
        null,
        "\"" + property.key() + "\" is no number; use a property of the event or person.");
  }

  /** The text, null when it is empty. */
  static Expression present(Expression text) {
    return call(
        Function.IF, call(Function.EQUAL, text, Expression.text("")), Expression.text(null), text);
  }

  private static Expression property(Expression object, String key, Type type) {
    return new Expression.Property(object, key, type);
  }

  private static Expression reference(String column, Type type) {
    return new Expression.Reference(column, type);
  }
}
