package dev.facet.plan.insight;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Shape;
import dev.facet.plan.event.PersonRows;
import dev.facet.query.ActorsQuery;
import dev.facet.query.ActorsQuery.Known;
import dev.facet.query.ActorsQuery.Selected;
import dev.facet.query.ActorsQuery.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From rows for each distinct id, in order, to one for each person with the columns that were
 * selected; says whether there are more persons than asked for. The same of groups, which have no
 * distinct ids.
 *
 * @param group the type of the groups, null for persons
 */
public record ActorsShape(List<Selected> select, @Nullable Integer group, int limit)
    implements Shape {

  public ActorsShape {
    select = List.copyOf(select);
  }

  /** What is known of a person. */
  private record Person(Table table, List<@Nullable Object> row, List<String> distinctIds) {
    @Nullable Object get(String column) {
      return row.get(table.indexOf(column));
    }

    Map<?, ?> properties() {
      return get(PersonRows.PROPERTIES) instanceof Map<?, ?> properties ? properties : Map.of();
    }
  }

  @Override
  public Table apply(Table rows) {
    Map<Object, Person> persons = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows.rows()) {
      Object rank = Objects.requireNonNull(row.get(rows.indexOf(ActorsPlanner.RANK)));
      Person person = persons.computeIfAbsent(rank, r -> new Person(rows, row, new ArrayList<>(1)));
      if (row.get(rows.indexOf(ActorsPlanner.DISTINCT_ID)) instanceof String id) {
        person.distinctIds().add(id);
      }
    }
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (Person person : persons.values().stream().limit(limit).toList()) {
      List<@Nullable Object> cells = new ArrayList<>(select.size());
      select.forEach(selected -> cells.add(value(person, selected.value())));
      out.add(cells);
    }
    return new Table(columns(), out).with(persons.size() > limit);
  }

  private List<Column> columns() {
    return select.stream().map(one -> new Column(one.name(), type(one.value()))).toList();
  }

  private static Type type(Value value) {
    return switch (value) {
      case Known.ACTOR -> Type.OBJECT;
      case Known.ID, Known.DISPLAY_NAME -> Type.TEXT;
      case Known.CREATED_AT -> Type.TIME;
      case Known.IDENTIFIED -> Type.BOOLEAN;
      case Known.EVENT_COUNT, Known.TOTAL -> Type.INTEGER;
      case Known.APPEARANCES -> Type.INTEGERS;
      case ActorsQuery.Property _ -> Type.TEXT;
    };
  }

  private @Nullable Object value(Person person, Value value) {
    return switch (value) {
      case Known.ACTOR -> actor(person);
      case Known.ID -> person.get(PersonRows.UUID);
      case Known.CREATED_AT -> person.get(PersonRows.CREATED_AT);
      case Known.IDENTIFIED -> person.get(PersonRows.IDENTIFIED);
      case Known.EVENT_COUNT -> person.get(ActorsPlanner.COUNT);
      case Known.APPEARANCES -> person.get(ActorsPlanner.APPEARANCES);
      case Known.TOTAL -> throw new IllegalArgumentException("A person has no total");
      case Known.DISPLAY_NAME -> displayName(person);
      case ActorsQuery.Property(String key) -> Values.text(person.properties().get(key));
    };
  }

  private Map<String, @Nullable Object> actor(Person person) {
    Map<String, @Nullable Object> actor = new LinkedHashMap<>();
    actor.put("id", person.get(PersonRows.UUID));
    if (group == null) {
      actor.put("distinct_ids", List.copyOf(person.distinctIds()));
    } else {
      actor.put("type", "group");
      actor.put("group_type_index", (long) group);
      actor.put("group_key", person.get(PersonRows.UUID));
    }
    actor.put("properties", person.properties());
    Object created = person.get(PersonRows.CREATED_AT);
    actor.put(
        "created_at", created instanceof Long micros ? Micros.toInstant(micros).toString() : null);
    if (group == null) {
      actor.put("is_identified", person.get(PersonRows.IDENTIFIED));
    }
    return actor;
  }

  /** What the person is known by: email, name, else a distinct id. */
  private static @Nullable String displayName(Person person) {
    for (String key : List.of("email", "name")) {
      String text = Values.text(person.properties().get(key));
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return person.distinctIds().isEmpty()
        ? (String) person.get(PersonRows.UUID)
        : person.distinctIds().getFirst();
  }
}
