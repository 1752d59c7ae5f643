package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition;
import java.util.List;

/** Actions as the vendor shows them. */
record ActionWire(People people) {
  private static final List<String> OF_STEP =
      List.of(
          "event",
          "properties",
          "selector",
          "tag_name",
          "text",
          "text_matching",
          "href",
          "href_matching",
          "url",
          "url_matching");

  /** The whole object. */
  ObjectNode show(Definition action) {
    JsonNode body = Json.read(action.draft().body());
    ObjectNode node = PostHogWire.object();
    node.put("id", action.id());
    node.put("name", action.draft().name());
    node.put("description", action.draft().description());
    node.set("tags", body.has("tags") ? body.get("tags") : PostHogWire.array());
    node.put("post_to_slack", false);
    node.put("slack_message_format", "");
    ArrayNode steps = node.putArray("steps");
    body.path("steps").forEach(step -> steps.add(step(step)));
    node.put("created_at", PostHogWire.time(action.createdAt()));
    node.set("created_by", people.show(action.createdBy()));
    node.put("updated_at", PostHogWire.time(action.updatedAt()));
    node.put("deleted", action.draft().deleted());
    node.put("is_calculating", false);
    node.put("last_calculated_at", PostHogWire.time(action.updatedAt()));
    node.put("team_id", action.project());
    node.put("is_action", true);
    node.putNull("pinned_at");
    return node;
  }

  /** A step says nothing of what it leaves out; a page is looked for by a part of its address. */
  private static ObjectNode step(JsonNode stored) {
    ObjectNode step = PostHogWire.object();
    OF_STEP.forEach(field -> step.set(field, stored.get(field)));
    if (!step.hasNonNull("url_matching")) {
      step.put("url_matching", "contains");
    }
    return step;
  }
}
