package dev.facet.access.share;

import dev.facet.access.share.Share.Subject;
import dev.facet.catalog.Rows;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Passwords of shares in the catalog. Those of a main share are its subject's, so that they stay
 * when it gets another token.
 */
record PasswordRows(Transaction transaction) {

  /** A password with what is kept of it. */
  record Kept(SharePassword password, String hash) {}

  SharePassword insert(Share share, SharePassword draft, String hash) {
    long id = Sequence.SHARE_PASSWORD.next(transaction);
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO share_passwords (id, project, kind, item, share, hash, note, created_at,
              created_by, active)
            VALUES (:id, :project, :kind, :item, :share, :hash, :note, :at, :by, 1)""")
        .bind("id", id)
        .bind("project", share.project())
        .bind("kind", share.subject().kind().name())
        .bind("item", share.subject().id())
        .bind("share", owner(share))
        .bind("hash", hash)
        .bind("note", draft.note())
        .bind("at", Micros.of(draft.createdAt()))
        .bind("by", draft.createdBy())
        .execute();
    return new SharePassword(id, draft.note(), draft.createdAt(), draft.createdBy());
  }

  /** The passwords in use of the subject's main share, oldest first. */
  List<Kept> ofMain(long project, Subject subject) {
    return list(ShareRows.of(project, subject).and("share IS NULL"));
  }

  /** The passwords in use, oldest first. */
  List<Kept> of(Share share) {
    return share.trail().main()
        ? ofMain(share.project(), share.subject())
        : list(new Where().and("share = :share", "share", share.id()));
  }

  private List<Kept> list(Where where) {
    return where
        .and("active = 1")
        .query(
            transaction,
            "SELECT id, note, created_at, created_by, hash FROM share_passwords",
            "ORDER BY id")
        .map(PasswordRows::password)
        .list();
  }

  /** Puts a password out of use. */
  void deactivate(SharePassword password) {
    transaction
        .handle()
        .createUpdate("UPDATE share_passwords SET active = 0 WHERE id = :id")
        .bind("id", password.id())
        .execute();
  }

  private static @Nullable Long owner(Share share) {
    return share.trail().main() ? null : (Long) share.id();
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
