package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.DashboardInput;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import org.jspecify.annotations.Nullable;

/** What a request says about an action, laid over what was said before. */
record ActionInput(Input input) {
  private static final int MAX_NAME = 400;
  private static final int MAX_TEXT = 1 << 16;

  /** The draft with the fields that were sent. */
  Draft draft(Draft before) {
    Draft draft = named(input, before, MAX_NAME);
    ObjectNode body = (ObjectNode) Json.read(before.body());
    if (input.has("steps")) {
      ArrayNode steps = body.putArray("steps");
      input.list("steps").forEach(steps::add);
    }
    if (input.has("tags")) {
      body.set("tags", PostHogWire.texts(DashboardInput.tags(input)));
    }
    return draft.withBody(body.toString());
  }

  /** The draft with the fields that all kinds of definitions have. */
  static Draft named(Input input, Draft before, int maxName) {
    Draft draft = before;
    if (input.has("name")) {
      draft = draft.withName(input.text("name", maxName));
    }
    if (input.has("description")) {
      @Nullable String description = input.text("description", MAX_TEXT);
      draft = draft.withDescription(description == null ? "" : description);
    }
    return input.has("deleted") ? draft.withDeleted(input.flag("deleted")) : draft;
  }
}
