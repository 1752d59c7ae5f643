package dev.facet.catalog;

import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads columns that may be null. */
public final class Rows {
  private Rows() {}

  public static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : (Long) number;
  }

  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Long micros = number(row, column);
    return micros == null ? null : Micros.toInstant(micros);
  }
}
