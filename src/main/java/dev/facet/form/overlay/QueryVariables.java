package dev.facet.form.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.query.Definitions.Variable;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lays values of variables over SQL queries. Values are kept as {@code {"<id>": {"code_name",
 * "variableId", "value", "isNull"}}}; a variable that was deleted and made again has another id,
 * and is found by its name.
 */
public final class QueryVariables {
  private static final String ID = "variableId";
  private static final String NAME = "code_name";

  private QueryVariables() {}

  /**
   * The values, each under the id its variable has now.
   *
   * @param defined the variables there are, by their names in queries
   */
  public static ObjectNode current(JsonNode values, Map<String, Variable> defined) {
    ObjectNode current = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      Variable variable = defined.get(entry.getValue().path(NAME).asText());
      String id = variable == null ? entry.getKey() : variable.id();
      JsonNode value = entry.getValue().deepCopy();
      if (value instanceof ObjectNode object && object.has(ID)) {
        object.put(ID, id);
      }
      current.set(id, value);
    }
    return current;
  }

  /**
   * The query node as it is asked with these values: they replace the query's own, and are added
   * where its text names the variable. The query given is not changed.
   */
  public static JsonNode apply(JsonNode query, JsonNode values, Map<String, Variable> defined) {
    if (!(query instanceof ObjectNode object)) {
      return query;
    }
    if (object.get("source") instanceof ObjectNode source) {
      ObjectNode copy = object.deepCopy();
      copy.set("source", apply(source, values, defined));
      return copy;
    }
    if (!object.path("kind").asText().equals("HogQLQuery")) {
      return query;
    }
    ObjectNode copy = object.deepCopy();
    ObjectNode own = current(copy.path("variables"), defined);
    String text = copy.path("query").asText();
    current(values, defined).properties().forEach(each -> put(own, text, each));
    if (!own.isEmpty()) {
      copy.set("variables", own);
    }
    return copy;
  }

  private static void put(ObjectNode own, String text, Map.Entry<String, JsonNode> given) {
    if (own.get(given.getKey()) instanceof ObjectNode mine
        && given.getValue() instanceof ObjectNode said) {
      mine.remove("isNull");
      mine.setAll(said);
    } else if (names(text, given.getValue().path(NAME).asText())) {
      own.set(given.getKey(), given.getValue());
    }
  }

  private static boolean names(String text, String name) {
    return !name.isEmpty()
        && Pattern.compile("variables\\s*\\.\\s*" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
            .matcher(text)
            .find();
  }
}
