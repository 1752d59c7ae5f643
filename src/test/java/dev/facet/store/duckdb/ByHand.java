package dev.facet.store.duckdb;

import dev.facet.plan.Plan;
import dev.facet.store.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Connections to a store's own engine, for SQL written by hand. */
public final class ByHand {
  private ByHand() {}

  /**
   * A connection with these settings; to the engine of the store that is open with the same ones,
   * if there is one.
   */
  public static Connection connect(Path directory, DuckDbSettings settings) throws SQLException {
    return DuckDbStore.connect(directory, settings);
  }

  /** How the engine runs a plan and where the time goes. */
  public static String analyzed(Connection connection, DuckDbStore store, Plan plan)
      throws SQLException {
    Sql sql = store.explain(1, plan);
    try (PreparedStatement statement =
        connection.prepareStatement("EXPLAIN ANALYZE " + sql.text())) {
      Results.bind(statement, sql.parameters());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(2);
      }
    }
  }
}
