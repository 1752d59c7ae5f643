package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values and envelopes as the vendor has them. */
public final class MediarithmicsWire {
  private MediarithmicsWire() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** One resource. */
  public static Response single(JsonNode resource) {
    ObjectNode body = object().put("status", "ok");
    body.set("data", resource);
    return Response.json(200, body);
  }

  /** That something was done of which there is nothing to show. */
  public static Response done() {
    return Response.json(200, object().put("status", "ok"));
  }

  /** A part of a list. */
  public static Response page(Excerpt excerpt, long total, List<? extends JsonNode> items) {
    ObjectNode body = object().put("status", "ok");
    body.put("count", items.size()).put("total", total);
    body.put("first_result", excerpt.first()).put("max_results", excerpt.most());
    ArrayNode data = body.putArray("data");
    items.forEach(data::add);
    return Response.json(200, body);
  }

  /** The part of this list that was asked for. */
  public static Response page(Excerpt excerpt, List<? extends JsonNode> all) {
    return page(
        excerpt, all.size(), all.stream().skip(excerpt.first()).limit(excerpt.most()).toList());
  }

  /** A number as an id; null for nobody's. */
  public static @Nullable String id(@Nullable Long number) {
    return number == null ? null : number.toString();
  }

  /** An id as sent: text, or a number read as text. */
  public static String id(JsonNode value, String path) {
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw Fields.wrongType(path, "an id", value);
    }
    return value.asText();
  }
}
