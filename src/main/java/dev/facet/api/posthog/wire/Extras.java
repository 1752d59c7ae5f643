package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Document;

/** What only this dialect knows of a thing: kept in its extras, under the dialect's name. */
final class Extras {
  private static final String DIALECT = "posthog";

  private Extras() {}

  /** A field, missing when nobody set it. */
  static JsonNode get(Document extras, String field) {
    return extras.json().path(DIALECT).path(field);
  }

  /** The extras with another value in a field. */
  static Document with(Document extras, String field, JsonNode value) {
    ObjectNode all = extras.json();
    all.withObject("/" + DIALECT).set(field, value);
    return new Document(all);
  }
}
