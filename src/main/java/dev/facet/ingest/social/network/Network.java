package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The protocol of one network, spoken in a {@link Conversation}. */
interface Network {
  /** In lower case. */
  String platform();

  /** As people write it. */
  String name();

  /** What it calls a post: {@code video}. */
  String noun();

  /** Levels, series and posts of the account. */
  Reading read(Conversation talk, LocalDate today);

  /** The numbers of one post, empty when the network does not know it. */
  Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today);

  /** A page of the account's newest posts. */
  Posts posts(Conversation talk, int limit, Optional<String> cursor);

  /** How a person lets this server in, empty where tokens are made by hand. */
  Optional<Consent> consent();

  /** The token of the account itself for that of a person, empty where it is the same. */
  default Optional<String> ownToken(Conversation talk) {
    return Optional.empty();
  }

  /** Why a reply is no answer, empty when it is one. */
  default Optional<Kind> refusal(Reply reply) {
    return byStatus(reply.status());
  }

  /** The network's own words in a refusal, empty when it has none. */
  default String words(JsonNode body) {
    return body.path("message").asText("");
  }

  /** The headers, beside Retry-After, that say when a limit ends. */
  default List<String> resets() {
    return List.of();
  }

  /** How long the network wants to be left alone. */
  default Optional<Duration> wait(Reply reply, Kind kind, Instant now) {
    return Waits.of(reply, kind == Kind.RATE_LIMIT ? resets() : List.of(), now);
  }

  /** What HTTP means by a status. */
  static Optional<Kind> byStatus(int status) {
    if (status >= 200 && status < 300) {
      return Optional.empty();
    }
    return Optional.of(
        switch (status) {
          case 401 -> Kind.AUTH;
          case 403 -> Kind.PERMISSION;
          case 404, 410 -> Kind.NOT_FOUND;
          case 429 -> Kind.RATE_LIMIT;
          case 408, 425 -> Kind.TRANSIENT;
          default -> status >= 500 ? Kind.TRANSIENT : Kind.BAD_REQUEST;
        });
  }
}
