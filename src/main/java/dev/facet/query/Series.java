package dev.facet.query;

import dev.facet.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which events one line of a chart is about and what of them is measured.
 *
 * @param name what to call the series, null for what its subject is called
 */
public record Series(Subject subject, @Nullable String name, Measure measure, Filter filter) {

  /** All events. */
  public static final Series EVERYTHING =
      new Series(new Subject.Anything(), null, new Measure.Count(), Filter.ALL);

  /** Which events, before any filter. */
  public sealed interface Subject {

    /** Those of one name. */
    record Named(String event) implements Subject {}

    /** All of them. */
    record Anything() implements Subject {}

    /** Those that an action of the project is made of. */
    record Done(long action, Place place) implements Subject {}
  }

  /** The events of one name, all when it is null. */
  public Series(@Nullable String event, @Nullable String name, Measure measure, Filter filter) {
    this(event == null ? new Subject.Anything() : new Subject.Named(event), name, measure, filter);
  }

  /** What the series is called when nobody says otherwise. */
  public String label(Definitions definitions) {
    return name != null ? name : subjectName(definitions);
  }

  /** What the events of the series are called. */
  public String subjectName(Definitions definitions) {
    return switch (subject) {
      case Subject.Named(String event) -> event;
      case Subject.Anything() -> "All events";
      case Subject.Done(long action, Place _) -> {
        Action known = definitions.actions().get(action);
        yield known == null ? "Action " + action : known.name();
      }
    };
  }
}
