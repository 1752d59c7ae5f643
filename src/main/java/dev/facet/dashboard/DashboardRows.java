package dev.facet.dashboard;

import dev.facet.catalog.Json;
import dev.facet.catalog.Rows;
import dev.facet.catalog.SearchText;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.dashboard.content.Document;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Registrations in the catalog, as far as the actor may see them. */
record DashboardRows(Transaction transaction, Actor actor) {
  /** A private dashboard is for its creator and for those let in. */
  static final String VISIBLE =
      "(d.visibility <> 'PRIVATE' OR d.created_by = :viewer OR EXISTS (SELECT 1 FROM collaborators k"
          + " WHERE k.dashboard = d.id AND k.user_id = :viewer))";

  private static final String COLUMNS =
      """
      d.id, d.project, d.revision, d.content_revision, d.name, d.description, d.type, d.visibility, d.tags, d.pinned,
      d.refresh_interval, d.creation_mode, d.restriction_level, d.archived, d.deleted, d.extras,
      d.created_at, d.created_by, d.described_at, d.described_by, d.updated_at, d.updated_by, d.accessed_at""";

  Optional<Dashboard> find(long id) {
    return new Where()
        .and("d.id = :id", "id", id)
        .and("d.project = :project", "project", actor.project())
        .and(VISIBLE, "viewer", actor.user())
        .query(transaction, "SELECT " + COLUMNS + " FROM dashboards d", "")
        .map(DashboardRows::dashboard)
        .findOne();
  }

  /** The dashboard, whoever may see it. */
  Dashboard unseen(long id) {
    return new Where()
        .and("d.id = :id", "id", id)
        .and("d.project = :project", "project", actor.project())
        .query(transaction, "SELECT " + COLUMNS + " FROM dashboards d", "")
        .map(DashboardRows::dashboard)
        .one();
  }

  Page<Dashboard> list(DashboardSearch search) {
    Where where = search.conditions(actor);
    long total =
        where.query(transaction, "SELECT count(*) FROM dashboards d", "").mapTo(Long.class).one();
    List<Dashboard> items =
        where
            .query(transaction, "SELECT " + COLUMNS + " FROM dashboards d", search.tail())
            .map(DashboardRows::dashboard)
            .list();
    return Page.of(items, total, search.offset);
  }

  /** The newest revision of each, by number, in the order of the search. */
  Map<Long, Long> revisions(DashboardSearch search) {
    Map<Long, Long> revisions = new LinkedHashMap<>();
    search
        .conditions(actor)
        .query(transaction, "SELECT d.id, d.revision FROM dashboards d", search.tail())
        .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("revision")))
        .forEach(each -> revisions.put(each.getKey(), each.getValue()));
    return revisions;
  }

  void insert(Dashboard dashboard) {
    bind(
            transaction
                .handle()
                .createUpdate(
                    """
                INSERT INTO dashboards (id, project, revision, content_revision, name, description, type, visibility,
                  tags, pinned, refresh_interval, creation_mode, restriction_level, archived, deleted,
                  extras, sort_name, search_text, created_at, created_by, described_at,
                  described_by, updated_at, updated_by)
                VALUES (:id, :project, :revision, :contentRevision, :name, :description, :type, :visibility,
                  :tags, :pinned, :refreshInterval, :creationMode, :restrictionLevel, :archived, :deleted,
                  :extras, :sortName, :searchText, :createdAt, :createdBy, :describedAt,
                  :describedBy, :updatedAt, :updatedBy)"""),
            dashboard)
        .execute();
    tag(dashboard);
  }

  void update(Dashboard dashboard) {
    bind(
            transaction
                .handle()
                .createUpdate(
                    """
                UPDATE dashboards SET revision = :revision, content_revision = :contentRevision, name = :name, description = :description,
                  type = :type, visibility = :visibility, tags = :tags, pinned = :pinned,
                  refresh_interval = :refreshInterval, creation_mode = :creationMode,
                  restriction_level = :restrictionLevel, archived = :archived, deleted = :deleted,
                  extras = :extras, sort_name = :sortName, search_text = :searchText,
                  described_at = :describedAt, described_by = :describedBy, updated_at = :updatedAt,
                  updated_by = :updatedBy
                WHERE id = :id AND project = :project"""),
            dashboard)
        .execute();
    tag(dashboard);
  }

  void accessed(long id, Instant at) {
    transaction
        .handle()
        .createUpdate(
            "UPDATE dashboards SET accessed_at = :at WHERE id = :id AND project = :project")
        .bindMap(Map.of("id", id, "at", Micros.of(at), "project", actor.project()))
        .execute();
  }

  private void tag(Dashboard dashboard) {
    new TagRows(transaction, actor.project())
        .replace("dashboard", dashboard.id(), dashboard.registration().tags());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Dashboard dashboard) {
    Registration said = dashboard.registration();
    return statement
        .bind("id", dashboard.id())
        .bind("project", dashboard.project())
        .bind("revision", dashboard.revision())
        .bind("contentRevision", dashboard.contentRevision())
        .bind("name", said.name())
        .bind("description", said.description())
        .bind("type", said.type())
        .bind("visibility", said.visibility().name())
        .bind("tags", Json.words(said.tags()))
        .bind("pinned", said.pinned() ? 1 : 0)
        .bind("refreshInterval", said.refreshInterval())
        .bind("creationMode", said.creationMode())
        .bind("restrictionLevel", said.restrictionLevel())
        .bind("archived", said.archived() ? 1 : 0)
        .bind("deleted", dashboard.deleted() ? 1 : 0)
        .bind("extras", Json.write(said.extras().json()))
        .bind("sortName", said.name() == null ? null : SearchText.fold(said.name()))
        .bind("searchText", searchText(said))
        .bind("createdAt", Micros.of(dashboard.createdAt()))
        .bind("createdBy", dashboard.createdBy())
        .bind("describedAt", Micros.of(dashboard.describedAt()))
        .bind("describedBy", dashboard.describedBy())
        .bind("updatedAt", Micros.of(dashboard.updatedAt()))
        .bind("updatedBy", dashboard.updatedBy());
  }

  private static String searchText(Registration said) {
    String name = said.name() == null ? "" : said.name();
    return SearchText.fold(
        name + "\n" + said.description() + "\n" + String.join("\n", said.tags()));
  }

  private static Dashboard dashboard(ResultSet row, StatementContext context) throws SQLException {
    Registration said =
        new Registration(
            row.getString("name"),
            row.getString("description"),
            row.getString("type"),
            Registration.Visibility.valueOf(row.getString("visibility")),
            Json.words(row.getString("tags")),
            row.getInt("pinned") == 1,
            integer(row, "refresh_interval"),
            row.getString("creation_mode"),
            row.getInt("restriction_level"),
            row.getInt("archived") == 1,
            Document.of(Json.read(row.getString("extras"))));
    return new Dashboard(
        row.getLong("id"),
        row.getLong("project"),
        row.getLong("revision"),
        Rows.number(row, "content_revision"),
        said,
        row.getInt("deleted") == 1,
        Micros.toInstant(row.getLong("created_at")),
        Rows.number(row, "created_by"),
        Micros.toInstant(row.getLong("described_at")),
        Rows.number(row, "described_by"),
        Micros.toInstant(row.getLong("updated_at")),
        Rows.number(row, "updated_by"),
        Rows.instant(row, "accessed_at"));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    Long number = Rows.number(row, column);
    return number == null ? null : (Integer) Math.toIntExact(number);
  }
}
