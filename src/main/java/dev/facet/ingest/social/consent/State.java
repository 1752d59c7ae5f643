package dev.facet.ingest.social.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.catalog.Json;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person carries to a network and back, sealed: for which connection consent is sought, and
 * the proof that whoever brings the code is who asked for it.
 *
 * @param number of the connection
 * @param verifier the secret of PKCE
 * @param callback where the network sends the person back to
 */
record State(
    long project,
    String username,
    String platform,
    long number,
    String verifier,
    String callback,
    Instant end) {
  private static final String PURPOSE = "consent";

  /** How long a person may take. */
  static final Duration LIFE = Duration.ofMinutes(15);

  static State of(Held held, String verifier, String callback, Instant now) {
    return new State(
        held.project(),
        held.username(),
        held.connection().platform(),
        held.connection().number(),
        verifier,
        callback,
        now.plus(LIFE));
  }

  String sealed(Seal seal) {
    String text =
        Json.write(
            Json.object()
                .put("project", project)
                .put("username", username)
                .put("platform", platform)
                .put("number", number)
                .put("verifier", verifier)
                .put("callback", callback)
                .put("end", end.getEpochSecond()));
    return seal.close(text, PURPOSE);
  }

  /** The state again, however old; empty when it is none of ours. */
  static Optional<State> open(String sealed, Seal seal) {
    return seal.open(sealed, PURPOSE).map(Json::read).map(State::read);
  }

  /** Whether the person took too long. */
  boolean isOver(Instant now) {
    return !now.isBefore(end);
  }

  private static State read(JsonNode node) {
    return new State(
        node.path("project").asLong(),
        node.path("username").asText(),
        node.path("platform").asText(),
        node.path("number").asLong(),
        node.path("verifier").asText(),
        node.path("callback").asText(),
        Instant.ofEpochSecond(node.path("end").asLong()));
  }
}
