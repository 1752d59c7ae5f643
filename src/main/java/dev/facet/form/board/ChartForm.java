package dev.facet.form.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chart of a dashboard in our own form.
 *
 * @param path where in the request it stood, for failures
 * @param id null for a new chart
 * @param type one of {@link ChartTypes#ALL}; null when not said
 * @param query the query node; null for a text, or to keep the insight's
 * @param insight the insight to show; null for the one the chart has, or a new one
 * @param stays whether the chart stays, as one that fails, when that insight is deleted; no part of
 *     the JSON, null to leave what is there
 * @param extras what only dialects know, no part of the JSON; null to leave what is there
 */
public record ChartForm(
    String path,
    @Nullable Long id,
    @Nullable String title,
    String description,
    @Nullable String type,
    ObjectNode options,
    List<String> colors,
    @Nullable JsonNode query,
    @Nullable Long insight,
    @Nullable Boolean stays,
    @Nullable ObjectNode extras) {

  public ChartForm {
    colors = List.copyOf(colors);
  }

  static ChartForm read(JsonNode node, String path, DashboardForm.Checks checks) {
    Fields fields = Fields.of(node, path).ignore(Set.of("series"));
    JsonNode query = fields.node("query");
    if (query != null) {
      checks.query(query, fields.path("query"));
    }
    String description = fields.text("description");
    ObjectNode options = fields.tree("options");
    ChartForm form =
        new ChartForm(
            path,
            fields.number("id"),
            fields.text("title"),
            description == null ? "" : description,
            type(fields),
            options == null ? JsonNodeFactory.instance.objectNode() : options,
            fields.list("colors", Fields::text),
            query,
            fields.number("insight"),
            null,
            null);
    fields.done();
    return form;
  }

  private static @Nullable String type(Fields fields) {
    String type = fields.text("type");
    if (type != null && !ChartTypes.ALL.contains(type)) {
      throw Fields.notOneOf(fields.path("type"), type, ChartTypes.ALL);
    }
    return type;
  }

  /** Whether this is a text rather than a query. */
  public boolean isText() {
    return ChartTypes.TEXT.equals(type);
  }

  /** The text of a text chart. */
  public String text() {
    return options.path("text").asText();
  }

  ObjectNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("title", title).put("description", description).put("type", type);
    node.set("options", options);
    colors.forEach(node.putArray("colors")::add);
    node.set("query", query);
    node.put("insight", insight);
    return node;
  }
}
