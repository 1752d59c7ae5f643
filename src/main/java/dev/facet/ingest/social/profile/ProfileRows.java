package dev.facet.ingest.social.profile;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The profiles of one project in the catalog, without their accounts. */
record ProfileRows(Transaction transaction, long project) {
  private static final String SELECT = "SELECT username, display_name, created_at FROM profiles";

  /** All of them by name. */
  List<Profile> list() {
    return own().query(transaction, SELECT, "ORDER BY username").map(ProfileRows::profile).list();
  }

  Optional<Profile> find(String username) {
    return own()
        .and("username = :username", "username", username)
        .query(transaction, SELECT, "")
        .map(ProfileRows::profile)
        .findOne();
  }

  private Where own() {
    return new Where().and("project = :project", "project", project);
  }

  /** Makes a profile; false, without effect, when it is there. */
  boolean insert(String username, Instant at) {
    return transaction
            .handle()
            .createUpdate(
                """
            INSERT INTO profiles (project, username, created_at) VALUES (:project, :username, :at)
            ON CONFLICT (project, username) DO NOTHING""")
            .bind("project", project)
            .bind("username", username)
            .bind("at", Micros.of(at))
            .execute()
        > 0;
  }

  void rename(String username, @Nullable String displayName) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE profiles SET display_name = :name
            WHERE project = :project AND username = :username""")
        .bind("project", project)
        .bind("username", username)
        .bind("name", displayName)
        .execute();
  }

  /** Takes the profile away, and its accounts with it. */
  void delete(String username) {
    transaction
        .handle()
        .createUpdate("DELETE FROM profiles WHERE project = :project AND username = :username")
        .bind("project", project)
        .bind("username", username)
        .execute();
  }

  private static Profile profile(ResultSet row, StatementContext context) throws SQLException {
    return new Profile(
        row.getString("username"),
        row.getString("display_name"),
        Micros.toInstant(row.getLong("created_at")),
        List.of());
  }
}
