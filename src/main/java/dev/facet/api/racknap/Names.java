package dev.facet.api.racknap;

import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Reader;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import org.jspecify.annotations.Nullable;

/** A name is that of one dashboard among those the caller sees, blanks around it not counted. */
final class Names {
  private Names() {}

  /**
   * Refuses a name that another dashboard has.
   *
   * @param own the dashboard that is to have it, and may keep the name it has; null for a new one
   */
  static void requireFree(Reader reader, String name, @Nullable Dashboard own) {
    if (own != null && name(own).equals(name)) {
      return;
    }
    boolean taken =
        reader.list(new DashboardSearch().nameHas(name)).items().stream()
            .anyMatch(other -> name(other).equals(name));
    if (taken) {
      throw new FailureException(
          new Failure.Conflict("duplicate_dashboard", "Dashboard name already exists", 0, 0));
    }
  }

  private static String name(Dashboard dashboard) {
    return RackNapWire.text(dashboard.registration().name()).strip();
  }
}
