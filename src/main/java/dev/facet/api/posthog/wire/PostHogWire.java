package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What all of the vendor's objects have in common: times, users, lists. */
public final class PostHogWire {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT);

  private PostHogWire() {}

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** A list of texts. */
  public static ArrayNode texts(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /** {@code 2024-05-02T10:11:12Z}, with six digits more when the second is not whole. */
  public static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time(time.atZone(ZoneOffset.UTC));
  }

  /** As {@link #time(Instant)}, at the offset of the given time. */
  public static String time(ZonedDateTime time) {
    return (time.getNano() < 1000 ? SECONDS : MICROS).format(time);
  }

  /** {@code UserBasic}; null when nobody is known. */
  public static @Nullable ObjectNode user(@Nullable User user) {
    if (user == null) {
      return null;
    }
    ObjectNode node = object();
    node.put("id", user.id());
    node.put("uuid", user.uuid().toString());
    node.put("distinct_id", user.distinctId());
    node.put("first_name", firstName(user));
    node.put("last_name", lastName(user));
    node.put("email", user.email());
    node.putNull("is_email_verified");
    node.putNull("hedgehog_config");
    node.putNull("role_at_organization");
    return node;
  }

  private static String firstName(User user) {
    int blank = user.name().indexOf(' ');
    return blank < 0 ? user.name() : user.name().substring(0, blank);
  }

  private static String lastName(User user) {
    int blank = user.name().indexOf(' ');
    return blank < 0 ? "" : user.name().substring(blank + 1).strip();
  }

  /** The envelope of lists. */
  public static ObjectNode page(
      long count,
      @Nullable String next,
      @Nullable String previous,
      List<? extends JsonNode> results) {
    ObjectNode node = object();
    node.put("count", count);
    node.put("next", next);
    node.put("previous", previous);
    node.putArray("results").addAll(results);
    return node;
  }
}
