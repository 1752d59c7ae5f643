package dev.facet.access;

import dev.facet.catalog.Transaction;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in the catalog, by the hash of their token. */
record SessionRows(Transaction transaction) {

  void insert(String hash, Session session, Sessions.@Nullable Device device) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO sessions (hash, user_id, created_at, expires_at, address, agent)
            VALUES (:hash, :user, :at, :until, :address, :agent)""")
        .bind("hash", hash)
        .bind("user", session.user())
        .bind("at", Micros.of(session.createdAt()))
        .bind("until", Micros.of(session.expiresAt()))
        .bind("address", device == null ? null : device.address())
        .bind("agent", device == null ? null : device.agent())
        .execute();
  }

  /** The sessions of a user that last beyond this instant, newest first. */
  List<Sessions.Open> of(long user, Instant now, String current) {
    return transaction
        .handle()
        .createQuery(
            """
            SELECT hash, user_id, created_at, expires_at, address, agent FROM sessions
            WHERE user_id = :user AND expires_at > :now ORDER BY created_at DESC, hash""")
        .bind("user", user)
        .bind("now", Micros.of(now))
        .map((row, context) -> open(row, current))
        .list();
  }

  private static Sessions.Open open(ResultSet row, String current) throws SQLException {
    String address = row.getString("address");
    String agent = row.getString("agent");
    return new Sessions.Open(
        session(row),
        address == null ? null : new Sessions.Device(address, agent == null ? "" : agent),
        row.getString("hash").equals(current));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("user_id"),
        Micros.toInstant(row.getLong("created_at")),
        Micros.toInstant(row.getLong("expires_at")));
  }

  Optional<Session> find(String hash) {
    return transaction
        .handle()
        .createQuery("SELECT user_id, created_at, expires_at FROM sessions WHERE hash = :hash")
        .bind("hash", hash)
        .map((row, context) -> session(row))
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

  /** Ends the sessions of a user but the one with this hash. */
  int deleteOthers(long user, String hash) {
    return transaction
        .handle()
        .createUpdate("DELETE FROM sessions WHERE user_id = :user AND hash <> :hash")
        .bind("user", user)
        .bind("hash", hash)
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
