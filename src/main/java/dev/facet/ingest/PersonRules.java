package dev.facet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.facet.model.Event;
import dev.facet.model.Values;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event says about persons. */
final class PersonRules {
  private static final String SET = "$set";
  private static final String SET_ONCE = "$set_once";
  private static final String UNSET = "$unset";
  private static final String MERGE = "$merge_dangerously";
  private static final Set<String> ALWAYS_PROFILE =
      Set.of("$identify", "$set", "$create_alias", MERGE, "$groupidentify");

  private PersonRules() {}

  /** Whether the event makes the person have a profile. */
  static boolean wantsProfile(Event event) {
    Map<String, @Nullable Object> properties = event.properties();
    return !Boolean.FALSE.equals(properties.get("$process_person_profile"))
        || ALWAYS_PROFILE.contains(event.name())
        || changesProperties(properties);
  }

  private static boolean changesProperties(Map<String, @Nullable Object> properties) {
    return properties.containsKey(SET)
        || properties.containsKey(SET_ONCE)
        || properties.containsKey(UNSET);
  }

  /** The id that the event says belongs to the same person, null when it says none or may not. */
  static @Nullable String otherId(Event event) {
    String key =
        switch (event.name()) {
          case "$identify" -> "$anon_distinct_id";
          case "$create_alias", MERGE -> "alias";
          default -> null;
        };
    String said = key == null ? null : Values.text(event.properties().get(key));
    String other = said == null ? null : DistinctIds.cut(said);
    boolean joins =
        other != null
            && !other.equals(event.distinctId())
            && DistinctIds.isLegal(other)
            && DistinctIds.isLegal(event.distinctId());
    return joins ? other : null;
  }

  /** Whether the event joins even persons that are identified both. */
  static boolean isForced(Event event) {
    return event.name().equals(MERGE);
  }

  /** The person's properties after the event: set once, set, unset. */
  static Map<String, @Nullable Object> apply(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> event) {
    if (!changesProperties(event)) {
      return before;
    }
    Map<String, @Nullable Object> after = new LinkedHashMap<>(before);
    if (event.get(SET_ONCE) instanceof Map<?, ?> once) {
      once.forEach((key, value) -> putIfMissing(after, String.valueOf(key), value));
    }
    if (event.get(SET) instanceof Map<?, ?> set) {
      set.forEach((key, value) -> after.put(String.valueOf(key), value));
    }
    if (event.get(UNSET) instanceof Collection<?> unset) {
      unset.forEach(key -> after.remove(String.valueOf(key)));
    }
    return after;
  }

  private static void putIfMissing(
      Map<String, @Nullable Object> into, String key, @Nullable Object value) {
    if (!into.containsKey(key)) {
      into.put(key, value);
    }
  }

  /** The uuid of the person first seen under an id of a project: always the same (version 5). */
  static UUID uuid(long project, String distinctId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update("dev.facet.person:".getBytes(UTF_8));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(project).flip());
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(distinctId.getBytes(UTF_8)));
      long high = hash.getLong() & ~0xF000L | 0x5000L;
      long low = hash.getLong() & ~(3L << 62) | 1L << 63;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
