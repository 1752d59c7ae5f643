package dev.facet.query;

import org.jspecify.annotations.Nullable;

/**
 * Which events one line of a chart is about and what of them is measured.
 *
 * @param event the event's name, null for all events
 * @param name what to call the series, null for the event's name
 */
public record Series(
    @Nullable String event, @Nullable String name, Measure measure, Filter filter) {

  /** What the series is called when nobody says otherwise. */
  public String label() {
    if (name != null) {
      return name;
    }
    return event == null ? "All events" : event;
  }
}
