package dev.facet.query.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of a project's properties, as they were recognised or named by hand.
 *
 * @param byOwner for {@link #EVENT}, {@link #PERSON} and each {@link #group}, the types by name
 * @param plain by owner, the properties no value of which ever was a list or object, as far as that
 *     is known
 */
public record PropertyTypes(
    Map<String, Map<String, PropertyType>> byOwner, Map<String, Set<String>> plain) {
  public static final String EVENT = "event";
  public static final String PERSON = "person";
  private static final String GROUP = "group_";

  /**
   * The owner of what datasets besides events measure by name, such as {@code metrics}: numbers.
   */
  public static final String MEASURED = "measured";

  /** Nothing is known of any property. */
  public static final PropertyTypes NONE = new PropertyTypes(Map.of());

  public PropertyTypes {
    byOwner =
        byOwner.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, owner -> Map.copyOf(owner.getValue())));
    plain =
        plain.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, owner -> Set.copyOf(owner.getValue())));
  }

  /** Types of properties that may hold lists. */
  public PropertyTypes(Map<String, Map<String, PropertyType>> byOwner) {
    this(byOwner, Map.of());
  }

  /** The owner of properties of groups whose type has this index. */
  public static String group(int index) {
    return GROUP + index;
  }

  /** The type of an event's property, null when no value of it was seen. */
  public @Nullable PropertyType event(String name) {
    return of(EVENT, name);
  }

  /** The type of a person's property, null when no value of it was seen. */
  public @Nullable PropertyType person(String name) {
    return of(PERSON, name);
  }

  /** The type of a property of groups of a type, null when no value of it was seen. */
  public @Nullable PropertyType group(int index, String name) {
    return of(group(index), name);
  }

  /** These types, but those of {@code others} where they name one. */
  public PropertyTypes overruledBy(PropertyTypes others) {
    if (others.byOwner.isEmpty()) {
      return this;
    }
    Map<String, Map<String, PropertyType>> all = new HashMap<>();
    byOwner.forEach((owner, types) -> all.put(owner, new HashMap<>(types)));
    others.byOwner.forEach(
        (owner, types) -> all.computeIfAbsent(owner, o -> new HashMap<>()).putAll(types));
    return new PropertyTypes(all, plain);
  }

  /** Whether it is known that no value of a property of an owner is a list or object. */
  public boolean isPlain(String owner, String name) {
    return plain.getOrDefault(owner, Set.of()).contains(name);
  }

  /** The type of a property of an owner, null when no value of it was seen. */
  public @Nullable PropertyType of(String owner, String name) {
    Map<String, PropertyType> types = byOwner.get(owner);
    return types == null ? null : types.get(name);
  }
}
