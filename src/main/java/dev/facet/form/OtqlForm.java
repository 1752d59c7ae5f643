package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Statement;
import dev.facet.query.text.OtqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code OtqlQuery} nodes: {@code query_text}, or {@code query_json} with a JSON_OTQL document,
 * {@code parameters}, {@code limit}, {@code offset}.
 */
final class OtqlForm {
  /** Every answer is exact, whatever precision was asked for. */
  private static final Set<String> IGNORED = Set.of("kind", "precision");

  private OtqlForm() {}

  static OtqlQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    fields.ignore(IGNORED);
    OtqlQuery query =
        new OtqlQuery(
            statement(fields),
            parameters(fields),
            fields.has("limit") ? count(fields, "limit") : null,
            count(fields, "offset"));
    fields.done();
    return query;
  }

  private static Statement statement(Fields fields) {
    @Nullable JsonNode document = fields.node("query_json");
    String text = fields.text("query_text");
    if (text != null) {
      return OtqlText.statement(text);
    }
    if (document == null) {
      throw Fields.missing(fields.path("query_text"));
    }
    return JsonOtql.statement(document, fields.path("query_json"));
  }

  private static int count(Fields fields, String field) {
    Integer given = fields.integer(field);
    if (given != null && given < 0) {
      throw FailureException.invalid(
          "out_of_range", fields.path(field), "Give a whole number from 0 on, not " + given + ".");
    }
    return given == null ? 0 : given;
  }

  private static Map<String, Object> parameters(Fields fields) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    JsonNode given = fields.tree("parameters");
    if (given != null) {
      given
          .properties()
          .forEach(
              one ->
                  parameters.put(
                      one.getKey(),
                      value(one.getValue(), fields.path("parameters") + "." + one.getKey())));
    }
    return parameters;
  }

  private static Object value(JsonNode node, String path) {
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      node.forEach(one -> values.add(single(one, path)));
      return values;
    }
    return single(node, path);
  }

  private static Object single(JsonNode node, String path) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (!node.isTextual()) {
      throw Fields.wrongType(path, "text, a number, true, false or a list of these", node);
    }
    return node.textValue();
  }
}
