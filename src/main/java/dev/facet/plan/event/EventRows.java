package dev.facet.plan.event;

import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import java.util.List;

/**
 * The events of a project as expressions see them, with their persons' properties beside them where
 * one is read.
 */
public final class EventRows {
  private static final Expression PROPERTIES = reference("properties", Type.OBJECT);
  private static final Expression PERSON_PROPERTIES = reference("person_properties", Type.OBJECT);
  public static final Expression TIME = reference("timestamp", Type.TIME);
  public static final Expression PERSON = reference("person", Type.INTEGER);
  public static final Expression NAME = reference("event", Type.TEXT);

  private EventRows() {}

  /** All events, joined with their persons when {@code withPersons}. */
  public static Plan scan(boolean withPersons) {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    if (!withPersons) {
      return events;
    }
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    Plan named =
        new Plan.Project(
            persons,
            List.of(
                new Named("person_person", persons.column("person")),
                new Named("person_properties", persons.column("properties"))));
    return new Join(
        Join.Kind.LEFT, events, named, List.of(new Join.On("person", "person_person")), false);
  }

  /** Whether a filter reads a property of the person. */
  public static boolean readsPerson(Filter filter) {
    return switch (filter) {
      case Filter.And and -> and.filters().stream().anyMatch(EventRows::readsPerson);
      case Filter.Or or -> or.filters().stream().anyMatch(EventRows::readsPerson);
      case Filter.Compare compare -> readsPerson(compare.property());
    };
  }

  public static boolean readsPerson(PropertyRef property) {
    return property.source() == PropertyRef.Source.PERSON;
  }

  /** A property of the event as text. */
  public static Expression text(PropertyRef property) {
    return switch (property.source()) {
      case EVENT -> new Expression.Property(PROPERTIES, property.key(), Type.TEXT);
      case PERSON -> new Expression.Property(PERSON_PROPERTIES, property.key(), Type.TEXT);
      case METADATA -> metadata(property.key());
    };
  }

  /** A property of the event as a number, null where it is none. */
  public static Expression number(PropertyRef property) {
    return switch (property.source()) {
      case EVENT -> new Expression.Property(PROPERTIES, property.key(), Type.NUMBER);
      case PERSON -> new Expression.Property(PERSON_PROPERTIES, property.key(), Type.NUMBER);
      case METADATA ->
          throw invalid(property.key(), "is no number; use a property of the event or person");
    };
  }

  /** A property of the event as a time, null where it is none. */
  public static Expression time(PropertyRef property) {
    boolean isTime =
        property.source() == PropertyRef.Source.METADATA
            && metadata(property.key()).type() == Type.TIME;
    return isTime ? metadata(property.key()) : Expression.call(Function.TO_TIME, text(property));
  }

  private static Expression metadata(String key) {
    List<Column> readable =
        Datasets.EVENTS.columns().stream()
            .filter(column -> column.type() == Type.TEXT || column.type() == Type.TIME)
            .toList();
    return readable.stream()
        .filter(column -> column.name().equals(key))
        .findFirst()
        .map(column -> reference(key, column.type()))
        .orElseThrow(
            () ->
                invalid(
                    key,
                    "is no column of events; there are "
                        + String.join(", ", readable.stream().map(Column::name).toList())));
  }

  private static FailureException invalid(String key, String what) {
    return new FailureException(
        new Failure.Invalid("unknown_metadata", null, "\"" + key + "\" " + what + "."));
  }

  private static Expression reference(String column, Type type) {
    return new Expression.Reference(column, type);
  }
}
