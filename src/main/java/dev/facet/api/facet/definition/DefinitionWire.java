package dev.facet.api.facet.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition;

/** Definitions as JSON of our own API. */
final class DefinitionWire {
  private DefinitionWire() {}

  /** What is said of it, with what is particular to its kind beside. */
  static ObjectNode shown(Definition definition) {
    ObjectNode node =
        FacetWire.object()
            .put("id", definition.id())
            .put("name", definition.draft().label())
            .put("description", definition.draft().description());
    node.setAll((ObjectNode) Json.read(definition.draft().body()));
    return node.put("created_at", definition.createdAt().toString())
        .put("updated_at", definition.updatedAt().toString());
  }
}
