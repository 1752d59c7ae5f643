package dev.facet.dashboard.collaborator;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.util.List;

/** Collaborators in the catalog. */
public record CollaboratorRows(Transaction transaction) {

  List<Long> edits(long project, long user) {
    return new Where()
        .and("project = :project", "project", project)
        .and("user_id = :user", "user", user)
        .and("level = :level", "level", Collaborator.EDITS)
        .query(transaction, "SELECT dashboard FROM collaborators", "")
        .mapTo(Long.class)
        .list();
  }

  /** Those let in to a dashboard, in the order they were. */
  public List<Collaborator> of(long dashboard) {
    return new Where()
        .and("dashboard = :dashboard", "dashboard", dashboard)
        .query(
            transaction,
            "SELECT dashboard, user_id, level, added_at, updated_at FROM collaborators",
            "ORDER BY added_at, user_id")
        .map(
            (row, context) ->
                new Collaborator(
                    row.getLong("dashboard"),
                    row.getLong("user_id"),
                    row.getInt("level"),
                    Micros.toInstant(row.getLong("added_at")),
                    Micros.toInstant(row.getLong("updated_at"))))
        .list();
  }

  /** Adds a collaborator; of one who is there only the level changes. */
  public void put(long project, Collaborator collaborator) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO collaborators (dashboard, user_id, project, level, added_at, updated_at)
            VALUES (:dashboard, :user, :project, :level, :at, :at)
            ON CONFLICT (dashboard, user_id) DO UPDATE
              SET level = excluded.level, updated_at = excluded.updated_at""")
        .bind("dashboard", collaborator.dashboard())
        .bind("user", collaborator.user())
        .bind("project", project)
        .bind("level", collaborator.level())
        .bind("at", Micros.of(collaborator.addedAt()))
        .execute();
  }

  /** Lets a user out again; false when they were not in. */
  public boolean delete(long dashboard, long user) {
    return transaction
            .handle()
            .createUpdate(
                "DELETE FROM collaborators WHERE dashboard = :dashboard AND user_id = :user")
            .bind("dashboard", dashboard)
            .bind("user", user)
            .execute()
        > 0;
  }
}
