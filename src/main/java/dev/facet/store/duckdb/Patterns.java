package dev.facet.store.duckdb;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries patterns before they go into a query, since one that does not compile fails all of it.
 * DuckDB's RE2 knows named groups only as {@code (?P<name>…)}; the newer {@code (?<name>…)} is
 * written so for it. The object's lock guards the connection and what was found before.
 */
final class Patterns {
  private static final int REMEMBERED = 500;

  private final Connection connection;
  private final Map<String, Optional<String>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
          return size() > REMEMBERED;
        }
      };

  Patterns(Connection connection) {
    this.connection = connection;
  }

  /** The pattern as DuckDB takes it; empty when it is malformed. */
  synchronized Optional<String> written(String pattern) {
    return known.computeIfAbsent(pattern, this::attempt);
  }

  private Optional<String> attempt(String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      return Optional.empty();
    }
    return Stream.of(pattern, pattern.replace("(?<", "(?P<")).filter(this::compiles).findFirst();
  }

  private boolean compiles(String pattern) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT regexp_matches('', ?)")) {
      statement.setString(1, pattern);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException refused) {
      return false;
    }
  }
}
