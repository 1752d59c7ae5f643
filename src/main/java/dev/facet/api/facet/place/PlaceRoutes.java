package dev.facet.api.facet.place;

import static dev.facet.api.http.Method.GET;

import dev.facet.access.Accounts;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.dashboard.Dashboards;
import dev.facet.definition.Glossary;
import java.util.List;

/** The index of pages with dashboards on them. */
public final class PlaceRoutes {
  private static final String PROJECT = "/facet/v1/projects/{project}";

  private PlaceRoutes() {}

  public static List<Route> of(Dashboards dashboards, Accounts accounts, Glossary glossary) {
    PlacesResource places = new PlacesResource(dashboards, accounts);
    SegmentsResource segments = new SegmentsResource(glossary);
    Requirement read = Requirement.scope("dashboard:read");
    return List.of(
        Route.of(GET, PROJECT + "/places/{scope}", read, "What stands on a page", places::list),
        Route.of(GET, PROJECT + "/segments", read, "The segments there are", segments::list));
  }
}
