package dev.facet.query.text.odata;

/** What kind of value an expression has. */
public enum ValueType {
  TEXT("text"),
  NUMBER("a number"),
  INSTANT("a date-time"),
  TRUTH("true or false"),
  /** Of null, which can be compared with everything. */
  NOTHING("null");

  private final String phrase;

  ValueType(String phrase) {
    this.phrase = phrase;
  }

  /** The type in a sentence. */
  String phrase() {
    return phrase;
  }

  /** Whether values of both can be compared. */
  boolean isLike(ValueType other) {
    return this == other || this == NOTHING || other == NOTHING;
  }
}
