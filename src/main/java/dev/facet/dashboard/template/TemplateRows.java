package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** A project's templates in the catalog. */
record TemplateRows(Transaction transaction, long project) {
  private static final String SELECT =
      "SELECT id, project, name, body, deleted, created_at, created_by FROM dashboard_templates";

  void insert(Template template) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO dashboard_templates (id, project, name, body, deleted, created_at, created_by)
            VALUES (:id, :project, :name, :body, 0, :at, :by)""")
        .bind("id", template.id().toString())
        .bind("project", project)
        .bind("name", template.name())
        .bind("body", Json.write(template.body()))
        .bind("at", Micros.of(template.createdAt()))
        .bind("by", template.createdBy())
        .execute();
  }

  void update(Template template) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE dashboard_templates SET name = :name, body = :body, deleted = :deleted
            WHERE id = :id AND project = :project""")
        .bind("id", template.id().toString())
        .bind("project", project)
        .bind("name", template.name())
        .bind("body", Json.write(template.body()))
        .bind("deleted", template.deleted() ? 1 : 0)
        .execute();
  }

  /** Those that are not deleted, oldest first. */
  List<Template> all() {
    return own()
        .and("deleted = 0")
        .query(transaction, SELECT, "ORDER BY created_at, id")
        .map(TemplateRows::template)
        .list();
  }

  Optional<Template> find(UUID id) {
    return own()
        .and("id = :id", "id", id.toString())
        .query(transaction, SELECT, "")
        .map(TemplateRows::template)
        .findOne();
  }

  private Where own() {
    return new Where().and("project = :project", "project", project);
  }

  private static Template template(ResultSet row, StatementContext context) throws SQLException {
    return new Template(
        UUID.fromString(row.getString("id")),
        row.getLong("project"),
        row.getString("name"),
        (ObjectNode) Json.read(row.getString("body")),
        row.getInt("deleted") == 1,
        Micros.toInstant(row.getLong("created_at")),
        Rows.number(row, "created_by"));
  }
}
