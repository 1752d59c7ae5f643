package dev.facet.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import dev.facet.form.Fields;
import dev.facet.form.FilterForm;
import dev.facet.model.FailureException;
import dev.facet.query.Action;
import dev.facet.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Actions as JSON: {@code {"steps": [{"event", "properties", "url", "url_matching", "selector",
 * "text", "href", "tag_name"}]}}.
 */
public final class ActionForm {
  /** What may be in the body of an action. */
  public static final Set<String> FIELDS = Set.of("steps", "tags");

  private static final int MOST_STEPS = 100;
  private static final Set<String> OF_CLIENTS = Set.of("id", "action", "name", "isNew");
  private static final Map<String, String> MATCHING =
      Map.of("contains", "icontains", "regex", "regex", "exact", "exact");

  private ActionForm() {}

  /** The action that a draft says; a step that says something else is refused with its path. */
  public static Action read(long id, Draft draft) {
    Fields body = Fields.of(Json.read(draft.body()), "");
    List<Action.Step> steps = body.list("steps", ActionForm::step);
    body.list("tags", Fields::text);
    body.done();
    if (steps.size() > MOST_STEPS) {
      throw FailureException.invalid(
          "too_many", "steps", "An action has at most " + MOST_STEPS + " steps.");
    }
    return new Action(id, draft.label(), steps);
  }

  private static Action.Step step(JsonNode node, String path) {
    Fields fields = Fields.of(node, path).ignore(OF_CLIENTS);
    String event = fields.text("event");
    Filter filter = FilterForm.read(fields.node("properties"), fields.path("properties"));
    filter = filter.and(text(fields, "url", "contains", "event", "$current_url"));
    filter = filter.and(text(fields, "text", "exact", "element", "text"));
    filter = filter.and(text(fields, "href", "exact", "element", "href"));
    filter = filter.and(element(fields, "selector"));
    filter = filter.and(element(fields, "tag_name"));
    fields.ignore(Set.of("selector_regex")).done();
    return new Action.Step(event == null || event.isEmpty() ? null : event, filter);
  }

  /** What a step asks of a text, compared in the way that {@code …_matching} says. */
  private static Filter text(
      Fields fields, String field, String usual, String type, String property) {
    String value = fields.text(field);
    String matching = fields.text(field + "_matching");
    String operator = MATCHING.get(matching == null ? usual : matching);
    if (operator == null) {
      throw Fields.notOneOf(
          fields.path(field + "_matching"),
          String.valueOf(matching),
          MATCHING.keySet().stream().sorted().toList());
    }
    return value == null || value.isEmpty()
        ? Filter.ALL
        : property(type, property, operator, value, fields.path(field));
  }

  private static Filter element(Fields fields, String field) {
    String value = fields.text(field);
    return value == null || value.isEmpty()
        ? Filter.ALL
        : property("element", field, "exact", value, fields.path(field));
  }

  private static Filter property(
      String type, String key, String operator, String value, String path) {
    ArrayNode list = Json.object().arrayNode();
    ObjectNode node = list.addObject();
    node.put("type", type).put("key", key).put("operator", operator).put("value", value);
    try {
      return FilterForm.read(list, path);
    } catch (FailureException e) {
      throw FailureException.invalid(e.failure().code(), path, e.failure().message());
    }
  }
}
