package dev.facet.plan.hogql.table;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Beside;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Members;
import dev.facet.plan.event.Setting;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.SessionValue;
import dev.facet.query.PropertyRef.Source;
import dev.facet.query.type.PropertyTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code events}, with the person, the session and the groups of each beside it. */
public record EventsTable(Setting setting) implements Schema {
  private static final List<String> COLUMNS =
      List.of(
          "uuid",
          "event",
          "properties",
          "timestamp",
          "distinct_id",
          "elements_chain",
          "created_at",
          "$session_id",
          "$window_id");

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> more() {
    List<String> more = new ArrayList<>(PropertyRef.METADATA);
    more.addAll(List.of("person", "session", "poe", "pdi"));
    more.addAll(setting.definitions().groupTypes());
    return more;
  }

  @Override
  public List<String> members(String name) {
    return switch (name) {
      case "session" -> SessionValue.keys();
      case "person", "poe" -> List.of("id", "created_at", "properties");
      case "pdi" -> List.of("distinct_id", "person_id", "person");
      default -> List.of("key", "properties");
    };
  }

  @Override
  public Optional<Field> field(List<String> path) {
    String first = path.getFirst();
    if (first.equals("properties")) {
      Expression object = new Expression.Reference("properties", Type.OBJECT);
      return Optional.of(new Field(first, object, 1, PropertyTypes.EVENT));
    }
    if (PropertyRef.METADATA.contains(first)) {
      return Optional.of(new Field(first, value(Source.METADATA, first)));
    }
    if (path.size() == 1) {
      return Optional.empty();
    }
    return switch (first) {
      case "person", "poe" -> person(path.get(1), 2);
      case "pdi" -> distinctId(path);
      case "session" -> session(path.get(1));
      default -> group(first, path.get(1));
    };
  }

  /** A value as text, or as a time where it is one. */
  private static Expression value(Source source, String key) {
    PropertyRef property = new PropertyRef(source, key);
    return property.isTime() ? EventRows.time(property) : EventRows.text(property);
  }

  private static Optional<Field> person(String name, int length) {
    return switch (name) {
      case "properties" ->
          Optional.of(
              new Field(
                  Beside.PERSON_PROPERTIES,
                  new Expression.Reference(Beside.PERSON_PROPERTIES, Type.OBJECT),
                  length,
                  PropertyTypes.PERSON));
      case "id" ->
          Optional.of(new Field("person_id", value(Source.METADATA, "person_id"), length, null));
      case "created_at" ->
          Optional.of(
              new Field(
                  Beside.PERSON_CREATED,
                  new Expression.Reference(Beside.PERSON_CREATED, Type.TIME),
                  length,
                  null));
      default -> Optional.empty();
    };
  }

  private static Optional<Field> distinctId(List<String> path) {
    return switch (path.get(1)) {
      case "distinct_id", "person_id" ->
          Optional.of(new Field(path.get(1), value(Source.METADATA, path.get(1)), 2, null));
      case "person" -> path.size() > 2 ? person(path.get(2), 3) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Field> session(String name) {
    if (name.equals("id") || name.equals("session_id")) {
      return Optional.of(new Field("$session_id", EventRows.SESSION, 2, null));
    }
    return SessionValue.of(name)
        .or(() -> SessionValue.of("$" + name))
        .or(() -> SessionValue.of("$session_" + name))
        .map(value -> new Field(Beside.session(value), SessionsTable.reference(value), 2, null));
  }

  private Optional<Field> group(String name, String member) {
    int index = index(name);
    if (index < 0) {
      return Optional.empty();
    }
    String key = Beside.groupProperties(index);
    return switch (member) {
      case "properties", "group_properties" ->
          Optional.of(
              new Field(
                  key, new Expression.Reference(key, Type.OBJECT), 2, PropertyTypes.group(index)));
      case "key" -> Optional.of(new Field("$group_" + index, EventRows.group(index), 2, null));
      default -> Optional.empty();
    };
  }

  private int index(String name) {
    return name.matches("group_[0-4]")
        ? name.charAt(name.length() - 1) - '0'
        : setting.definitions().groupTypes().indexOf(name);
  }

  @Override
  public Plan rows(Collection<Expression> read) {
    return new Beside(new Members(setting)).events(read);
  }
}
