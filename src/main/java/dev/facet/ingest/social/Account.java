package dev.facet.ingest.social;

import org.jspecify.annotations.Nullable;

/**
 * A profile's account at a network, with its tokens in the clear: never to be logged or answered.
 *
 * @param platform the network in lower case
 * @param accountId the network's own id of it
 * @param base what takes the place of every host of the network, null for the network's own
 * @param pageId the page of a network that has pages within accounts
 * @param pageUrn the organisation, as a number or a URN
 */
public record Account(
    String platform,
    String accountId,
    @Nullable String accessToken,
    @Nullable String refreshToken,
    @Nullable String handle,
    @Nullable String base,
    @Nullable String pageId,
    @Nullable String pageUrn) {

  /** With another access token. */
  public Account with(String token) {
    return new Account(platform, accountId, token, refreshToken, handle, base, pageId, pageUrn);
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "%s account %s".formatted(platform, accountId);
  }
}
