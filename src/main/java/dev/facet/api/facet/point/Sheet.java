package dev.facet.api.facet.point;

import dev.facet.api.http.Json;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.report.Csv;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables as CSV: an object becomes a column for each of its fields, and its {@code properties} one
 * for each property that any row has.
 */
final class Sheet {
  private static final String PROPERTIES = "properties";

  private final ZoneId zone;

  private Sheet(ZoneId zone) {
    this.zone = zone;
  }

  /** A column of the file: one of the table's, or of the fields of its objects. */
  private record Part(int column, List<String> path, String title) {}

  static String of(Table table, ZoneId zone) {
    return new Sheet(zone).written(table);
  }

  private String written(Table table) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      parts.addAll(parts(table, i));
    }
    Csv csv = new Csv();
    csv.row(parts.stream().map(Part::title).toList());
    for (List<@Nullable Object> row : table.rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      parts.forEach(part -> cells.add(cell(table, row, part)));
      csv.row(cells);
    }
    return csv.toString();
  }

  private static List<Part> parts(Table table, int column) {
    Column said = table.columns().get(column);
    if (said.type() != Type.OBJECT) {
      return List.of(new Part(column, List.of(), said.name()));
    }
    List<Map<?, ?>> objects =
        table.rows().stream().<Map<?, ?>>map(row -> object(row.get(column))).toList();
    if (said.name().equals(PROPERTIES)) {
      return properties(column, List.of(), objects);
    }
    List<Part> parts = new ArrayList<>();
    Set<String> fields =
        objects.stream()
            .flatMap(one -> one.keySet().stream())
            .map(Object::toString)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String field : fields) {
      if (!field.equals(PROPERTIES)) {
        parts.add(new Part(column, List.of(field), field));
      }
    }
    List<Map<?, ?>> inner =
        objects.stream().<Map<?, ?>>map(one -> object(one.get(PROPERTIES))).toList();
    parts.addAll(properties(column, List.of(PROPERTIES), inner));
    return parts;
  }

  private static List<Part> properties(
      int column, List<String> path, Collection<? extends Map<?, ?>> objects) {
    Set<String> keys = new TreeSet<>();
    objects.forEach(one -> one.keySet().forEach(key -> keys.add(key.toString())));
    List<Part> parts = new ArrayList<>();
    for (String key : keys) {
      List<String> whole = new ArrayList<>(path);
      whole.add(key);
      parts.add(new Part(column, whole, PROPERTIES + "." + key));
    }
    return parts;
  }

  private @Nullable Object cell(Table table, List<@Nullable Object> row, Part part) {
    Object value = row.get(part.column());
    for (String step : part.path()) {
      value = object(value).get(step);
    }
    return part.path().isEmpty()
        ? plain(value, table.columns().get(part.column()).type())
        : plain(value, Type.TEXT);
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private @Nullable Object plain(@Nullable Object value, Type type) {
    return switch (value) {
      case null -> null;
      case Long micros when type == Type.TIME ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              Micros.toInstant(micros).atZone(zone).toOffsetDateTime());
      case Long days when type == Type.DATE -> LocalDate.ofEpochDay(days).toString();
      case Number number -> number;
      case Boolean flag -> flag;
      case List<?> list -> list.stream().map(Values::text).collect(Collectors.joining(" "));
      case Map<?, ?> map -> Json.MAPPER.valueToTree(map).toString();
      default -> value.toString();
    };
  }
}
