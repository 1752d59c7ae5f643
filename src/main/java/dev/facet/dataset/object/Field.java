package dev.facet.dataset.object;

/**
 * A value of each object of a type.
 *
 * @param source the column that holds it; the key among the properties of a {@link Kind#PROPERTY}
 */
public record Field(String name, Kind kind, String source) {

  /** What its values are. */
  public enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    FLAG,
    /** A time, told in milliseconds since 1970. */
    TIMESTAMP,
    /** A time, told as ISO text. */
    DATE,
    /** Whatever was sent: one value of any type, several, or an object. */
    PROPERTY;

    /** Whether it is a time. */
    public boolean isTime() {
      return this == TIMESTAMP || this == DATE;
    }
  }
}
