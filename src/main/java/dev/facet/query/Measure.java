package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Place;

/** What is computed over the events of a series. */
public sealed interface Measure {

  /** Who is counted, where somebody is. */
  sealed interface Actor {
    /** The person of the event; merged persons are one. */
    Actor PERSON = new Person();

    /** The person of the event; merged persons are one. */
    record Person() implements Actor {}

    /** The group the event happened in; events without one are ignored. */
    record Group(int type) implements Actor {}

    /** What an expression of HogQL gives for the event; events without it are ignored. */
    record Computed(PropertyRef value) implements Actor {}
  }

  /** Who is counted, persons where it is no actors. */
  default Actor actor() {
    return switch (this) {
      case Persons(Actor actor) -> actor;
      case ActivePersons(int _, Actor actor) -> actor;
      case FirstTime(First _, Actor actor) -> actor;
      case CountPerPerson(Summary _, Actor actor) -> actor;
      case Computed _, Count _, Sessions _, OfProperty _ -> Actor.PERSON;
    };
  }

  /** An aggregate of HogQL over the events, a number; 0 when it gives none. */
  record Computed(Syntax aggregate, Place place) implements Measure {}

  /** How many events there are. */
  record Count() implements Measure {}

  /** How many actors did it. */
  record Persons(Actor actor) implements Measure {
    public Persons() {
      this(Actor.PERSON);
    }
  }

  /**
   * How many actors did it on the day a step starts or on the days before it, {@code days} in all,
   * those before the range included. A total is about the last day of the range.
   */
  record ActivePersons(int days, Actor actor) implements Measure {
    public static final int WEEK = 7;
    public static final int MONTH = 30;

    public ActivePersons(int days) {
      this(days, Actor.PERSON);
    }
  }

  /** How many actors did it for the first time; only that event of theirs counts. */
  record FirstTime(First first, Actor actor) implements Measure {
    public FirstTime(First first) {
      this(first, Actor.PERSON);
    }
  }

  /** Which event of an actor is the first. */
  enum First {
    /** The first of the series' subject; it counts if it passes the filters. */
    EVER,
    /** The first that passes the filters. */
    MATCHING
  }

  /** How many sessions it happened in; events without one are ignored. */
  record Sessions() implements Measure {}

  /**
   * An aggregate over a number; events that lack it are ignored, 0 when none has it. Of a session's
   * number there is one value for each session and step.
   *
   * @param multiplier what the aggregate is multiplied with
   */
  record OfProperty(Summary summary, PropertyRef property, double multiplier) implements Measure {
    public OfProperty {
      if (!Double.isFinite(multiplier)) {
        throw FailureException.invalid(
            "math_multiplier", "series", "A multiplier is a number, not " + multiplier + ".");
      }
    }

    public OfProperty(Summary summary, PropertyRef property) {
      this(summary, property, 1);
    }
  }

  /** An aggregate over how many events each actor has who has any; 0 when there is none. */
  record CountPerPerson(Summary summary, Actor actor) implements Measure {
    public CountPerPerson(Summary summary) {
      this(summary, Actor.PERSON);
    }
  }

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
