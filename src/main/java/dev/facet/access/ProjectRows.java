package dev.facet.access;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import dev.facet.model.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Organisations and projects in the catalog. */
record ProjectRows(Transaction transaction) {
  private static final String SELECT =
      "SELECT p.id, p.organisation, p.name, p.zone, p.week_start, p.token FROM projects p";
  private static final String SELECT_ORGANISATION = "SELECT o.id, o.name FROM organisations o";

  void insert(Organisation organisation, Instant at) {
    transaction
        .handle()
        .createUpdate("INSERT INTO organisations (id, name, created_at) VALUES (:id, :name, :at)")
        .bindMap(Map.of("id", organisation.id(), "name", organisation.name(), "at", Micros.of(at)))
        .execute();
  }

  Optional<Organisation> organisation(long id) {
    return new Where()
        .and("o.id = :id", "id", id)
        .query(transaction, SELECT_ORGANISATION, "")
        .map(ProjectRows::organisation)
        .findOne();
  }

  List<Organisation> organisations() {
    return new Where()
        .query(transaction, SELECT_ORGANISATION, "ORDER BY o.id")
        .map(ProjectRows::organisation)
        .list();
  }

  List<Organisation> organisationsOf(long user) {
    return new Where()
        .and("m.user_id = :user", "user", user)
        .query(
            transaction,
            SELECT_ORGANISATION + " JOIN memberships m ON m.organisation = o.id",
            "ORDER BY o.id")
        .map(ProjectRows::organisation)
        .list();
  }

  void deleteOrganisation(long id) {
    transaction
        .handle()
        .createUpdate("DELETE FROM organisations WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  void insert(Project project, Instant at) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO projects
              (id, organisation, name, zone, week_start, token, test_account_filters, created_at)
            VALUES (:id, :organisation, :name, :zone, :weekStart, :token, '[]', :at)""")
        .bind("id", project.id())
        .bind("organisation", project.organisation())
        .bind("name", project.name())
        .bind("zone", project.zone().getId())
        .bind("weekStart", project.weekStart().getValue())
        .bind("token", project.token())
        .bind("at", Micros.of(at))
        .execute();
  }

  void update(Project project) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE projects SET name = :name, zone = :zone, week_start = :weekStart, token = :token
            WHERE id = :id""")
        .bind("id", project.id())
        .bind("name", project.name())
        .bind("zone", project.zone().getId())
        .bind("weekStart", project.weekStart().getValue())
        .bind("token", project.token())
        .execute();
  }

  void delete(long id) {
    transaction
        .handle()
        .createUpdate("DELETE FROM projects WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  Optional<Project> find(long id) {
    return new Where()
        .and("p.id = :id", "id", id)
        .query(transaction, SELECT, "")
        .map(ProjectRows::project)
        .findOne();
  }

  Optional<Project> byToken(String token) {
    return new Where()
        .and("p.token = :token", "token", token)
        .query(transaction, SELECT, "")
        .map(ProjectRows::project)
        .findOne();
  }

  List<Project> all() {
    return new Where().query(transaction, SELECT, "ORDER BY p.id").map(ProjectRows::project).list();
  }

  List<Project> of(long organisation) {
    return new Where()
        .and("p.organisation = :organisation", "organisation", organisation)
        .query(transaction, SELECT, "ORDER BY p.id")
        .map(ProjectRows::project)
        .list();
  }

  List<Project> ofUser(long user) {
    return new Where()
        .and("m.user_id = :user", "user", user)
        .query(
            transaction,
            SELECT + " JOIN memberships m ON m.organisation = p.organisation",
            "ORDER BY p.id")
        .map(ProjectRows::project)
        .list();
  }

  Optional<String> testAccountFilters(long id) {
    return transaction
        .handle()
        .createQuery("SELECT test_account_filters FROM projects WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  void setTestAccountFilters(long id, String json) {
    transaction
        .handle()
        .createUpdate("UPDATE projects SET test_account_filters = :json WHERE id = :id")
        .bindMap(Map.of("id", id, "json", json))
        .execute();
  }

  private static Organisation organisation(ResultSet row, StatementContext context)
      throws SQLException {
    return new Organisation(row.getLong("id"), row.getString("name"));
  }

  private static Project project(ResultSet row, StatementContext context) throws SQLException {
    return new Project(
        row.getLong("id"),
        row.getLong("organisation"),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        DayOfWeek.of(row.getInt("week_start")),
        row.getString("token"));
  }
}
