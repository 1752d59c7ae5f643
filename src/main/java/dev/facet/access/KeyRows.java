package dev.facet.access;

import dev.facet.catalog.Json;
import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Keys in the catalog, by the hash of the key. */
record KeyRows(Transaction transaction) {
  private static final String SELECT =
      """
      SELECT id, user_id, label, mask, scopes, projects, organisations,
        created_at, rolled_at, used_at, expires_at FROM api_keys""";

  void insert(ApiKey key, String hash) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO api_keys (id, user_id, hash, label, mask, scopes, projects, organisations,
              created_at, expires_at)
            VALUES (:id, :user, :hash, :label, :mask, :scopes, :projects, :organisations, :at, :expires)""")
        .bind("id", key.id())
        .bind("user", key.user())
        .bind("hash", hash)
        .bind("label", key.label())
        .bind("mask", key.mask())
        .bind("scopes", Json.words(key.scope().words()))
        .bind("projects", Json.numbers(key.scope().projects()))
        .bind("organisations", Json.numbers(key.scope().organisations()))
        .bind("at", Micros.of(key.createdAt()))
        .bind("expires", key.expiresAt() == null ? null : (Long) Micros.of(key.expiresAt()))
        .execute();
  }

  Optional<ApiKey> byHash(String hash) {
    return new Where()
        .and("hash = :hash", "hash", hash)
        .query(transaction, SELECT, "")
        .map(KeyRows::key)
        .findOne();
  }

  Optional<ApiKey> find(long user, long id) {
    return new Where()
        .and("user_id = :user", "user", user)
        .and("id = :id", "id", id)
        .query(transaction, SELECT, "")
        .map(KeyRows::key)
        .findOne();
  }

  List<ApiKey> of(long user) {
    return new Where()
        .and("user_id = :user", "user", user)
        .query(transaction, SELECT, "ORDER BY id")
        .map(KeyRows::key)
        .list();
  }

  List<ApiKey> ofOrganisation(long organisation) {
    return new Where()
        .and(
            "user_id IN (SELECT user_id FROM memberships WHERE organisation = :organisation)",
            "organisation",
            organisation)
        .query(transaction, SELECT, "ORDER BY id")
        .map(KeyRows::key)
        .list();
  }

  List<ApiKey> all() {
    return new Where().query(transaction, SELECT, "ORDER BY id").map(KeyRows::key).list();
  }

  void roll(long id, String hash, String mask, Instant at) {
    transaction
        .handle()
        .createUpdate(
            "UPDATE api_keys SET hash = :hash, mask = :mask, rolled_at = :at, used_at = NULL WHERE id = :id")
        .bindMap(Map.of("id", id, "hash", hash, "mask", mask, "at", Micros.of(at)))
        .execute();
  }

  void change(long id, Keys.Draft draft) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE api_keys SET label = :label, scopes = :scopes, projects = :projects,
              organisations = :organisations WHERE id = :id""")
        .bind("id", id)
        .bind("label", draft.label())
        .bind("scopes", Json.words(draft.scope().words()))
        .bind("projects", Json.numbers(draft.scope().projects()))
        .bind("organisations", Json.numbers(draft.scope().organisations()))
        .execute();
  }

  void used(long id, Instant at) {
    transaction
        .handle()
        .createUpdate("UPDATE api_keys SET used_at = :at WHERE id = :id")
        .bindMap(Map.of("id", id, "at", Micros.of(at)))
        .execute();
  }

  void delete(long id) {
    transaction
        .handle()
        .createUpdate("DELETE FROM api_keys WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  void deleteOf(long user) {
    transaction
        .handle()
        .createUpdate("DELETE FROM api_keys WHERE user_id = :user")
        .bind("user", user)
        .execute();
  }

  private static ApiKey key(ResultSet row, StatementContext context) throws SQLException {
    return new ApiKey(
        row.getLong("id"),
        row.getLong("user_id"),
        row.getString("label"),
        row.getString("mask"),
        new Scope(
            Json.words(row.getString("scopes")),
            Json.numbers(row.getString("projects")),
            Json.numbers(row.getString("organisations"))),
        Micros.toInstant(row.getLong("created_at")),
        Rows.instant(row, "rolled_at"),
        Rows.instant(row, "used_at"),
        Rows.instant(row, "expires_at"));
  }
}
