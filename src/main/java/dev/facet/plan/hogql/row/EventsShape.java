package dev.facet.plan.hogql.row;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.query.SqlQuery;
import dev.facet.query.SqlQuery.Events.Kind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of events and persons together as objects.
 *
 * @param rows the shape of the statement's own rows
 */
public record EventsShape(SqlShape rows, List<SqlQuery.Events.Column> columns, ZoneId zone)
    implements Shape {

  /** What the columns that are objects are made of. */
  public static final Map<Kind, List<String>> PARTS =
      Map.of(
          Kind.EVENT,
          List.of(
              "uuid",
              "event",
              "properties",
              "timestamp",
              "distinct_id",
              "elements_chain",
              "created_at"),
          Kind.PERSON,
          List.of("person.id", "person.created_at", "person.properties", "distinct_id"),
          Kind.PERSON_NAME,
          List.of(
              "person.properties.email",
              "person.properties.name",
              "person.properties.username",
              "person.id",
              "distinct_id"));

  public EventsShape {
    columns = List.copyOf(columns);
  }

  @Override
  public Table apply(Table table) {
    Table parts = rows.apply(table);
    List<Column> shown = new ArrayList<>();
    int place = 0;
    for (SqlQuery.Events.Column column : columns) {
      boolean isObject = column.kind() != Kind.VALUE;
      Type type = isObject ? Type.OBJECT : parts.columns().get(place).type();
      shown.add(new Column(column.text(), type));
      place += width(column.kind());
    }
    return new Table(shown, parts.rows().stream().map(row -> row(parts, row)).toList());
  }

  @Override
  public Table page(Table table) {
    return rows.page(table);
  }

  /** How many columns of the rows become one of this kind. */
  public static int width(Kind kind) {
    return kind == Kind.VALUE ? 1 : PARTS.getOrDefault(kind, List.of()).size();
  }

  private List<@Nullable Object> row(Table parts, List<@Nullable Object> row) {
    List<@Nullable Object> cells = new ArrayList<>();
    int place = 0;
    for (SqlQuery.Events.Column column : columns) {
      int end = place + width(column.kind());
      cells.add(
          switch (column.kind()) {
            case VALUE -> row.get(place);
            case EVENT -> event(parts, row, place, end);
            case PERSON -> person(row.subList(place, end));
            case PERSON_NAME -> name(row.subList(place, end));
          });
      place = end;
    }
    return cells;
  }

  private Map<String, @Nullable Object> event(
      Table parts, List<@Nullable Object> row, int from, int until) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    for (int i = from; i < until; i++) {
      boolean isTime = parts.columns().get(i).type() == Type.TIME;
      event.put(parts.columns().get(i).name(), isTime ? time(row.get(i)) : row.get(i));
    }
    event.put("person_mode", isWithoutPerson(event.get("properties")) ? "propertyless" : "full");
    return event;
  }

  private static boolean isWithoutPerson(@Nullable Object properties) {
    return properties instanceof Map<?, ?> all
        && Boolean.FALSE.equals(all.get("$process_person_profile"));
  }

  private @Nullable String time(@Nullable Object micros) {
    return micros instanceof Long value
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Micros.toInstant(value).atZone(zone))
        : null;
  }

  private Map<String, @Nullable Object> person(List<@Nullable Object> parts) {
    Map<String, @Nullable Object> person = new LinkedHashMap<>();
    if (parts.getFirst() != null) {
      person.put("uuid", parts.getFirst());
      person.put("created_at", time(parts.get(1)));
      person.put("properties", parts.get(2));
    }
    person.put("distinct_id", parts.getLast());
    return person;
  }

  /** By mail, name or user name; else by the id the event came with. */
  private static Map<String, @Nullable Object> name(List<@Nullable Object> parts) {
    Object name = parts.getLast();
    for (Object given : parts.subList(0, 3).reversed()) {
      name = given instanceof String text && !text.isEmpty() ? text : name;
    }
    Map<String, @Nullable Object> person = new LinkedHashMap<>();
    person.put("display_name", name);
    person.put("id", parts.get(3));
    person.put("distinct_id", parts.getLast());
    return person;
  }
}
