package dev.facet.api.uploadpost.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.model.Micros;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values and envelopes as the vendor has them. */
public final class UploadPostWire {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private UploadPostWire() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The beginning of an answer. */
  public static ObjectNode success() {
    return object().put("success", true);
  }

  /** Metrics by name, out of a table; what is no number is left out. */
  public static ObjectNode metrics(@Nullable Object value) {
    ObjectNode node = object();
    if (value instanceof Map<?, ?> metrics) {
      metrics.forEach(
          (name, number) -> {
            if (number instanceof Number metric) {
              node.set(String.valueOf(name), Json.number(metric.doubleValue()));
            }
          });
    }
    return node;
  }

  /** Text out of a table, null for none. */
  public static JsonNode text(@Nullable Object value) {
    return value == null
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.textNode(value.toString());
  }

  /** {@code 2026-02-10 14:30:00} of an instant out of a table, null for none. */
  public static JsonNode time(@Nullable Object micros) {
    return micros instanceof Long number
        ? JsonNodeFactory.instance.textNode(TIME.format(Micros.toInstant(number)))
        : JsonNodeFactory.instance.nullNode();
  }

  /** {@code 2026-02-10T14:30:00Z}. */
  public static String iso(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant);
  }
}
