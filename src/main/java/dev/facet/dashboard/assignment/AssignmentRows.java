package dev.facet.dashboard.assignment;

import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assignments of a project in the catalog. */
public record AssignmentRows(Transaction transaction, long project) {

  /** A user's, in the order they were made. */
  public List<Assignment> of(long user) {
    return new Where()
        .and("project = :project", "project", project)
        .and("user_id = :user", "user", user)
        .query(transaction, "SELECT dashboard, chosen FROM assignments", "ORDER BY number")
        .map((row, context) -> new Assignment(row.getLong("dashboard"), row.getInt("chosen") == 1))
        .list();
  }

  /**
   * Gives a user a dashboard; one given before keeps its place in the order.
   *
   * @param chosen whether it is the user's default, which no other is then; null to leave that
   */
  public void put(long user, long dashboard, @Nullable Boolean chosen) {
    if (Boolean.TRUE.equals(chosen)) {
      execute(
          "UPDATE assignments SET chosen = 0 WHERE project = :project AND user_id = :user",
          Map.of("project", project, "user", user));
    }
    execute(
        """
        INSERT INTO assignments (project, user_id, dashboard, number, chosen)
        VALUES (:project, :user, :dashboard, :number, 0)
        ON CONFLICT (user_id, dashboard) DO NOTHING""",
        Map.of(
            "project", project,
            "user", user,
            "dashboard", dashboard,
            "number", Sequence.ASSIGNMENT.next(transaction)));
    if (chosen != null) {
      execute(
          "UPDATE assignments SET chosen = :chosen WHERE user_id = :user AND dashboard = :dashboard",
          Map.of("chosen", chosen ? 1 : 0, "user", user, "dashboard", dashboard));
    }
  }

  /** Takes a dashboard from a user; false when it was not the user's. */
  public boolean delete(long user, long dashboard) {
    return execute(
            """
            DELETE FROM assignments
            WHERE project = :project AND user_id = :user AND dashboard = :dashboard""",
            Map.of("project", project, "user", user, "dashboard", dashboard))
        > 0;
  }

  private int execute(String sql, Map<String, Object> values) {
    return transaction.handle().createUpdate(sql).bindMap(values).execute();
  }
}
