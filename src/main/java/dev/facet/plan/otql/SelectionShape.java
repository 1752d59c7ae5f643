package dev.facet.plan.otql;

import dev.facet.dataset.object.Field.Kind;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From a row for each object of each level to one for each object of the first, in which the others
 * hang: a column for each item, links as lists of maps.
 */
record SelectionShape(List<Level> levels) implements Shape {
  static final String PROPERTIES = "own_properties";
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  SelectionShape {
    levels = List.copyOf(levels);
  }

  /**
   * The objects of one type.
   *
   * @param parent the level they hang on; below 0 for none
   * @param link the name of the list they are in there
   */
  record Level(int parent, String link, List<Cell> cells) {}

  /** A value of an object. */
  sealed interface Cell {
    String name();

    record OfColumn(String name, String column, Kind kind) implements Cell {}

    record OfProperty(String name, String key) implements Cell {}

    record OfLink(String name) implements Cell {}
  }

  @Override
  public Table apply(Table rows) {
    List<List<@Nullable Object>> inOrder = new ArrayList<>(rows.rows());
    int level = rows.indexOf(Selecting.LEVEL);
    int place = rows.indexOf(Selecting.PLACE);
    inOrder.sort(
        Comparator.comparingLong((List<@Nullable Object> row) -> whole(row.get(level)))
            .thenComparingLong(row -> whole(row.get(place))));
    Map<List<Long>, Map<String, @Nullable Object>> objects = new HashMap<>();
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (List<@Nullable Object> row : inOrder) {
      int number = (int) whole(row.get(level));
      Map<String, @Nullable Object> object = object(levels.get(number), rows, row);
      objects.put(List.of((long) number, whole(row.get(place))), object);
      if (number == 0) {
        out.add(new ArrayList<>());
      } else {
        long parent = whole(row.get(rows.indexOf(Selecting.PARENT)));
        hang(objects.get(List.of((long) levels.get(number).parent(), parent)), number, object);
      }
    }
    for (int i = 0; i < out.size(); i++) {
      fill(out.get(i), Objects.requireNonNull(objects.get(List.of(0L, i + first(inOrder, place)))));
    }
    return new Table(columns(), out);
  }

  private static long first(List<List<@Nullable Object>> rows, int place) {
    return rows.isEmpty() ? 0 : whole(rows.getFirst().get(place));
  }

  private static long whole(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).longValue();
  }

  private void fill(List<@Nullable Object> row, Map<String, @Nullable Object> object) {
    levels.getFirst().cells().forEach(cell -> row.add(object.get(cell.name())));
  }

  private void hang(
      @Nullable Map<String, @Nullable Object> parent,
      int number,
      Map<String, @Nullable Object> object) {
    if (parent != null && parent.get(levels.get(number).link()) instanceof List<?> list) {
      @SuppressWarnings("unchecked")
      List<Object> objects = (List<Object>) list;
      objects.add(object);
    }
  }

  private static Map<String, @Nullable Object> object(
      Level level, Table table, List<@Nullable Object> row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (Cell cell : level.cells()) {
      object.put(
          cell.name(),
          switch (cell) {
            case Cell.OfColumn column ->
                value(row.get(table.indexOf(column.column())), column.kind());
            case Cell.OfProperty property ->
                row.get(table.indexOf(PROPERTIES)) instanceof Map<?, ?> all
                    ? all.get(property.key())
                    : null;
            case Cell.OfLink _ -> new ArrayList<>();
          });
    }
    return object;
  }

  private static @Nullable Object value(@Nullable Object value, Kind kind) {
    if (!(value instanceof Long micros)) {
      return value;
    }
    return switch (kind) {
      case DATE -> ISO.format(Micros.toInstant(micros));
      case TIMESTAMP -> (Object) Math.floorDiv(micros, 1000L);
      case TEXT, WHOLE, NUMBER, FLAG, PROPERTY -> value;
    };
  }

  private List<Column> columns() {
    return levels.getFirst().cells().stream()
        .map(
            cell ->
                new Column(
                    cell.name(),
                    cell instanceof Cell.OfColumn column
                        ? Selecting.type(column.kind())
                        : Type.OBJECT))
        .toList();
  }
}
