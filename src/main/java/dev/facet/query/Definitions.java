package dev.facet.query;

import dev.facet.model.Project;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;

/**
 * What planning needs to know about the project a query is asked in.
 *
 * @param testAccounts which events are not of the project's own people
 * @param cohorts by number
 * @param actions by number
 */
public record Definitions(
    ZoneId zone,
    DayOfWeek weekStart,
    Filter testAccounts,
    Map<Long, Cohort> cohorts,
    Map<Long, Action> actions) {

  public Definitions {
    cohorts = Map.copyOf(cohorts);
    actions = Map.copyOf(actions);
  }

  /** The definitions of a project in which nobody defined anything else. */
  public Definitions(ZoneId zone, DayOfWeek weekStart, Filter testAccounts) {
    this(zone, weekStart, testAccounts, Map.of(), Map.of());
  }

  /** The definitions of a project that has no test accounts named. */
  public static Definitions of(Project project) {
    return new Definitions(project.zone(), project.weekStart(), Filter.ALL);
  }
}
