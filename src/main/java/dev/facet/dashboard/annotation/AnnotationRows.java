package dev.facet.dashboard.annotation;

import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.dashboard.annotation.Annotation.Note;
import dev.facet.dashboard.annotation.Annotation.Origin;
import dev.facet.dashboard.annotation.Annotation.Scope;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Annotations in the catalog. */
record AnnotationRows(Transaction transaction) {
  private static final String SELECT =
      """
      SELECT id, project, content, marked_at, creation_type, scope, dashboard, insight, deleted,
        created_at, created_by, updated_at
      FROM annotations""";

  /** What a project sees, newest time first: its own and those about its organisation. */
  List<Annotation> seen(long project) {
    return new Where()
        .and("deleted = 0")
        .and("(project = :project OR (scope = :organisation AND project IN (" + SIBLINGS + ")))")
        .with("project", project)
        .with("organisation", Scope.ORGANISATION.name())
        .query(transaction, SELECT, "ORDER BY marked_at IS NULL, marked_at DESC, id DESC")
        .map(AnnotationRows::annotation)
        .list();
  }

  private static final String SIBLINGS =
      "SELECT s.id FROM projects s JOIN projects p ON p.organisation = s.organisation"
          + " WHERE p.id = :project";

  /** A project's own, deleted or not. */
  Optional<Annotation> find(long project, long id) {
    return new Where()
        .and("project = :project", "project", project)
        .and("id = :id", "id", id)
        .query(transaction, SELECT, "")
        .map(AnnotationRows::annotation)
        .findOne();
  }

  void insert(Annotation annotation) {
    bind(
            transaction
                .handle()
                .createUpdate(
                    """
                INSERT INTO annotations (id, project, content, marked_at, creation_type, scope,
                  dashboard, insight, deleted, created_at, created_by, updated_at)
                VALUES (:id, :project, :content, :markedAt, :creationType, :scope,
                  :dashboard, :insight, :deleted, :createdAt, :createdBy, :updatedAt)"""),
            annotation)
        .bind("createdAt", Micros.of(annotation.createdAt()))
        .bind("createdBy", annotation.createdBy())
        .execute();
  }

  void update(Annotation annotation) {
    bind(
            transaction
                .handle()
                .createUpdate(
                    """
                UPDATE annotations SET content = :content, marked_at = :markedAt,
                  creation_type = :creationType, scope = :scope, dashboard = :dashboard,
                  insight = :insight, deleted = :deleted, updated_at = :updatedAt
                WHERE id = :id AND project = :project"""),
            annotation)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Annotation annotation) {
    Note note = annotation.note();
    return statement
        .bind("id", annotation.id())
        .bind("project", annotation.project())
        .bind("content", note.content())
        .bind("markedAt", micros(note.markedAt()))
        .bind("creationType", note.origin().name())
        .bind("scope", note.scope().name())
        .bind("dashboard", note.dashboard())
        .bind("insight", note.insight())
        .bind("deleted", annotation.deleted() ? 1 : 0)
        .bind("updatedAt", Micros.of(annotation.updatedAt()));
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : (Long) Micros.of(at);
  }

  private static Annotation annotation(ResultSet row, StatementContext context)
      throws SQLException {
    Long marked = Rows.number(row, "marked_at");
    return new Annotation(
        row.getLong("id"),
        row.getLong("project"),
        new Note(
            row.getString("content"),
            marked == null ? null : Micros.toInstant(marked),
            Origin.valueOf(row.getString("creation_type")),
            Scope.valueOf(row.getString("scope")),
            Rows.number(row, "dashboard"),
            Rows.number(row, "insight")),
        row.getInt("deleted") == 1,
        Micros.toInstant(row.getLong("created_at")),
        Rows.number(row, "created_by"),
        Micros.toInstant(row.getLong("updated_at")));
  }
}
