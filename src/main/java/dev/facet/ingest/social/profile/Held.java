package dev.facet.ingest.social.profile;

import dev.facet.ingest.social.Account;

/**
 * An account with its tokens, for those who read from its network.
 *
 * @param connection what of it may be shown
 */
public record Held(long project, String username, Connection connection, Account account) {

  /** Where it belongs, without the tokens. */
  @Override
  public String toString() {
    return "%s of %s in project %d".formatted(account, username, project);
  }
}
