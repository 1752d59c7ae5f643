package dev.facet.query;

import dev.facet.model.Project;
import java.time.DayOfWeek;
import java.time.ZoneId;

/** What planning needs to know about the project a query is asked in. */
public record Definitions(ZoneId zone, DayOfWeek weekStart, Filter testAccounts) {

  /** The definitions of a project that has no test accounts named. */
  public static Definitions of(Project project) {
    return new Definitions(project.zone(), project.weekStart(), Filter.ALL);
  }
}
