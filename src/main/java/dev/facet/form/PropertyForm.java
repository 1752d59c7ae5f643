package dev.facet.form;

import dev.facet.model.FailureException;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.SessionValue;
import dev.facet.query.PropertyRef.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of values that are read for each event: whose they are, and their key. */
final class PropertyForm {
  private static final List<String> TYPES =
      List.of("event", "person", "session", "group", "event_metadata");

  private PropertyForm() {}

  /**
   * The value that a type and a key name.
   *
   * @param at the paths of type, key and index
   * @param group the index of the type of group, null when not said
   */
  static PropertyRef read(@Nullable String type, String key, @Nullable Integer group, Paths at) {
    return switch (type) {
      case null -> new PropertyRef(Source.EVENT, key);
      case "event" -> new PropertyRef(Source.EVENT, key);
      case "person" -> new PropertyRef(Source.PERSON, key);
      case "session" -> {
        known(key, SessionValue.of(key).isPresent(), SessionValue.keys(), at);
        yield new PropertyRef(Source.SESSION, key);
      }
      case "event_metadata" -> {
        known(key, PropertyRef.METADATA.contains(key), PropertyRef.METADATA, at);
        yield new PropertyRef(Source.METADATA, key);
      }
      case "group" -> group(key, group, at);
      default -> throw Fields.notOneOf(at.type(), type, at.types());
    };
  }

  /** Where the parts of a name stand, and which types are allowed there. */
  record Paths(String type, String key, String group, List<String> types) {
    static Paths of(Fields fields, String type, String key, String group) {
      return new Paths(fields.path(type), fields.path(key), fields.path(group), TYPES);
    }

    Paths with(String... more) {
      List<String> all = new java.util.ArrayList<>(types);
      all.addAll(List.of(more));
      return new Paths(type, key, group, all);
    }
  }

  private static void known(String key, boolean known, List<String> keys, Paths at) {
    if (!known) {
      throw Fields.notOneOf(at.key(), key, keys);
    }
  }

  private static PropertyRef group(String key, @Nullable Integer index, Paths at) {
    int known = groupIndex(index, at.group());
    return key.equals("$group_key") ? PropertyRef.groupKey(known) : PropertyRef.ofGroup(known, key);
  }

  /** The index of a type of groups, which must be there. */
  static int groupIndex(@Nullable Integer index, String path) {
    if (index == null) {
      throw FailureException.invalid(
          "required", path, "Say which type of group: its index, 0 to 4.");
    }
    if (index < 0 || index >= PropertyRef.GROUPS) {
      throw FailureException.invalid(
          "group_type_index", path, "Types of groups have the indexes 0 to 4, not " + index + ".");
    }
    return index;
  }

  /** Refuses to compare a value with what it can never be. */
  static void checkComparable(PropertyRef property, Operator operator, String path) {
    boolean fits =
        switch (operator) {
          case IS_SET, IS_NOT_SET -> true;
          case DATE_EXACT, DATE_BEFORE, DATE_AFTER -> true;
          case GT, GTE, LT, LTE, BETWEEN, NOT_BETWEEN -> isNumber(property);
          case EXACT, IS_NOT, ICONTAINS, NOT_ICONTAINS, REGEX, NOT_REGEX, CLEAN_PATH_EXACT ->
              !property.isTime();
        };
    if (!fits) {
      String use =
          property.isTime()
              ? "is a time: compare it with is_date_exact, is_date_before or is_date_after."
              : "is no number: this operator compares numbers.";
      throw FailureException.invalid("operator_type", path, property.key() + " " + use);
    }
  }

  /** Whether the value may be a number. */
  static boolean isNumber(PropertyRef property) {
    return switch (property.source()) {
      case EVENT, PERSON, GROUP, HOGQL -> true;
      case COHORTS, METADATA -> false;
      case SESSION ->
          SessionValue.of(property.key())
              .filter(value -> value.kind() == SessionValue.Kind.WHOLE)
              .isPresent();
    };
  }
}
