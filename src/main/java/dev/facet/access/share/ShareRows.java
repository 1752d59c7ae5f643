package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Share.Kind;
import dev.facet.access.share.Share.Subject;
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

/** Shares and their passwords in the catalog. */
record ShareRows(Transaction transaction) {
  private static final String SELECT =
      """
      SELECT id, project, kind, item, token, enabled, settings, password_required, created_at,
        expires_at FROM shares""";

  /** A password with what is kept of it. */
  record Kept(SharePassword password, String hash) {}

  Share insert(Share draft) {
    Share share =
        new Share(
            Sequence.SHARE.next(transaction),
            draft.project(),
            draft.subject(),
            draft.token(),
            draft.enabled(),
            draft.settings(),
            draft.locked(),
            draft.createdAt(),
            draft.expiresAt());
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO shares (id, project, kind, item, token, enabled, settings,
              password_required, created_at, expires_at)
            VALUES (:id, :project, :kind, :item, :token, :enabled, :settings, :locked, :at, :until)""")
        .bind("id", share.id())
        .bind("project", share.project())
        .bind("kind", share.subject().kind().name())
        .bind("item", share.subject().id())
        .bind("token", share.token())
        .bind("enabled", share.enabled() ? 1 : 0)
        .bind("settings", Json.write(share.settings()))
        .bind("locked", share.locked() ? 1 : 0)
        .bind("at", Micros.of(share.createdAt()))
        .bind("until", share.expiresAt() == null ? null : (Long) Micros.of(share.expiresAt()))
        .execute();
    return share;
  }

  void update(Share share) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE shares SET token = :token, enabled = :enabled, settings = :settings,
              password_required = :locked, expires_at = :until WHERE id = :id""")
        .bind("id", share.id())
        .bind("token", share.token())
        .bind("enabled", share.enabled() ? 1 : 0)
        .bind("settings", Json.write(share.settings()))
        .bind("locked", share.locked() ? 1 : 0)
        .bind("until", share.expiresAt() == null ? null : (Long) Micros.of(share.expiresAt()))
        .execute();
  }

  /** The share in use, without those rotated away. */
  Optional<Share> current(long project, Subject subject) {
    return of(project, subject)
        .and("expires_at IS NULL")
        .query(transaction, SELECT, "")
        .map(ShareRows::share)
        .findOne();
  }

  private static Where of(long project, Subject subject) {
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
  List<Long> enabled(long project, Kind kind) {
    return new Where()
        .and("project = :project", "project", project)
        .and("kind = :kind", "kind", kind.name())
        .and("enabled = 1")
        .and("expires_at IS NULL")
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

  SharePassword insert(Share share, SharePassword draft, String hash) {
    long id = Sequence.SHARE_PASSWORD.next(transaction);
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO share_passwords (id, project, kind, item, hash, note, created_at, created_by, active)
            VALUES (:id, :project, :kind, :item, :hash, :note, :at, :by, 1)""")
        .bind("id", id)
        .bind("project", share.project())
        .bind("kind", share.subject().kind().name())
        .bind("item", share.subject().id())
        .bind("hash", hash)
        .bind("note", draft.note())
        .bind("at", Micros.of(draft.createdAt()))
        .bind("by", draft.createdBy())
        .execute();
    return new SharePassword(id, draft.note(), draft.createdAt(), draft.createdBy());
  }

  /** The passwords in use, oldest first. */
  List<Kept> passwords(long project, Subject subject) {
    return of(project, subject)
        .and("active = 1")
        .query(
            transaction,
            "SELECT id, note, created_at, created_by, hash FROM share_passwords",
            "ORDER BY id")
        .map(ShareRows::password)
        .list();
  }

  /** Puts a password out of use; false when there is none of this number. */
  boolean deactivate(long project, Subject subject, long id) {
    return transaction
            .handle()
            .createUpdate(
                """
                UPDATE share_passwords SET active = 0 WHERE id = :id AND project = :project
                  AND kind = :kind AND item = :item AND active = 1""")
            .bind("id", id)
            .bind("project", project)
            .bind("kind", subject.kind().name())
            .bind("item", subject.id())
            .execute()
        > 0;
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
        Rows.instant(row, "expires_at"));
  }

  private static Kept password(ResultSet row, StatementContext context) throws SQLException {
    return new Kept(
        new SharePassword(
            row.getLong("id"),
            row.getString("note"),
            Micros.toInstant(row.getLong("created_at")),
            Rows.number(row, "created_by")),
        row.getString("hash"));
  }
}
