package dev.facet.ingest.social.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a network gave.
 *
 * @param refreshToken null to go on with the one there is
 * @param expiresAt when the access token ends, null when the network did not say
 */
public record Grant(
    String accessToken, @Nullable String refreshToken, @Nullable Instant expiresAt) {

  /** Without the tokens. */
  @Override
  public String toString() {
    return "Grant until " + expiresAt;
  }
}
