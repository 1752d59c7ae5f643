package dev.facet.form.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter that readers of a dashboard may set to values of their choice: where the values come
 * from, and what each kind of query is to be narrowed down by.
 *
 * @param name by which readers name it; the same in any case
 * @param valuesQuery OTQL whose first buckets are the values
 */
public record AvailableFilter(
    String name,
    String title,
    @Nullable String valuesQuery,
    boolean multiple,
    List<Fragment> fragments) {

  public AvailableFilter {
    fragments = List.copyOf(fragments);
  }

  /**
   * What is added to queries.
   *
   * @param type a source of datasets, such as {@code OTQL}
   * @param start the object type that OTQL queries start from; null for other sources
   * @param fragment text with {@code $values} in it for OTQL, a list of filters for cubes
   */
  public record Fragment(String type, @Nullable String start, JsonNode fragment) {}

  /** Reads what {@link #check} let pass. */
  public static AvailableFilter read(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String name = fields.requiredText("technical_name");
    if (name.isBlank()) {
      throw FailureException.invalid(
          "blank", fields.path("technical_name"), "A filter has a name that is not blank.");
    }
    String method = fields.text("values_retrieve_method");
    if (method != null && !method.equalsIgnoreCase("query")) {
      throw Fields.notOneOf(fields.path("values_retrieve_method"), method, List.of("Query"));
    }
    String title = fields.text("title");
    return new AvailableFilter(
        name,
        title == null ? name : title,
        fields.text("values_query"),
        fields.flag("multi_select"),
        fields.list("query_fragments", AvailableFilter::fragment));
  }

  private static Fragment fragment(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String type = fields.requiredText("type");
    JsonNode fragment = fields.node("fragment");
    if (fragment == null) {
      throw Fields.missing(fields.path("fragment"));
    }
    if (!fragment.isTextual() && !fragment.isArray()) {
      throw Fields.wrongType(fields.path("fragment"), "text or a list of filters", fragment);
    }
    return new Fragment(type, fields.text("starting_object_type"), fragment);
  }

  /** The filter as sent; one that cannot be read is refused. */
  public static ObjectNode check(JsonNode node, String path) {
    read(node, path);
    return (ObjectNode) node;
  }
}
