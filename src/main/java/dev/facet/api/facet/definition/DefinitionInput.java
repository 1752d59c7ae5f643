package dev.facet.api.facet.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.Set;

/**
 * What a request says about a definition, laid over what was said before.
 *
 * @param own the fields that are particular to the kind
 */
record DefinitionInput(JsonNode said, Set<String> own) {
  private static final int MAX_NAME = 400;
  private static final int MAX_TEXT = 1 << 16;

  Draft over(Draft before) {
    Fields fields = Fields.of(said, "");
    Draft draft = before;
    if (fields.has("name")) {
      draft = draft.withName(text(fields, "name", MAX_NAME));
    }
    if (fields.has("description")) {
      draft = draft.withDescription(text(fields, "description", MAX_TEXT));
    }
    ObjectNode body = (ObjectNode) Json.read(before.body());
    for (String field : own) {
      JsonNode value = fields.node(field);
      if (value != null) {
        body.set(field, value);
      }
    }
    fields.done();
    if (draft.label().isBlank()) {
      throw Fields.missing("name");
    }
    return draft.withBody(body.toString());
  }

  private static String text(Fields fields, String field, int most) {
    String text = fields.requiredText(field);
    if (text.length() > most) {
      throw FailureException.invalid(
          "max_length",
          fields.path(field),
          "Give up to %d characters, not %d.".formatted(most, text.length()));
    }
    return text;
  }
}
