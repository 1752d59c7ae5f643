package dev.facet.ingest.learn;

import dev.facet.query.type.PropertyType;
import org.jspecify.annotations.Nullable;

/** A name, when it was seen first and last, in whole hours, and what its values are. */
final class Seen {
  final String owner;
  final String name;
  @Nullable PropertyType type;
  long first;
  long last;

  /** Whether some value was a list or object; null when not all values were looked at. */
  @Nullable Boolean nested;

  /** Whether the store does not know this yet. */
  boolean changed;

  /** Whether the store does not know yet whether it is nested. */
  boolean nestingChanged;

  Seen(String owner, String name, @Nullable PropertyType type, long first, long last) {
    this.owner = owner;
    this.name = name;
    this.type = type;
    this.first = first;
    this.last = last;
  }

  /** Takes note of an hour; false when that changes nothing. */
  boolean at(long hour) {
    if (hour >= first && hour <= last) {
      return false;
    }
    first = Math.min(first, hour);
    last = Math.max(last, hour);
    return true;
  }

  /** Takes note of the first value of all. */
  void begin(boolean isNested) {
    nested = isNested;
    nestingChanged = true;
  }

  /** Takes note of a value; false when it does not make a plain property a nested one. */
  boolean nest(@Nullable Object value) {
    if (!Boolean.FALSE.equals(nested) || !ValueTypes.isNested(value)) {
      return false;
    }
    begin(true);
    return true;
  }

  /** Takes note of a value; false when that changes nothing. Types only ever widen to text. */
  boolean as(@Nullable Object value) {
    if (type == PropertyType.STRING) {
      return false;
    }
    PropertyType other = ValueTypes.of(value);
    if (other == null || other == type) {
      return false;
    }
    type = type == null ? other : PropertyType.STRING;
    return true;
  }
}
