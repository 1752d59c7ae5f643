package dev.facet.api.facet.board;

import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;

import dev.facet.access.Accounts;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.dashboard.Dashboards;
import java.util.List;

/** The index of dashboards' settings. */
public final class SettingsRoutes {
  private static final String PROJECT = "/facet/v1/projects/{project}";
  private static final String SETTINGS = PROJECT + "/dashboards/{id}/settings";

  private SettingsRoutes() {}

  public static List<Route> of(Dashboards dashboards, Accounts accounts) {
    SettingsResource settings = new SettingsResource(dashboards, accounts);
    Requirement read = Requirement.scope("dashboard:read");
    Requirement write = Requirement.scope("dashboard:write");
    return List.of(
        Route.of(GET, SETTINGS, read, "What is said about a dashboard", settings::show),
        Route.of(PATCH, SETTINGS, write, "Say other things about it", settings::change),
        Route.of(GET, PROJECT + "/tags", read, "The tags in use", settings::tags));
  }
}
