package dev.facet.otql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of the tree in memory; times are in microseconds. */
final class Thing {
  final String type;
  final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  final Map<String, List<Thing>> links = new HashMap<>();
  @Nullable Thing root;

  Thing(String type) {
    this.type = type;
  }

  Thing with(String field, @Nullable Object value) {
    fields.put(field, value);
    return this;
  }

  /** When an event was. */
  long time() {
    return (Long) Objects.requireNonNull(fields.get("ts"));
  }

  List<Thing> link(String name) {
    return links.computeIfAbsent(name, n -> new ArrayList<>());
  }

  /** Every object of a type in the tree below. */
  List<Thing> all(String wanted) {
    return switch (wanted) {
      case "UserPoint" -> List.of(this);
      case "UserProfile" -> link("profiles");
      case "UserSegment" -> link("segments");
      case "UserAgent" -> link("agents");
      case "UserAccount" -> link("accounts");
      case "UserEmail" -> link("emails");
      case "UserActivity" -> link("activities");
      case "UserEvent", "ActivityEvent" -> link("events");
      default -> throw new IllegalArgumentException(wanted);
    };
  }
}
