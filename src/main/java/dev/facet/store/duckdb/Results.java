package dev.facet.store.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds the values of a query and reads its rows. */
final class Results {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  /** More would crowd out what else is in memory. */
  private static final long MAX_CELLS = 2_000_000;

  private static final long MAX_CHARACTERS = 32L << 20;

  /** What an element of a list or object counts beside its own characters. */
  private static final long ELEMENT = 8;

  private Results() {}

  static void bind(PreparedStatement statement, List<Sql.Parameter> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      switch (parameters.get(i)) {
        case Sql.Parameter.One one -> statement.setObject(i + 1, bound(one.value(), one.type()));
        case Sql.Parameter.Many many -> statement.setArray(i + 1, array(statement, many));
      }
    }
  }

  private static java.sql.Array array(PreparedStatement statement, Sql.Parameter.Many many)
      throws SQLException {
    Connection connection = statement.getConnection();
    @Nullable Object[] values = new @Nullable Object[many.values().size()];
    for (int i = 0; i < values.length; i++) {
      Object value = many.values().get(i);
      Type element = many.type().element();
      values[i] =
          element != null && value instanceof List<?> list
              ? array(statement, new Sql.Parameter.Many(new ArrayList<>(list), element))
              : bound(value, many.type());
    }
    return connection.createArrayOf(DuckDbDialect.physicalType(many.type()), values);
  }

  private static @Nullable Object bound(@Nullable Object value, Type type) {
    return switch (type) {
      case OBJECT, LIST -> value == null ? null : Values.json(value);
      case NUMBER -> value instanceof Number number ? (Double) number.doubleValue() : null;
      case TEXT, INTEGER, TIME, BOOLEAN, DATE -> value;
      case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> {
        if (value != null) {
          throw new IllegalArgumentException("Lists of one type are bound as arrays");
        }
        yield null;
      }
    };
  }

  static Table read(ResultSet rows, List<Column> columns) throws SQLException {
    List<List<@Nullable Object>> table = new ArrayList<>();
    long characters = 0;
    while (rows.next()) {
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        Object value = value(rows, i + 1, columns.get(i).type());
        characters += characters(value);
        row.add(value);
      }
      table.add(row);
      if ((long) table.size() * columns.size() > MAX_CELLS || characters > MAX_CHARACTERS) {
        throw Failures.tooLarge(MAX_CELLS, MAX_CHARACTERS);
      }
    }
    return new Table(columns, table);
  }

  /** Names of an object's values are kept once for all rows and do not count. */
  private static long characters(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case Map<?, ?> object -> characters(object.values());
      case Collection<?> values ->
          values.stream().mapToLong(element -> ELEMENT + characters(element)).sum();
      case null, default -> 0;
    };
  }

  private static @Nullable Object value(ResultSet rows, int place, Type type) throws SQLException {
    Object value =
        switch (type) {
          case TEXT -> rows.getString(place);
          case OBJECT, LIST -> parse(rows.getString(place));
          case NUMBER -> finite(rows.getDouble(place));
          case INTEGER, TIME, DATE -> rows.getLong(place);
          case BOOLEAN -> rows.getBoolean(place);
          case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> list(rows.getArray(place));
        };
    return rows.wasNull() ? null : value;
  }

  /** What is no number does not leave the store. */
  private static @Nullable Object finite(double number) {
    return Double.isFinite(number) ? (Object) number : null;
  }

  private static @Nullable Object list(java.sql.@Nullable Array array) throws SQLException {
    if (array == null) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      list.add(element instanceof Double number ? finite(number) : element);
    }
    return list;
  }

  private static @Nullable Object parse(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, Object.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("The store gave back JSON that does not read", damaged);
    }
  }
}
