package dev.facet.dashboard;

import dev.facet.catalog.Json;
import dev.facet.catalog.Rows;
import dev.facet.catalog.SearchText;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.dashboard.Insight.Definition;
import dev.facet.dashboard.content.Document;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Insights and their versions in the catalog. */
record InsightRows(Transaction transaction, Actor actor) {
  private static final String SELECT =
      """
      SELECT i.id, i.project, i.short_id, i.revision, i.name, i.derived_name, i.description, i.query,
        i.filters, i.saved, i.favorited, i.tags, i.extras, i.deleted, i.created_at, i.created_by,
        i.modified_at, i.modified_by, i.updated_at
      FROM insights i""";

  Optional<Insight> find(long id) {
    return own()
        .and("i.id = :id", "id", id)
        .query(transaction, SELECT, "")
        .map(InsightRows::insight)
        .findOne();
  }

  Optional<Insight> find(String shortId) {
    return own()
        .and("i.short_id = :shortId", "shortId", shortId)
        .query(transaction, SELECT, "")
        .map(InsightRows::insight)
        .findOne();
  }

  List<Insight> find(Collection<Long> ids) {
    return own()
        .andIn("i.id IN (<ids>)", "ids", ids)
        .query(transaction, SELECT, "")
        .map(InsightRows::insight)
        .list();
  }

  Page<Insight> list(InsightSearch search) {
    Where where = search.conditions(actor);
    long total =
        where.query(transaction, "SELECT count(*) FROM insights i", "").mapTo(Long.class).one();
    List<Insight> items =
        where.query(transaction, SELECT, search.tail()).map(InsightRows::insight).list();
    return Page.of(items, total, search.offset);
  }

  boolean isTaken(String shortId) {
    return transaction
        .handle()
        .createQuery("SELECT id FROM insights WHERE short_id = :shortId")
        .bind("shortId", shortId)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  void insert(Insight insight) {
    bind(
            transaction
                .handle()
                .createUpdate(
                    """
                INSERT INTO insights (id, project, short_id, revision, name, derived_name, description,
                  query, filters, saved, favorited, tags, extras, deleted, sort_name, search_text,
                  kind, created_at, created_by, modified_at, modified_by, updated_at)
                VALUES (:id, :project, :shortId, :revision, :name, :derivedName, :description,
                  :query, :filters, :saved, :favorited, :tags, :extras, :deleted, :sortName, :searchText,
                  :kind, :createdAt, :createdBy, :modifiedAt, :modifiedBy, :updatedAt)"""),
            insight)
        .execute();
    tag(insight);
  }

  void update(Insight insight) {
    bind(
            transaction
                .handle()
                .createUpdate(
                    """
                UPDATE insights SET revision = :revision, name = :name, derived_name = :derivedName,
                  description = :description, query = :query, filters = :filters, saved = :saved,
                  favorited = :favorited, tags = :tags, extras = :extras, deleted = :deleted,
                  deleted_with = NULL, sort_name = :sortName, search_text = :searchText,
                  kind = :kind, modified_at = :modifiedAt, modified_by = :modifiedBy, updated_at = :updatedAt
                WHERE id = :id AND project = :project"""),
            insight)
        .execute();
    tag(insight);
  }

  /** Deletes insights together with a dashboard. */
  void deleteWith(long dashboard, Collection<Long> insights) {
    if (insights.isEmpty()) {
      return;
    }
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE insights SET deleted = 1, deleted_with = :dashboard
            WHERE project = :project AND deleted = 0 AND id IN (<ids>)""")
        .bind("dashboard", dashboard)
        .bind("project", actor.project())
        .bindList("ids", List.copyOf(insights))
        .execute();
  }

  /** Brings back the insights that were deleted together with a dashboard. */
  void restoreWith(long dashboard) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE insights SET deleted = 0, deleted_with = NULL
            WHERE project = :project AND deleted_with = :dashboard""")
        .bind("dashboard", dashboard)
        .bind("project", actor.project())
        .execute();
  }

  void insertVersion(Insight.Version version) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO insight_revisions (id, project, insight, author, at, name, query, filters)
            VALUES (:id, :project, :insight, :author, :at, :name, :query, :filters)""")
        .bind("id", version.id())
        .bind("project", actor.project())
        .bind("insight", version.insight())
        .bind("author", version.author())
        .bind("at", Micros.of(version.at()))
        .bind("name", version.name())
        .bind("query", version.query())
        .bind("filters", version.filters())
        .execute();
  }

  /** The versions of an insight, newest first. */
  List<Insight.Version> versions(long insight) {
    return versions(new Where().and("insight = :insight", "insight", insight));
  }

  /** The versions of these numbers. */
  List<Insight.Version> versions(Collection<Long> ids) {
    return versions(new Where().andIn("id IN (<ids>)", "ids", ids));
  }

  private List<Insight.Version> versions(Where where) {
    return where
        .and("project = :project", "project", actor.project())
        .query(
            transaction,
            "SELECT id, insight, author, at, name, query, filters FROM insight_revisions",
            "ORDER BY id DESC")
        .map(
            (row, context) ->
                new Insight.Version(
                    row.getLong("id"),
                    row.getLong("insight"),
                    Rows.number(row, "author"),
                    Micros.toInstant(row.getLong("at")),
                    row.getString("name"),
                    row.getString("query"),
                    row.getString("filters")))
        .list();
  }

  private Where own() {
    return new Where().and("i.project = :project", "project", actor.project());
  }

  private void tag(Insight insight) {
    new TagRows(transaction, actor.project())
        .replace("insight", insight.id(), insight.definition().tags());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Insight insight) {
    Definition said = insight.definition();
    return statement
        .bind("id", insight.id())
        .bind("project", insight.project())
        .bind("shortId", insight.shortId())
        .bind("revision", insight.revision())
        .bind("name", said.name())
        .bind("derivedName", said.derivedName())
        .bind("description", said.description())
        .bind("query", said.query())
        .bind("filters", said.filters())
        .bind("saved", said.saved() ? 1 : 0)
        .bind("favorited", said.favorited() ? 1 : 0)
        .bind("tags", Json.words(said.tags()))
        .bind("extras", Json.write(said.extras().json()))
        .bind("deleted", insight.deleted() ? 1 : 0)
        .bind("sortName", said.name() == null ? null : SearchText.fold(said.name()))
        .bind("searchText", searchText(said))
        .bind("kind", InsightKind.of(said))
        .bind("createdAt", Micros.of(insight.createdAt()))
        .bind("createdBy", insight.createdBy())
        .bind("modifiedAt", Micros.of(insight.modifiedAt()))
        .bind("modifiedBy", insight.modifiedBy())
        .bind("updatedAt", Micros.of(insight.updatedAt()));
  }

  private static String searchText(Definition said) {
    return Stream.concat(
            Stream.of(said.name(), said.derivedName(), said.description()).filter(Objects::nonNull),
            said.tags().stream())
        .map(SearchText::fold)
        .collect(Collectors.joining("\n"));
  }

  private static Insight insight(ResultSet row, StatementContext context) throws SQLException {
    return new Insight(
        row.getLong("id"),
        row.getLong("project"),
        row.getString("short_id"),
        row.getLong("revision"),
        definition(row),
        row.getInt("deleted") == 1,
        Micros.toInstant(row.getLong("created_at")),
        Rows.number(row, "created_by"),
        Micros.toInstant(row.getLong("modified_at")),
        Rows.number(row, "modified_by"),
        Micros.toInstant(row.getLong("updated_at")));
  }

  private static Definition definition(ResultSet row) throws SQLException {
    return new Definition(
        row.getString("name"),
        row.getString("derived_name"),
        row.getString("description"),
        row.getString("query"),
        row.getString("filters"),
        row.getInt("saved") == 1,
        row.getInt("favorited") == 1,
        Json.words(row.getString("tags")),
        Document.of(Json.read(row.getString("extras"))));
  }
}
