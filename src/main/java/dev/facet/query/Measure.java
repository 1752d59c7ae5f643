package dev.facet.query;

/** What is computed over the events of a series. */
public sealed interface Measure {

  /** How many events there are. */
  record Count() implements Measure {}

  /** How many persons did it; merged persons count once. */
  record Persons() implements Measure {}

  /**
   * How many persons did it on the day a step starts or on the days before it, {@code days} in all,
   * those before the range included. A total is about the last day of the range.
   */
  record ActivePersons(int days) implements Measure {
    public static final int WEEK = 7;
    public static final int MONTH = 30;
  }

  /** How many persons did it for the first time; only that event of theirs counts. */
  record FirstTime(First first) implements Measure {}

  /** Which event of a person is the first. */
  enum First {
    /** The first of the series' name; it counts if it passes the filters. */
    EVER,
    /** The first that passes the filters. */
    MATCHING
  }

  /** How many sessions it happened in; events without one are ignored. */
  record Sessions() implements Measure {}

  /** An aggregate over a number; events that lack it are ignored, 0 when none has it. */
  record OfProperty(Summary summary, PropertyRef property) implements Measure {}

  /** An aggregate over how many events each person has who has any; 0 when there is none. */
  record CountPerPerson(Summary summary) implements Measure {}

  /** How numbers become one number. */
  enum Summary {
    SUM,
    AVG,
    MIN,
    MAX,
    /** The value in the middle; between two, the middle of them. */
    MEDIAN,
    /** The value that 75 of 100 do not exceed; between two, as far between them. */
    P75,
    P90,
    P95,
    P99
  }
}
