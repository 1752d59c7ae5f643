package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Jobs;
import dev.facet.answer.Result;
import dev.facet.model.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a computation, as clients that wait for one read it.
 *
 * @param insight null when the query was asked alone
 */
public record QueryStatus(long project, @Nullable Long insight, @Nullable Long dashboard) {

  /**
   * A computation in the background.
   *
   * @param results what it gave, null to leave that out
   */
  public ObjectNode of(Jobs.Status<?> job, @Nullable JsonNode results) {
    ObjectNode node = node(job.id(), true, job.result() != null, failure(job));
    node.put("start_time", PostHogWire.time(job.start()));
    node.put("pickup_time", time(job.picked()));
    node.put("end_time", time(job.end()));
    node.put("expiration_time", PostHogWire.time(job.expires()));
    node.set("results", results);
    return node;
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : PostHogWire.time(instant);
  }

  private static @Nullable Failure failure(Jobs.Status<?> job) {
    return job.result() instanceof Result.Failed(Failure failure) ? failure : null;
  }

  /** A computation that failed while somebody waited. */
  public ObjectNode failed(UUID id, Failure failure) {
    return node(id.toString(), false, true, failure);
  }

  private ObjectNode node(String id, boolean background, boolean done, @Nullable Failure failure) {
    ObjectNode node = PostHogWire.object();
    node.put("id", id);
    node.put("team_id", project);
    node.put("insight_id", insight);
    node.put("dashboard_id", dashboard);
    node.put("query_async", background);
    node.put("error", failure != null);
    node.put("error_message", failure == null ? null : failure.message());
    node.put("complete", done);
    node.putNull("start_time");
    node.putNull("pickup_time");
    node.putNull("end_time");
    node.putNull("expiration_time");
    node.putNull("results");
    node.putNull("query_progress");
    node.putNull("labels");
    node.putNull("task_id");
    return node;
  }
}
