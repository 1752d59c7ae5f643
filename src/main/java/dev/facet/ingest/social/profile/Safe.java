package dev.facet.ingest.social.profile;

import dev.facet.ingest.social.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns accounts with tokens into what the catalog may keep, and back. */
record Safe(Seal seal) {

  Kept close(Held held) {
    Account account = held.account();
    return new Kept(
        held.project(),
        held.username(),
        held.connection(),
        closed(account.accessToken(), purpose(held, "access")),
        closed(account.refreshToken(), purpose(held, "refresh")));
  }

  /** A token that was sealed with another secret is as good as none. */
  Held open(Kept kept) {
    Connection shown = kept.connection();
    Account without = account(shown, null, null);
    Held place = new Held(kept.project(), kept.username(), shown, without);
    Account account =
        account(
            shown,
            opened(kept.accessToken(), purpose(place, "access")),
            opened(kept.refreshToken(), purpose(place, "refresh")));
    return new Held(kept.project(), kept.username(), shown, account);
  }

  /** The account with other tokens. */
  static Held renewed(Held held, Grant grant) {
    Connection old = held.connection();
    String refresh = grant.refreshToken();
    Account account =
        account(
            old, grant.accessToken(), refresh == null ? held.account().refreshToken() : refresh);
    return new Held(
        held.project(),
        held.username(),
        connection(old.number(), account, old.connectedAt(), grant.expiresAt()),
        account);
  }

  /** What may be shown of an account that the network lets in. */
  static Connection connection(
      long number, Account account, Instant connectedAt, @Nullable Instant expiresAt) {
    return new Connection(
        number,
        account.platform(),
        account.accountId(),
        account.handle(),
        account.base(),
        account.pageId(),
        account.pageUrn(),
        connectedAt,
        Connection.Status.CONNECTED,
        account.accessToken() != null,
        account.refreshToken() != null,
        expiresAt);
  }

  private static Account account(
      Connection shown, @Nullable String accessToken, @Nullable String refreshToken) {
    return new Account(
        shown.platform(),
        shown.accountId(),
        accessToken,
        refreshToken,
        shown.handle(),
        shown.base(),
        shown.pageId(),
        shown.pageUrn());
  }

  private static String purpose(Held held, String kind) {
    return "%d/%s/%s/%s"
        .formatted(held.project(), held.username(), held.connection().platform(), kind);
  }

  private @Nullable String closed(@Nullable String token, String purpose) {
    return token == null ? null : seal.close(token, purpose);
  }

  private @Nullable String opened(@Nullable String sealed, String purpose) {
    return sealed == null ? null : seal.open(sealed, purpose).orElse(null);
  }
}
