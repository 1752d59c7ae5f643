package dev.facet.api.facet.link;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;

import dev.facet.access.Accounts;
import dev.facet.access.share.Links;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.dashboard.Dashboards;
import java.time.InstantSource;
import java.util.List;

/** The index of dashboards' links. */
public final class LinkRoutes {
  private static final String ALL = "/facet/v1/projects/{project}/dashboards/{id}/links";
  private static final String ONE = ALL + "/{link}";

  private LinkRoutes() {}

  public static List<Route> of(
      Links links, Dashboards dashboards, Accounts accounts, InstantSource clock) {
    LinksResource resource = new LinksResource(links, dashboards, accounts, clock);
    Requirement read = Requirement.scope("sharing_configuration:read");
    Requirement write = Requirement.scope("sharing_configuration:write");
    return List.of(
        Route.of(GET, ALL, read, "The public links of a dashboard", resource::list),
        Route.of(POST, ALL, write, "Make a public link", resource::make),
        Route.of(PATCH, ONE, write, "Change a public link", resource::change),
        Route.of(DELETE, ONE, write, "Revoke a public link", resource::revoke));
  }
}
