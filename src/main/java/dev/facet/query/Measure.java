package dev.facet.query;

/** What is computed over the events of a series. */
public sealed interface Measure {

  /** How many events there are. */
  record Count() implements Measure {}

  /** How many persons did it; merged persons count once. */
  record Persons() implements Measure {}

  /** An aggregate over a number; events that lack it are ignored, 0 when none has it. */
  record OfProperty(Summary summary, PropertyRef property) implements Measure {}

  /** How numbers become one number. */
  enum Summary {
    SUM,
    AVG,
    MIN,
    MAX
  }
}
