package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.Input;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.VariableForm;

/** What a request says about a variable, laid over what was said before. */
record VariableInput(Input input) {
  private static final int MAX_NAME = 400;

  /** The draft with the fields that were sent; the name a variable began with is its code's. */
  Draft draft(Draft before) {
    Draft draft = before;
    if (input.has("name") || before.name() == null) {
      String name = input.textNotNull("name", MAX_NAME);
      if (name.isEmpty()) {
        throw Input.refused("name", "blank", "This field may not be blank.");
      }
      draft = draft.withName(name);
    }
    ObjectNode body = (ObjectNode) Json.read(before.body());
    if (before.name() == null) {
      body.put("code_name", VariableForm.codeName(draft.label()));
    }
    if (input.has("type")) {
      body.set("type", input.at("type"));
    }
    if (input.has("default_value")) {
      body.set("default_value", input.at("default_value"));
    }
    if (input.has("values")) {
      ArrayNode values = body.putArray("values");
      input.list("values").forEach(values::add);
    }
    return draft.withBody(body.toString());
  }
}
