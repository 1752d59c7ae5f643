package dev.facet.access;

import dev.facet.catalog.SearchText;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Users and their memberships in the catalog. */
record UserRows(Transaction transaction) {
  private static final String SELECT =
      "SELECT u.id, u.email, u.name, u.distinct_id, u.active FROM users u";

  boolean any() {
    return transaction.handle().createQuery("SELECT count(*) FROM users").mapTo(Long.class).one()
        > 0;
  }

  User insert(User draft, String password, Instant at) {
    User user =
        new User(
            Sequence.USER.next(transaction),
            draft.email(),
            draft.name(),
            draft.distinctId(),
            draft.active());
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO users (id, email, email_key, name, distinct_id, password, active, created_at)
            VALUES (:id, :email, :key, :name, :distinctId, :password, :active, :at)""")
        .bind("id", user.id())
        .bind("email", user.email())
        .bind("key", SearchText.fold(user.email()))
        .bind("name", user.name())
        .bind("distinctId", user.distinctId())
        .bind("password", password)
        .bind("active", user.active() ? 1 : 0)
        .bind("at", Micros.of(at))
        .execute();
    return user;
  }

  Optional<User> find(long id) {
    return new Where()
        .and("u.id = :id", "id", id)
        .query(transaction, SELECT, "")
        .map(UserRows::user)
        .findOne();
  }

  Optional<User> find(String email) {
    return new Where()
        .and("u.email_key = :key", "key", SearchText.fold(email))
        .query(transaction, SELECT, "")
        .map(UserRows::user)
        .findOne();
  }

  List<User> find(Collection<Long> ids) {
    return new Where()
        .andIn("u.id IN (<ids>)", "ids", ids)
        .query(transaction, SELECT, "")
        .map(UserRows::user)
        .list();
  }

  /** The stored password hash. */
  Optional<String> password(long id) {
    return transaction
        .handle()
        .createQuery("SELECT password FROM users WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /** Sets the password; a link to choose one opens nothing from now on. */
  void setPassword(long id, String hash) {
    transaction
        .handle()
        .createUpdate(
            "UPDATE users SET password = :hash, invitation = NULL, invited_until = NULL WHERE id = :id")
        .bindMap(Map.of("id", id, "hash", hash))
        .execute();
  }

  /** Keeps the hash of a link by which the user may choose a password until then. */
  void invite(long id, String hash, Instant until) {
    transaction
        .handle()
        .createUpdate("UPDATE users SET invitation = :hash, invited_until = :until WHERE id = :id")
        .bindMap(Map.of("id", id, "hash", hash, "until", Micros.of(until)))
        .execute();
  }

  /** Whom a link with this hash is for now. */
  Optional<User> invited(String hash, Instant now) {
    return new Where()
        .and("u.invitation = :hash", "hash", hash)
        .and("u.invited_until > :now", "now", Micros.of(now))
        .and("u.active = 1")
        .query(transaction, SELECT, "")
        .map(UserRows::user)
        .findOne();
  }

  void rename(long id, String name) {
    transaction
        .handle()
        .createUpdate("UPDATE users SET name = :name WHERE id = :id")
        .bindMap(Map.of("id", id, "name", name))
        .execute();
  }

  void setActive(long id, boolean active) {
    transaction
        .handle()
        .createUpdate("UPDATE users SET active = :active WHERE id = :id")
        .bindMap(Map.of("id", id, "active", active ? 1 : 0))
        .execute();
  }

  /** Gives the user this role, in place of any other in the organisation. */
  void join(long organisation, long user, Role role) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO memberships (organisation, user_id, role) VALUES (:organisation, :user, :role)
            ON CONFLICT (organisation, user_id) DO UPDATE SET role = excluded.role""")
        .bindMap(Map.of("organisation", organisation, "user", user, "role", role.word()))
        .execute();
  }

  void leave(long organisation, long user) {
    transaction
        .handle()
        .createUpdate(
            "DELETE FROM memberships WHERE organisation = :organisation AND user_id = :user")
        .bindMap(Map.of("organisation", organisation, "user", user))
        .execute();
  }

  List<Membership> memberships(long user) {
    return transaction
        .handle()
        .createQuery(
            "SELECT organisation, role FROM memberships WHERE user_id = :user ORDER BY organisation")
        .bind("user", user)
        .map((row, context) -> new Membership(row.getLong("organisation"), role(row)))
        .list();
  }

  List<Accounts.Member> members(long organisation) {
    return new Where()
        .and("m.organisation = :organisation", "organisation", organisation)
        .query(
            transaction,
            "SELECT u.id, u.email, u.name, u.distinct_id, u.active, u.invitation, m.role"
                + " FROM users u JOIN memberships m ON m.user_id = u.id",
            "ORDER BY u.id")
        .map(
            (row, context) ->
                new Accounts.Member(
                    user(row, context), role(row), row.getString("invitation") != null))
        .list();
  }

  private static User user(ResultSet row, StatementContext context) throws SQLException {
    return new User(
        row.getLong("id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("distinct_id"),
        row.getInt("active") == 1);
  }

  private static Role role(ResultSet row) throws SQLException {
    return Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
  }
}
