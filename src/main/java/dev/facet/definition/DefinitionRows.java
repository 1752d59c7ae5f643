package dev.facet.definition;

import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The definitions of one project in the catalog. */
record DefinitionRows(Transaction transaction, long project) {
  private static final String SELECT =
      """
      SELECT id, project, kind, name, description, body, deleted, created_at, created_by, updated_at
      FROM definitions""";

  /** Those that are not deleted, lowest number first. */
  List<Definition> list() {
    return own()
        .and("deleted = 0")
        .query(transaction, SELECT, "ORDER BY id")
        .map(DefinitionRows::definition)
        .list();
  }

  /** The definition of this number, deleted or not. */
  Optional<Definition> find(Kind kind, long id) {
    return own()
        .and("kind = :kind", "kind", kind.name())
        .and("id = :id", "id", id)
        .query(transaction, SELECT, "")
        .map(DefinitionRows::definition)
        .findOne();
  }

  private Where own() {
    return new Where().and("project = :project", "project", project);
  }

  void insert(Definition definition) {
    Draft draft = definition.draft();
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO definitions (id, project, kind, name, description, body, deleted,
              created_at, created_by, updated_at)
            VALUES (:id, :project, :kind, :name, :description, :body, :deleted,
              :createdAt, :createdBy, :updatedAt)""")
        .bind("id", definition.id())
        .bind("project", project)
        .bind("kind", definition.kind().name())
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("body", draft.body())
        .bind("deleted", draft.deleted() ? 1 : 0)
        .bind("createdAt", Micros.of(definition.createdAt()))
        .bind("createdBy", definition.createdBy())
        .bind("updatedAt", Micros.of(definition.updatedAt()))
        .execute();
  }

  void update(Definition definition) {
    Draft draft = definition.draft();
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE definitions SET name = :name, description = :description, body = :body,
              deleted = :deleted, updated_at = :updatedAt
            WHERE id = :id AND project = :project""")
        .bind("id", definition.id())
        .bind("project", project)
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("body", draft.body())
        .bind("deleted", draft.deleted() ? 1 : 0)
        .bind("updatedAt", Micros.of(definition.updatedAt()))
        .execute();
  }

  private static Definition definition(ResultSet row, StatementContext context)
      throws SQLException {
    return new Definition(
        row.getLong("id"),
        row.getLong("project"),
        Kind.valueOf(row.getString("kind")),
        new Draft(
            row.getString("name"),
            row.getString("description"),
            row.getString("body"),
            row.getInt("deleted") == 1),
        Micros.toInstant(row.getLong("created_at")),
        Rows.number(row, "created_by"),
        Micros.toInstant(row.getLong("updated_at")));
  }
}
