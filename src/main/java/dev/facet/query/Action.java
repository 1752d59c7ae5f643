package dev.facet.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named thing that persons do: events that fit any one of its steps. */
public record Action(long id, String name, List<Step> steps) {

  public Action {
    steps = List.copyOf(steps);
  }

  /**
   * Events of one name, all of them when it is null, that pass the filter. Whatever else a step
   * asks for (addresses, elements) is in the filter.
   */
  public record Step(@Nullable String event, Filter filter) {}
}
