package dev.facet.ingest.social.profile;

import dev.facet.catalog.Rows;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Accounts in the catalog, of all projects. */
record AccountRows(Transaction transaction) {
  private static final String SELECT =
      """
      SELECT number, project, username, platform, account_id, access_token, refresh_token,
        expires_at, handle, base_url, page_id, page_urn, connected_at, status
      FROM profile_accounts""";

  /** Those of a project, by profile and platform. */
  List<Kept> of(long project) {
    return new Where()
        .and("project = :project", "project", project)
        .query(transaction, SELECT, "ORDER BY username, platform")
        .map(AccountRows::kept)
        .list();
  }

  /** Those of a profile, by platform. */
  List<Kept> of(long project, String username) {
    return of(project, username, null)
        .query(transaction, SELECT, "ORDER BY platform")
        .map(AccountRows::kept)
        .list();
  }

  /** The profiles that have any, of all projects. */
  List<Subject> subjects() {
    return new Where()
        .query(
            transaction,
            "SELECT DISTINCT project, username FROM profile_accounts",
            "ORDER BY project, username")
        .map((row, context) -> new Subject(row.getLong("project"), row.getString("username")))
        .list();
  }

  Optional<Kept> find(long project, String username, String platform) {
    return of(project, username, platform)
        .query(transaction, SELECT, "")
        .map(AccountRows::kept)
        .findOne();
  }

  private static Where of(long project, String username, @Nullable String platform) {
    return new Where()
        .and("project = :project", "project", project)
        .and("username = :username", "username", username)
        .andIfGiven("platform = :platform", "platform", platform);
  }

  void insert(Kept account) {
    Connection shown = account.connection();
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO profile_accounts (number, project, username, platform, account_id,
              access_token, refresh_token, expires_at, handle, base_url, page_id, page_urn,
              connected_at, status)
            VALUES (:number, :project, :username, :platform, :accountId, :access, :refresh,
              :expiresAt, :handle, :base, :pageId, :pageUrn, :connectedAt, :status)""")
        .bind("number", shown.number())
        .bind("project", account.project())
        .bind("username", account.username())
        .bind("platform", shown.platform())
        .bind("accountId", shown.accountId())
        .bind("access", account.accessToken())
        .bind("refresh", account.refreshToken())
        .bind("expiresAt", micros(shown.expiresAt()))
        .bind("handle", shown.handle())
        .bind("base", shown.base())
        .bind("pageId", shown.pageId())
        .bind("pageUrn", shown.pageUrn())
        .bind("connectedAt", Micros.of(shown.connectedAt()))
        .bind("status", shown.status().name())
        .execute();
  }

  /** Gives an account other tokens; without effect when it was connected anew since. */
  void renew(Kept account) {
    Connection shown = account.connection();
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE profile_accounts SET access_token = :access, refresh_token = :refresh,
              expires_at = :end, status = :status WHERE number = :number""")
        .bind("number", shown.number())
        .bind("access", account.accessToken())
        .bind("refresh", account.refreshToken())
        .bind("end", micros(shown.expiresAt()))
        .bind("status", shown.status().name())
        .execute();
  }

  /** Sets the status; without effect when the account was connected anew since. */
  void mark(long number, Status status) {
    transaction
        .handle()
        .createUpdate("UPDATE profile_accounts SET status = :status WHERE number = :number")
        .bind("number", number)
        .bind("status", status.name())
        .execute();
  }

  /** Takes an account away; false when there was none. */
  boolean delete(long project, String username, String platform) {
    return transaction
            .handle()
            .createUpdate(
                """
                DELETE FROM profile_accounts
                WHERE project = :project AND username = :username AND platform = :platform""")
            .bind("project", project)
            .bind("username", username)
            .bind("platform", platform)
            .execute()
        > 0;
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : (Long) Micros.of(instant);
  }

  private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
    String access = row.getString("access_token");
    String refresh = row.getString("refresh_token");
    Connection connection =
        new Connection(
            row.getLong("number"),
            row.getString("platform"),
            row.getString("account_id"),
            row.getString("handle"),
            row.getString("base_url"),
            row.getString("page_id"),
            row.getString("page_urn"),
            Micros.toInstant(row.getLong("connected_at")),
            Status.valueOf(row.getString("status")),
            access != null,
            refresh != null,
            Rows.instant(row, "expires_at"));
    return new Kept(row.getLong("project"), row.getString("username"), connection, access, refresh);
  }
}
