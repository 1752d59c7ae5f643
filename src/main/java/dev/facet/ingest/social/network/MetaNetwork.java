package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A network of Meta's: they refuse alike. */
interface MetaNetwork extends Network {
  @Override
  default Optional<Kind> refusal(Reply reply) {
    return Graph.refusal(reply);
  }

  @Override
  default String words(JsonNode body) {
    return Graph.words(body);
  }

  @Override
  default Optional<Duration> wait(Reply reply, Kind kind, Instant now) {
    return Graph.wait(reply, kind, now);
  }
}
