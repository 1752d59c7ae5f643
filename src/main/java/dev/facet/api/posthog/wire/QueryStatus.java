package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.model.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a computation, as clients that wait for one read it; here it has always ended.
 *
 * @param insight null when the query was asked alone
 */
public record QueryStatus(
    UUID id, long project, @Nullable Long insight, @Nullable Long dashboard, boolean background) {

  /** A computation that gave results. */
  public ObjectNode complete(Instant at, @Nullable JsonNode results) {
    return node(null, at, results);
  }

  /** A computation that failed. */
  public ObjectNode failed(Failure failure) {
    return node(failure, null, null);
  }

  private ObjectNode node(
      @Nullable Failure failure, @Nullable Instant at, @Nullable JsonNode results) {
    ObjectNode node = PostHogWire.object();
    node.put("id", id.toString());
    node.put("team_id", project);
    node.put("insight_id", insight);
    node.put("dashboard_id", dashboard);
    node.put("query_async", background);
    node.put("error", failure != null);
    node.put("error_message", failure == null ? null : failure.message());
    node.put("complete", true);
    node.put("start_time", PostHogWire.time(at));
    node.put("pickup_time", PostHogWire.time(at));
    node.put("end_time", PostHogWire.time(at));
    node.putNull("expiration_time");
    node.set("results", results);
    node.putNull("query_progress");
    node.putNull("labels");
    node.putNull("task_id");
    return node;
  }
}
