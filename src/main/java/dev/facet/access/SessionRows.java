package dev.facet.access;

import dev.facet.catalog.Transaction;
import dev.facet.model.Micros;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sessions in the catalog, by the hash of their token. */
record SessionRows(Transaction transaction) {

  void insert(String hash, Session session) {
    transaction
        .handle()
        .createUpdate(
            "INSERT INTO sessions (hash, user_id, created_at, expires_at) VALUES (:hash, :user, :at, :until)")
        .bindMap(
            Map.of(
                "hash", hash,
                "user", session.user(),
                "at", Micros.of(session.createdAt()),
                "until", Micros.of(session.expiresAt())))
        .execute();
  }

  Optional<Session> find(String hash) {
    return transaction
        .handle()
        .createQuery("SELECT user_id, created_at, expires_at FROM sessions WHERE hash = :hash")
        .bind("hash", hash)
        .map(
            (row, context) ->
                new Session(
                    row.getLong("user_id"),
                    Micros.toInstant(row.getLong("created_at")),
                    Micros.toInstant(row.getLong("expires_at"))))
        .findOne();
  }

  void delete(String hash) {
    transaction
        .handle()
        .createUpdate("DELETE FROM sessions WHERE hash = :hash")
        .bind("hash", hash)
        .execute();
  }

  void deleteOf(long user) {
    transaction
        .handle()
        .createUpdate("DELETE FROM sessions WHERE user_id = :user")
        .bind("user", user)
        .execute();
  }

  void deleteExpired(Instant now) {
    transaction
        .handle()
        .createUpdate("DELETE FROM sessions WHERE expires_at <= :now")
        .bind("now", Micros.of(now))
        .execute();
  }
}
