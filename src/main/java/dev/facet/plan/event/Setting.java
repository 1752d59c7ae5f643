package dev.facet.plan.event;

import dev.facet.model.FailureException;
import dev.facet.model.Place;
import dev.facet.plan.hogql.OverEvents;
import dev.facet.plan.time.Calendar;
import dev.facet.query.Action;
import dev.facet.query.Cohort;
import dev.facet.query.Definitions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The project a question is asked in, and when. */
public record Setting(Definitions definitions, Calendar calendar, Instant now) {

  public static Setting of(Definitions definitions, Instant now) {
    return new Setting(definitions, new Calendar(definitions.zone(), definitions.weekStart()), now);
  }

  /** HogQL about the events of the project, told of mistakes at a place. */
  OverEvents hogql(Place place) {
    String path = place.path();
    return new OverEvents(this, path == null ? "query" : path);
  }

  /** The action of this number; a failure at {@code place} when the project has none. */
  Action action(long id, Place place) {
    return found("action", id, definitions.actions(), place);
  }

  /** The cohort of this number; a failure at {@code place} when the project has none. */
  Cohort cohort(long id, Place place) {
    return found("cohort", id, definitions.cohorts(), place);
  }

  private static <T> T found(String kind, long id, Map<Long, T> known, Place place) {
    @Nullable T found = known.get(id);
    if (found == null) {
      throw FailureException.invalid(
          "unknown_" + kind, place.path(), "There is no " + kind + " " + id + known(known) + ".");
    }
    return found;
  }

  private static String known(Map<Long, ?> known) {
    if (known.isEmpty()) {
      return "; the project has none";
    }
    return "; there are "
        + String.join(
            ", ", new TreeSet<>(known.keySet()).stream().limit(10).map(String::valueOf).toList())
        + (known.size() > 10 ? " and others" : "");
  }
}
