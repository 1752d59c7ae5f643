package dev.facet.dashboard;

import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** Texts in the catalog. */
record TextRows(Transaction transaction, long project) {

  void insert(Text text) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO texts (id, project, body, created_at, created_by, modified_at, modified_by)
            VALUES (:id, :project, :body, :createdAt, :createdBy, :modifiedAt, :modifiedBy)""")
        .bind("id", text.id())
        .bind("project", project)
        .bind("body", text.body())
        .bind("createdAt", Micros.of(text.createdAt()))
        .bind("createdBy", text.createdBy())
        .bind("modifiedAt", Micros.of(text.modifiedAt()))
        .bind("modifiedBy", text.modifiedBy())
        .execute();
  }

  void update(Text text) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE texts SET body = :body, created_by = :createdBy, modified_at = :modifiedAt,
              modified_by = :modifiedBy
            WHERE id = :id AND project = :project""")
        .bind("id", text.id())
        .bind("project", project)
        .bind("body", text.body())
        .bind("createdBy", text.createdBy())
        .bind("modifiedAt", Micros.of(text.modifiedAt()))
        .bind("modifiedBy", text.modifiedBy())
        .execute();
  }

  List<Text> find(Collection<Long> ids) {
    return new Where()
        .and("project = :project", "project", project)
        .andIn("id IN (<ids>)", "ids", ids)
        .query(
            transaction,
            "SELECT id, body, created_at, created_by, modified_at, modified_by FROM texts",
            "ORDER BY id")
        .map(TextRows::text)
        .list();
  }

  private static Text text(ResultSet row, StatementContext context) throws SQLException {
    return new Text(
        row.getLong("id"),
        row.getString("body"),
        Micros.toInstant(row.getLong("created_at")),
        Rows.number(row, "created_by"),
        Micros.toInstant(row.getLong("modified_at")),
        Rows.number(row, "modified_by"));
  }
}
