package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition;
import org.jspecify.annotations.Nullable;

/** Cohorts as the vendor shows them. */
record CohortWire(People people) {

  /**
   * The whole object.
   *
   * @param count how many persons are in it, null when nobody can tell
   */
  ObjectNode show(Definition cohort, @Nullable Long count) {
    JsonNode body = Json.read(cohort.draft().body());
    ObjectNode node = PostHogWire.object();
    node.put("id", cohort.id());
    node.put("name", cohort.draft().name());
    node.put("description", cohort.draft().description());
    node.putArray("groups");
    node.put("deleted", cohort.draft().deleted());
    node.set("filters", body.has("filters") ? body.get("filters") : PostHogWire.object());
    node.putNull("query");
    node.put("is_calculating", false);
    node.set("created_by", people.show(cohort.createdBy()));
    node.put("created_at", PostHogWire.time(cohort.createdAt()));
    node.put("last_calculation", PostHogWire.time(cohort.updatedAt()));
    node.put("errors_calculating", count == null && !cohort.draft().deleted() ? 1 : 0);
    node.put("count", count);
    node.put("is_static", body.path("is_static").booleanValue());
    node.putArray("experiment_set");
    return node;
  }

  /** The answer to what has none. */
  ObjectNode done() {
    return PostHogWire.object().put("success", true);
  }
}
