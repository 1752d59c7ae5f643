package dev.facet.dashboard;

import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.ContentJson;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Revisions in the catalog: inserted, never changed. */
record RevisionRows(Transaction transaction, long project) {
  private static final String COLUMNS =
      "id, dashboard, parent, author, at, reason, written, restored";

  void insert(Revision revision, Content content) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO revisions (
              id, project, dashboard, parent, author, at, reason, written, restored, content)
            VALUES (
              :id, :project, :dashboard, :parent, :author, :at, :reason, :written, :restored, :content)""")
        .bind("id", revision.id())
        .bind("project", project)
        .bind("dashboard", revision.dashboard())
        .bind("parent", revision.parent())
        .bind("author", revision.author())
        .bind("at", Micros.of(revision.at()))
        .bind("reason", revision.reason().name())
        .bind("written", revision.written() ? 1 : 0)
        .bind("restored", revision.restored())
        .bind("content", ContentJson.write(content))
        .execute();
  }

  Optional<Revision.Full> find(long dashboard, long id) {
    return where(dashboard)
        .and("id = :id", "id", id)
        .query(transaction, "SELECT " + COLUMNS + ", content FROM revisions", "")
        .map(
            (row, context) ->
                new Revision.Full(
                    revision(row, context), ContentJson.read(row.getString("content"))))
        .findOne();
  }

  List<Revision> list(long dashboard, @Nullable Long before, long limit) {
    return where(dashboard)
        .andIfGiven("id < :before", "before", before)
        .query(
            transaction, "SELECT " + COLUMNS + " FROM revisions", "ORDER BY id DESC LIMIT " + limit)
        .map(RevisionRows::revision)
        .list();
  }

  private Where where(long dashboard) {
    return new Where()
        .and("project = :project", "project", project)
        .and("dashboard = :dashboard", "dashboard", dashboard);
  }

  private static Revision revision(ResultSet row, StatementContext context) throws SQLException {
    return new Revision(
        row.getLong("id"),
        row.getLong("dashboard"),
        Rows.number(row, "parent"),
        Rows.number(row, "author"),
        Micros.toInstant(row.getLong("at")),
        Revision.Reason.valueOf(row.getString("reason")),
        row.getInt("written") == 1,
        Rows.number(row, "restored"));
  }
}
