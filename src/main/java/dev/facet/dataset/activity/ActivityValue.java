package dev.facet.dataset.activity;

import dev.facet.model.Type;
import java.util.List;

/**
 * The one table of what is known of an activity (a session): one person's events that share a
 * {@code $session_id}, or that follow each other without one by at most 30 minutes.
 */
public enum ActivityValue {
  /** The shared {@code $session_id}, else the id of the first event. */
  ID(Type.TEXT, new Formula.Id()),
  /** The number of the person. */
  PERSON(Type.INTEGER, new Formula.Person()),
  /** The time of the first event. */
  START(Type.TIME, new Formula.Start()),
  /** Whole seconds from the first event to the last. */
  DURATION(Type.INTEGER, new Formula.Seconds()),
  TYPE("activity_type", "SITE_VISIT"),
  CHANNEL("channel_id"),
  CHANNEL_NAME("channel_name"),
  BROWSER("$browser"),
  OS("$os"),
  FORM_FACTOR("$device_type"),
  SOURCE("utm_source"),
  MEDIUM("utm_medium"),
  CITY("$geoip_city_name"),
  PATH("$pathname"),
  /** Events that a user did, not those that Facet's clients send about the user. */
  USER_EVENTS(Type.INTEGER, new Formula.EventsBut(Technical.NAMES)),
  /** At most one user event. */
  BOUNCED(Type.BOOLEAN, new Formula.AtMostOne(USER_EVENTS)),
  AD_VIEWS(Type.INTEGER, new Formula.EventsOf("$ad_view")),
  AD_CLICKS(Type.INTEGER, new Formula.EventsOf("$ad_click")),
  /** Whether there is an event that reached a goal. */
  CONVERTED(Type.BOOLEAN, new Formula.Any("goal_id")),
  /** Events with a {@code revenue} that is a number. */
  TRANSACTIONS(Type.INTEGER, new Formula.Numbers("revenue")),
  /** The sum of their revenue; missing without any. */
  AMOUNT(Type.NUMBER, new Formula.Sum("revenue")),
  /** The different goals reached, none of them missing. */
  GOALS(Type.TEXTS, new Formula.Distinct("goal_id")),
  /** The different names of its events. */
  EVENT_NAMES(Type.TEXTS, new Formula.Names());

  private final Type type;
  private final Formula formula;

  ActivityValue(Type type, Formula formula) {
    this.type = type;
    this.formula = formula;
  }

  ActivityValue(String property) {
    this(Type.TEXT, new Formula.First(property, ""));
  }

  ActivityValue(String property, String otherwise) {
    this(Type.TEXT, new Formula.First(property, otherwise));
  }

  /** The type of the value; of a list when an activity has several. */
  public Type type() {
    return type;
  }

  public Formula formula() {
    return formula;
  }

  /** How a value comes out of an activity's events. */
  public sealed interface Formula {

    record Id() implements Formula {}

    record Person() implements Formula {}

    record Start() implements Formula {}

    record Seconds() implements Formula {}

    /**
     * The property of the first event that has it; of several at one time the smallest text.
     *
     * @param otherwise what it is when no event has it; empty for missing
     */
    record First(String property, String otherwise) implements Formula {}

    /** How many events of a name. */
    record EventsOf(String name) implements Formula {}

    /** How many events of other names. */
    record EventsBut(List<String> names) implements Formula {
      public EventsBut {
        names = List.copyOf(names);
      }
    }

    /** Whether another value is 0 or 1. */
    record AtMostOne(ActivityValue count) implements Formula {}

    /** Whether an event has the property. */
    record Any(String property) implements Formula {}

    /** In how many events the property is a number. */
    record Numbers(String property) implements Formula {}

    /** What the property adds up to where it is a number. */
    record Sum(String property) implements Formula {}

    /** The different texts of the property; each element of a list is one. */
    record Distinct(String property) implements Formula {}

    /** The different names of events. */
    record Names() implements Formula {}
  }

  private static final class Technical {
    static final List<String> NAMES =
        List.of(
            "$identify",
            "$create_alias",
            "$merge_dangerously",
            "$set",
            "$groupidentify",
            "$conversion",
            "$ad_view",
            "$ad_click");
  }
}
