package dev.facet.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as it was accepted: time corrected, identity not yet resolved to a
 * person. Property values are plain: text, Long, Double, Boolean, List, Map or null; a whole number
 * is always a Long.
 */
public record Event(
    UUID uuid,
    String name,
    String distinctId,
    Instant time,
    Instant receivedAt,
    Map<String, @Nullable Object> properties) {

  public Event {
    properties = Collections.unmodifiableMap(properties);
  }
}
