package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Place;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.SessionValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts beside rows what expressions read of their persons, sessions, groups and cohorts, and only
 * that. Each such column has a name of its own, by which expressions ask for it.
 */
public record Beside(Members members) {
  public static final String PERSON_PROPERTIES = "person_properties";
  public static final String PERSON_UUID = "person_uuid";
  public static final String PERSON_CREATED = "person_created_at";
  private static final Set<String> OWN =
      Datasets.EVENTS.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

  private static final String PERSON = "person";
  private static final String COHORT = "cohort_";
  private static final String COHORTS = "cohorts_";
  private static final String SESSION = "session_";
  private static final String SESSION_KEY = "of_session";

  /** The column of the properties of an event's group. */
  public static String groupProperties(int index) {
    return "group_" + index + "_properties";
  }

  /** The column of a value of an event's session. */
  public static String session(SessionValue value) {
    return SESSION + value.name().toLowerCase(Locale.ROOT);
  }

  /** The column that is not null for members of a cohort. */
  static String cohort(long id) {
    return COHORT + id;
  }

  /** The column of the cohorts of a breakdown. */
  static String cohorts(PropertyRef property) {
    return COHORTS + property.key();
  }

  /** The columns that expressions read. */
  static Set<String> columns(Collection<Expression> expressions) {
    Set<String> columns = new TreeSet<>();
    expressions.forEach(expression -> collect(expression, columns));
    return columns;
  }

  private static void collect(Expression expression, Set<String> columns) {
    if (expression instanceof Expression.Reference reference) {
      columns.add(reference.column());
    }
    expression.inputs().forEach(input -> collect(input, columns));
  }

  /** All events with the columns beside them that the expressions read. */
  public Plan events(Collection<Expression> read) {
    return events(read, List.of());
  }

  /**
   * All events with the columns beside them that the expressions read, right for those only that
   * meet the conditions: what is known of sessions is found out for the sessions of such events.
   */
  public Plan events(Collection<Expression> read, Collection<Expression> conditions) {
    Set<String> columns = columns(read);
    Plan events = withPersons(new Plan.Scan(Datasets.EVENTS), columns);
    events = withSessions(events, columns, conditions.stream().filter(Beside::isOwn).toList());
    for (int index = 0; index < PropertyRef.GROUPS; index++) {
      events = columns.contains(groupProperties(index)) ? withGroups(events, index) : events;
    }
    return withCohorts(events, columns);
  }

  private static Plan withPersons(Plan events, Set<String> columns) {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    List<Named> read = new ArrayList<>();
    read.add(new Named("person_person", persons.column(PERSON)));
    if (columns.contains(PERSON_PROPERTIES)) {
      read.add(new Named(PERSON_PROPERTIES, persons.column("properties")));
    }
    if (columns.contains(PERSON_UUID)) {
      read.add(new Named(PERSON_UUID, persons.column("uuid")));
    }
    if (columns.contains(PERSON_CREATED)) {
      read.add(new Named(PERSON_CREATED, persons.column("created_at")));
    }
    return read.size() == 1
        ? events
        : left(events, new Plan.Project(persons, read), PERSON, "person_person");
  }

  private static Plan left(Plan rows, Plan beside, String own, String other) {
    return new Join(Join.Kind.LEFT, rows, beside, List.of(new Join.On(own, other)), false);
  }

  /** Whether it reads nothing but the event's own columns. */
  private static boolean isOwn(Expression condition) {
    return OWN.containsAll(columns(List.of(condition)));
  }

  private static Plan withSessions(Plan events, Set<String> columns, List<Expression> conditions) {
    Set<SessionValue> values = EnumSet.noneOf(SessionValue.class);
    for (SessionValue value : SessionValue.values()) {
      if (columns.contains(session(value))) {
        values.add(value);
      }
    }
    return values.isEmpty()
        ? events
        : left(
            EventRows.with(events, SESSION_KEY, EventRows.SESSION),
            SessionRows.of(values, conditions),
            SESSION_KEY,
            SessionRows.ID);
  }

  private static Plan withGroups(Plan events, int index) {
    Plan groups = new Plan.Scan(Datasets.GROUPS);
    Plan ofType =
        new Plan.Filter(
            groups,
            call(Function.EQUAL, groups.column("group_type_index"), Expression.integer(index)));
    String key = "group_" + index + "_key";
    Plan named =
        new Plan.Project(
            ofType,
            List.of(
                new Named(key, ofType.column("group_key")),
                new Named(groupProperties(index), ofType.column("properties"))));
    String own = "of_group_" + index;
    return left(EventRows.with(events, own, EventRows.group(index)), named, own, key);
  }

  /** Rows that have a column {@code person}, with a column for each cohort that is read. */
  Plan withCohorts(Plan rows, Set<String> columns) {
    for (String column : columns) {
      if (column.startsWith(COHORT)) {
        long id = Long.parseLong(column.substring(COHORT.length()));
        Plan persons = members.of(id, Place.NONE);
        Plan named = new Plan.Project(persons, List.of(new Named(column, persons.column(PERSON))));
        rows = left(rows, named, PERSON, column);
      } else if (column.startsWith(COHORTS)) {
        rows = withMemberships(rows, column);
      }
    }
    return rows;
  }

  /** Each row once for each of the cohorts that its person is in, with the cohort beside it. */
  private Plan withMemberships(Plan rows, String column) {
    String person = column + "_person";
    List<Plan> parts = new ArrayList<>();
    for (String id : column.substring(COHORTS.length()).split(",", -1)) {
      Plan persons =
          id.equals(PropertyRef.EVERYBODY)
              ? new Plan.Scan(Datasets.PERSONS)
              : members.of(Long.parseLong(id), Place.NONE);
      parts.add(
          new Plan.Project(
              persons,
              List.of(
                  new Named(person, persons.column(PERSON)),
                  new Named(column, Expression.text(id)))));
    }
    Plan all = parts.size() == 1 ? parts.getFirst() : new Plan.Union(parts);
    return new Join(Join.Kind.INNER, rows, all, List.of(new Join.On(PERSON, person)), false);
  }
}
