package dev.facet.api.oktopost.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.model.Micros;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values and envelopes as the vendor has them. */
public final class OktopostWire {
  /** What stands for a time that never was. */
  public static final String NEVER = "0000-00-00 00:00:00";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private OktopostWire() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The beginning of an answer. */
  public static ObjectNode success() {
    return object().put("Result", true);
  }

  /** One resource under its name. */
  public static Response single(String name, JsonNode resource) {
    ObjectNode body = success();
    body.set(name, resource);
    return Response.json(200, body);
  }

  /** A part of a list that is so long. */
  public static ObjectNode items(List<? extends JsonNode> items, long total) {
    ObjectNode body = success();
    ArrayNode array = body.putArray("Items");
    items.forEach(array::add);
    return body.put("Total", total);
  }

  /** The id of an organisation as an account: 15 characters. */
  public static String accountId(long organisation) {
    return String.format(Locale.ROOT, "001%012d", organisation);
  }

  /** The id of a user: 15 characters; empty for nobody. */
  public static String userId(@Nullable Long user) {
    return user == null ? "" : String.format(Locale.ROOT, "00A%012d", user);
  }

  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** A time out of a table; {@link #NEVER} for none. */
  public static String time(@Nullable Object micros) {
    return micros instanceof Long number ? time(Micros.toInstant(number)) : NEVER;
  }

  /** Text out of a table; empty for none. */
  public static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** {@code link_url} as {@code LinkUrl}. */
  public static String pascal(String name) {
    StringBuilder pascal = new StringBuilder();
    for (String word : name.split("_", -1)) {
      if (!word.isEmpty()) {
        int first = Character.charCount(word.codePointAt(0));
        pascal.append(word.substring(0, first).toUpperCase(Locale.ROOT));
        pascal.append(word.substring(first));
      }
    }
    return pascal.toString();
  }
}
