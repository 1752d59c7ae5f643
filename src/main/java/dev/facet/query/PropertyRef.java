package dev.facet.query;

/** Names a value to read for each event. */
public record PropertyRef(Source source, String key) {

  /** Whose property it is. */
  public enum Source {
    /** A property of the event. */
    EVENT,
    /** A property of the person, as it is now. */
    PERSON,
    /**
     * A column of the event itself: {@code event}, {@code distinct_id}, {@code timestamp}, {@code
     * uuid}.
     */
    METADATA
  }
}
