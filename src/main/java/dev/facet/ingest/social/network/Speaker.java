package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.Reading;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A connector: holds a conversation by a network's protocol for each question. */
record Speaker(Network network, Pace pace) implements Connector {
  @Override
  public String platform() {
    return network.platform();
  }

  @Override
  public String name() {
    return network.name();
  }

  @Override
  public Reading read(Account account, Line line, LocalDate today) {
    return network.read(talk(account, line), today);
  }

  @Override
  public Map<String, Double> post(Account account, Line line, String postId, LocalDate today) {
    NetworkException unknown = unknown(postId);
    if (postId.isBlank() || postId.chars().allMatch(letter -> letter == '.')) {
      throw unknown;
    }
    try {
      return network.post(talk(account, line), postId, today).orElseThrow(() -> unknown);
    } catch (NetworkException refusal) {
      throw refusal.kind() == Kind.NOT_FOUND ? unknown : refusal;
    }
  }

  private NetworkException unknown(String postId) {
    String text = "%s %s not found (ID: %s). The token may need to be refreshed.";
    return new NetworkException(
        Kind.NOT_FOUND, text.formatted(network.name(), network.noun(), postId), null);
  }

  @Override
  public Posts posts(Account account, Line line, int limit, Optional<String> cursor) {
    return network.posts(talk(account, line), limit, cursor);
  }

  @Override
  public Optional<Consent> consent() {
    return network.consent();
  }

  @Override
  public Optional<String> ownToken(Account account, Line line) {
    return network.ownToken(talk(account, line));
  }

  private Conversation talk(Account account, Line line) {
    return new Conversation(network, account, line, pace);
  }
}
