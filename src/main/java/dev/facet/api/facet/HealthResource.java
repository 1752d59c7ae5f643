package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.ingest.Damage;
import dev.facet.ingest.IngestState;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the server is: 200 while its answers are complete, 503 with reasons while they are not. What
 * was damaged and skipped for good is told, and does not make the server unhealthy.
 */
final class HealthResource {
  private final Supplier<IngestState> ingest;
  private final List<String> notices;

  HealthResource(Supplier<IngestState> ingest, List<String> notices) {
    this.ingest = ingest;
    this.notices = List.copyOf(notices);
  }

  Response health(Request request) {
    IngestState state = ingest.get();
    ObjectNode health = FacetWire.object().put("status", status(state));
    ArrayNode reasons = FacetWire.array();
    if (state.rebuilding()) {
      reasons.add(
          "The store is rebuilt from the journal: %d of %d records are in."
              .formatted(state.applied(), state.journaled()));
    }
    if (state.trouble() != null) {
      reasons.add(state.trouble());
    }
    if (!reasons.isEmpty()) {
      health.set("reasons", reasons);
    }
    if (!state.damages().isEmpty()) {
      ArrayNode damaged = health.putArray("damaged");
      state.damages().stream().map(Damage::sentence).forEach(damaged::add);
    }
    if (!notices.isEmpty()) {
      notices.forEach(health.putArray("notices")::add);
    }
    return Response.json(reasons.isEmpty() ? 200 : 503, health);
  }

  private static String status(IngestState state) {
    if (state.rebuilding()) {
      return "rebuilding";
    }
    return state.trouble() == null ? "ok" : "trouble";
  }
}
