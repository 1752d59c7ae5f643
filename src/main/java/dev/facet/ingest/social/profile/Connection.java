package dev.facet.ingest.social.profile;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A profile's account at a network as it may be shown: that it has tokens, not which.
 *
 * @param number another one each time it is connected
 * @param expiresAt when the access token ends, null when nobody said
 */
public record Connection(
    long number,
    String platform,
    String accountId,
    @Nullable String handle,
    @Nullable String base,
    @Nullable String pageId,
    @Nullable String pageUrn,
    Instant connectedAt,
    Status status,
    boolean hasAccessToken,
    boolean hasRefreshToken,
    @Nullable Instant expiresAt) {

  /** Whether the network lets this server in. */
  public enum Status {
    CONNECTED,
    /** The network refused the token: a person has to connect the account anew. */
    RECONNECT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
