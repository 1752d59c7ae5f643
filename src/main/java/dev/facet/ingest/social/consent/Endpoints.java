package dev.facet.ingest.social.consent;

import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.outbound.Outbound;
import dev.facet.ingest.social.profile.Held;
import java.util.Map;
import java.util.Optional;

/**
 * Where networks give tokens, and under which name they know this server.
 *
 * @param connectors by platform
 * @param clients by platform
 */
public record Endpoints(
    Map<String, Connector> connectors, Map<String, Client> clients, Outbound outbound) {
  public Endpoints {
    connectors = Map.copyOf(connectors);
    clients = Map.copyOf(clients);
  }

  /** How a person lets this server in, empty where only tokens made by hand exist. */
  Optional<Consent> consent(String platform) {
    return connector(platform).flatMap(Connector::consent);
  }

  Optional<Connector> connector(String platform) {
    return Optional.ofNullable(connectors.get(platform));
  }

  Optional<Client> client(String platform) {
    return Optional.ofNullable(clients.get(platform)).filter(client -> !client.id().isEmpty());
  }

  /** The network's name as people write it. */
  String name(String platform) {
    return connector(platform).map(Connector::name).orElse(platform);
  }

  /** Where the account's network gives tokens to this server, if it does. */
  Optional<TokenEndpoint> of(Held held) {
    String platform = held.connection().platform();
    Optional<Consent> consent = consent(platform);
    Optional<Client> client = client(platform);
    return consent.isEmpty() || client.isEmpty()
        ? Optional.empty()
        : Optional.of(new TokenEndpoint(name(platform), consent.get(), client.get(), line(held)));
  }

  /** The way to the account's network. */
  Line line(Held held) {
    return outbound.to(held.account().base());
  }
}
