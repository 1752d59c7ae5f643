package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Share.Kind;
import dev.facet.access.share.Share.Subject;
import dev.facet.access.share.Share.Terms;
import dev.facet.access.share.Share.Trail;
import dev.facet.catalog.Json;
import dev.facet.catalog.Rows;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Shares in the catalog. */
record ShareRows(Transaction transaction) {
  private static final String SELECT =
      """
      SELECT id, project, kind, item, token, enabled, settings, password_required, created_at,
        expires_at, main, label, created_by, ends_at, used_at, revoked_at FROM shares""";

  Share insert(Share draft) {
    Share share = draft.draft().id(Sequence.SHARE.next(transaction)).done();
    bind(
            share,
            """
            INSERT INTO shares (id, project, kind, item, token, enabled, settings,
              password_required, created_at, expires_at, main, label, created_by, ends_at,
              revoked_at)
            VALUES (:id, :project, :kind, :item, :token, :enabled, :settings, :locked, :at, :until,
                :main, :label, :by, :ends, :revoked)""")
        .bind("project", share.project())
        .bind("kind", share.subject().kind().name())
        .bind("item", share.subject().id())
        .bind("at", Micros.of(share.createdAt()))
        .execute();
    return share;
  }

  void update(Share share) {
    bind(
            share,
            """
            UPDATE shares SET token = :token, enabled = :enabled, settings = :settings,
              password_required = :locked, expires_at = :until, main = :main, label = :label,
              created_by = :by, ends_at = :ends, revoked_at = :revoked
            WHERE id = :id""")
        .execute();
  }

  private Update bind(Share share, String sql) {
    return transaction
        .handle()
        .createUpdate(sql)
        .bind("id", share.id())
        .bind("token", share.token())
        .bind("enabled", share.enabled() ? 1 : 0)
        .bind("settings", Json.write(share.settings()))
        .bind("locked", share.locked() ? 1 : 0)
        .bind("until", micros(share.expiresAt()))
        .bind("main", share.trail().main() ? 1 : 0)
        .bind("label", share.terms().label())
        .bind("by", share.trail().createdBy())
        .bind("ends", micros(share.terms().endsAt()))
        .bind("revoked", micros(share.trail().revokedAt()));
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : (Long) Micros.of(at);
  }

  void used(long id, Instant at) {
    transaction
        .handle()
        .createUpdate("UPDATE shares SET used_at = :at WHERE id = :id")
        .bind("at", Micros.of(at))
        .bind("id", id)
        .execute();
  }

  /** The main share in use, without those rotated away. */
  Optional<Share> current(long project, Subject subject) {
    return inUse(project, subject)
        .and("main = 1")
        .query(transaction, SELECT, "")
        .map(ShareRows::share)
        .findOne();
  }

  /** All shares that were not taken back, oldest first. */
  List<Share> all(long project, Subject subject) {
    return inUse(project, subject)
        .and("enabled = 1")
        .query(transaction, SELECT, "ORDER BY created_at, id")
        .map(ShareRows::share)
        .list();
  }

  private static Where inUse(long project, Subject subject) {
    return of(project, subject).and("expires_at IS NULL").and("revoked_at IS NULL");
  }

  static Where of(long project, Subject subject) {
    return new Where()
        .and("project = :project", "project", project)
        .and("kind = :kind", "kind", subject.kind().name())
        .and("item = :item", "item", subject.id());
  }

  Optional<Share> byToken(String token) {
    return new Where()
        .and("token = :token", "token", token)
        .query(transaction, SELECT, "")
        .map(ShareRows::share)
        .findOne();
  }

  /** The numbers of the things of a kind that are shared. */
  List<Long> enabled(long project, Kind kind, Instant now) {
    return new Where()
        .and("project = :project", "project", project)
        .and("kind = :kind", "kind", kind.name())
        .and("enabled = 1")
        .and("expires_at IS NULL")
        .and("revoked_at IS NULL")
        .and("(ends_at IS NULL OR ends_at > :now)", "now", Micros.of(now))
        .query(transaction, "SELECT item FROM shares", "")
        .mapTo(Long.class)
        .list();
  }

  /** Forgets links whose time is over. */
  void deleteExpired(Instant now) {
    transaction
        .handle()
        .createUpdate("DELETE FROM shares WHERE expires_at <= :now")
        .bind("now", Micros.of(now))
        .execute();
  }

  /** Makes links that were rotated away stop to work now. */
  void deleteRotated(long project, Subject subject) {
    transaction
        .handle()
        .createUpdate(
            """
            DELETE FROM shares WHERE project = :project AND kind = :kind AND item = :item
              AND expires_at IS NOT NULL""")
        .bind("project", project)
        .bind("kind", subject.kind().name())
        .bind("item", subject.id())
        .execute();
  }

  private static Share share(ResultSet row, StatementContext context) throws SQLException {
    return new Share(
        row.getLong("id"),
        row.getLong("project"),
        new Subject(Kind.valueOf(row.getString("kind")), row.getLong("item")),
        row.getString("token"),
        row.getInt("enabled") == 1,
        (ObjectNode) Json.read(row.getString("settings")),
        row.getInt("password_required") == 1,
        Micros.toInstant(row.getLong("created_at")),
        Rows.instant(row, "expires_at"),
        new Terms(row.getString("label"), Rows.instant(row, "ends_at")),
        new Trail(
            row.getInt("main") == 1,
            Rows.number(row, "created_by"),
            Rows.instant(row, "used_at"),
            Rows.instant(row, "revoked_at")));
  }
}
