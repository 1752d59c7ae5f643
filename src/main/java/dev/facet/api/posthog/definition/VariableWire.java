package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition;

/** Variables of queries as the vendor shows them. */
record VariableWire(People people) {

  /** The whole object. */
  ObjectNode show(Definition variable) {
    JsonNode body = Json.read(variable.draft().body());
    ObjectNode node = PostHogWire.object();
    node.put("id", variable.uuid().toString());
    node.put("name", variable.draft().name());
    node.set("type", body.get("type"));
    node.set("default_value", body.get("default_value"));
    node.set("created_by", people.show(variable.createdBy()));
    node.put("created_at", PostHogWire.time(variable.createdAt()));
    node.set("code_name", body.get("code_name"));
    node.set("values", body.get("values"));
    return node;
  }
}
