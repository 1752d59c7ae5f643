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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the values of a query and reads its rows. */
final class Results {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

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
      values[i] = bound(many.values().get(i), many.type());
    }
    return connection.createArrayOf(DuckDbDialect.physicalType(many.type()), values);
  }

  private static @Nullable Object bound(@Nullable Object value, Type type) {
    return switch (type) {
      case OBJECT, LIST -> value == null ? null : Values.json(value);
      case NUMBER -> value instanceof Number number ? (Double) number.doubleValue() : null;
      case TEXT, INTEGER, TIME, BOOLEAN -> value;
    };
  }

  static Table read(ResultSet rows, List<Column> columns) throws SQLException {
    List<List<@Nullable Object>> table = new ArrayList<>();
    while (rows.next()) {
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        row.add(value(rows, i + 1, columns.get(i).type()));
      }
      table.add(row);
    }
    return new Table(columns, table);
  }

  private static @Nullable Object value(ResultSet rows, int place, Type type) throws SQLException {
    Object value =
        switch (type) {
          case TEXT -> rows.getString(place);
          case OBJECT, LIST -> parse(rows.getString(place));
          case NUMBER -> (Object) rows.getDouble(place);
          case INTEGER, TIME -> rows.getLong(place);
          case BOOLEAN -> rows.getBoolean(place);
        };
    return rows.wasNull() ? null : value;
  }

  private static @Nullable Object parse(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, Object.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("The store gave back JSON that does not read", damaged);
    }
  }
}
