package dev.facet.api.posthog.capture;

import dev.facet.ingest.DistinctIds;
import dev.facet.model.Event;
import dev.facet.model.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From an ingestion call to events. One bad event refuses the whole call. Not read: {@code type},
 * {@code library}, {@code library_version}, {@code context} (clients repeat them in the properties)
 * and {@code historical_migration} (there is one queue).
 */
final class CaptureDecoder {
  private static final int LONGEST_NAME = 200;
  private static final Set<String> NOT_PROPERTIES = Set.of("$token", "$distinct_id");

  private final CaptureRequest request;
  private final CaptureTime time;
  private final Instant receivedAt;
  private final Supplier<UUID> ids;

  /** What a call asks for: to add these events to the project of this token. */
  record Capture(String token, List<Event> events) {}

  /** Decodes a call; events without a valid uuid get one from {@code ids}. */
  static Capture decode(CaptureRequest request, Supplier<UUID> ids) {
    CaptureJson json = CaptureJson.read(CaptureBody.json(request));
    if (json.events().isEmpty()) {
      throw CaptureFailures.noEvent();
    }
    String token = CaptureTokens.of(request, json);
    CaptureDecoder decoder = new CaptureDecoder(request, sentAt(request, json), ids);
    List<Event> events = new ArrayList<>(json.events().size());
    for (int i = 0; i < json.events().size(); i++) {
      events.add(decoder.event(json.events().get(i), "batch[" + i + "]."));
    }
    return new Capture(token, events);
  }

  private CaptureDecoder(CaptureRequest request, @Nullable Instant sentAt, Supplier<UUID> ids) {
    this.request = request;
    this.time = new CaptureTime(request.receivedAt(), sentAt);
    this.receivedAt = request.receivedAt().truncatedTo(ChronoUnit.MICROS);
    this.ids = ids;
  }

  /** When the client says it sent the call: by the body, a header or the address, in this order. */
  private static @Nullable Instant sentAt(CaptureRequest request, CaptureJson json) {
    Object own = json.head().isEmpty() ? json.events().getFirst() : json.head();
    return Stream.of(
            CaptureTime.parse(own instanceof Map<?, ?> map ? map.get("sent_at") : null),
            CaptureTime.parse(request.headerText("PostHog-Request-Timestamp")),
            CaptureTime.parse(Values.number(request.parameter("_"))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Event event(Map<String, @Nullable Object> fields, String path) {
    Map<String, @Nullable Object> properties = properties(fields, path);
    return new Event(
        uuid(fields.get("uuid")),
        name(fields.get("event"), path),
        distinctId(fields, properties, path),
        time.of(fields, properties),
        receivedAt,
        properties);
  }

  private UUID uuid(@Nullable Object sent) {
    if (sent instanceof String text && text.length() == 36) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        return ids.get();
      }
    }
    return ids.get();
  }

  private String name(@Nullable Object sent, String path) {
    if (sent == null && request.kind() == CaptureRequest.Kind.ENGAGE) {
      return "$identify";
    }
    if (sent != null && !(sent instanceof String)) {
      throw CaptureFailures.unparsable(path + "event", path + "event must be text");
    }
    if (sent == null || ((String) sent).isBlank()) {
      throw CaptureFailures.incomplete(path + "event", "event submitted with an empty event name");
    }
    return cut((String) sent);
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    boolean splits = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
    return name.substring(0, splits ? LONGEST_NAME - 1 : LONGEST_NAME);
  }

  private static String distinctId(
      Map<String, @Nullable Object> fields, Map<String, @Nullable Object> properties, String path) {
    String id =
        Stream.of(
                fields.get("distinct_id"),
                fields.get("$distinct_id"),
                properties.get("distinct_id"))
            .map(Values::text)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () ->
                    CaptureFailures.incomplete(
                        path + "distinct_id", "event submitted without a distinct_id"));
    if (id.isBlank()) {
      throw CaptureFailures.incomplete(
          path + "distinct_id", "event submitted with an empty distinct_id");
    }
    return DistinctIds.cut(id);
  }

  /** The event's properties, with what clients put beside them: {@code $set}, {@code $lib}, … */
  private Map<String, @Nullable Object> properties(
      Map<String, @Nullable Object> fields, String path) {
    Map<String, @Nullable Object> properties =
        object(fields.get("properties"), path + "properties");
    fields.forEach(
        (name, value) -> {
          if (value != null && name.startsWith("$") && !NOT_PROPERTIES.contains(name)) {
            properties.merge(name, value, CaptureDecoder::both);
          }
        });
    if (request.kind() == CaptureRequest.Kind.ANALYTICS) {
      addOptions(fields, properties, path);
    }
    return properties;
  }

  /** In the newest protocol some properties have places of their own. */
  private static void addOptions(
      Map<String, @Nullable Object> fields, Map<String, @Nullable Object> properties, String path) {
    object(fields.get("options"), path + "options")
        .forEach((name, value) -> properties.putIfAbsent("$" + name, value));
    for (String name : List.of("session_id", "window_id")) {
      if (fields.get(name) != null) {
        properties.putIfAbsent("$" + name, fields.get(name));
      }
    }
  }

  private static Object both(Object inProperties, Object beside) {
    if (inProperties instanceof Map<?, ?> inner && beside instanceof Map<?, ?> outer) {
      Map<Object, Object> both = new LinkedHashMap<>(inner);
      both.putAll(outer);
      return both;
    }
    return inProperties;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(@Nullable Object value, String path) {
    return switch (value) {
      case null -> new LinkedHashMap<>();
      case Map<?, ?> map -> (Map<String, @Nullable Object>) map;
      default -> throw CaptureFailures.unparsable(path, path + " must be an object");
    };
  }
}
