package dev.facet.ingest.social.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something with accounts at networks.
 *
 * @param createdAt null when only rows of datasets name it
 * @param accounts by platform
 */
public record Profile(
    String username,
    @Nullable String displayName,
    @Nullable Instant createdAt,
    List<Connection> accounts) {
  public Profile {
    accounts = List.copyOf(accounts);
  }

  /** One that rows name and nobody made. */
  static Profile named(String username) {
    return new Profile(username, null, null, List.of());
  }

  /** Its account at a platform. */
  public Optional<Connection> account(String platform) {
    return accounts.stream().filter(one -> one.platform().equals(platform)).findFirst();
  }

  Profile with(List<Connection> connections) {
    return new Profile(username, displayName, createdAt, connections);
  }
}
