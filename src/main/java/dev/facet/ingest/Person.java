package dev.facet.ingest;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the persons dataset. {@code createdAt} is in microseconds. */
record Person(
    long number,
    String uuid,
    long createdAt,
    boolean profile,
    boolean identified,
    Map<String, @Nullable Object> properties) {

  Person {
    properties = Collections.unmodifiableMap(properties);
  }

  /** The person as it is after an event at this time that wants a profile or not. */
  Person seen(long time, boolean wantsProfile) {
    return time >= createdAt && (profile || !wantsProfile)
        ? this
        : new Person(
            number,
            uuid,
            Math.min(time, createdAt),
            profile || wantsProfile,
            identified,
            properties);
  }

  Person known() {
    return identified && profile
        ? this
        : new Person(number, uuid, createdAt, true, true, properties);
  }

  Person with(Map<String, @Nullable Object> changed) {
    return changed.equals(properties)
        ? this
        : new Person(number, uuid, createdAt, profile, identified, changed);
  }
}
