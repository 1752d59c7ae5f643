package dev.facet.api.racknap;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;

import dev.facet.access.Accounts;
import dev.facet.access.Keys;
import dev.facet.access.Sessions;
import dev.facet.answer.Answers;
import dev.facet.api.Readers;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.PageSession;
import dev.facet.api.http.Method;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.api.racknap.list.ListResource;
import dev.facet.api.racknap.list.Rows;
import dev.facet.dashboard.Dashboards;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The vendor's index: method and path of everything that is served, and what serves it. */
public final class RackNapRoutes {
  private static final String ALL = "/api/dashboards";
  private static final String READ = "dashboard:read";
  private static final String WRITE = "dashboard:write";

  private final List<Route> routes = new ArrayList<>();

  private RackNapRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Accounts accounts,
      Keys keys,
      Sessions sessions,
      Attempts attempts,
      Dashboards dashboards,
      Answers answers,
      Readers readers,
      InstantSource clock) {}

  public static RouteGroup group(Parts parts) {
    RackNapRoutes index = new RackNapRoutes();
    index.dashboards(
        new ListResource(new Rows(parts.dashboards())),
        new DashboardsResource(parts.dashboards(), parts.answers(), parts.readers()));
    index.users(new UsersResource(parts.dashboards(), parts.accounts()));
    return new RouteGroup(
        "RackNap",
        List.of(ALL),
        true,
        new RackNapGuard(parts.keys(), new PageSession(parts.sessions()), parts.attempts()),
        new RackNapErrors(parts.clock()),
        index.routes);
  }

  private void dashboards(ListResource list, DashboardsResource dashboards) {
    String one = ALL + "/{id}";
    add(GET, ALL, READ, "List dashboards", call -> list.list(call.request(), call.actor()));
    add(POST, ALL, WRITE, "Make a dashboard", dashboards::create);
    add(GET, one, READ, "A dashboard and what its widgets show", dashboards::retrieve);
    add(PUT, one, WRITE, "Change a dashboard", dashboards::replace);
    add(DELETE, one, WRITE, "Delete a dashboard", dashboards::delete);
  }

  private void users(UsersResource users) {
    add(GET, ALL + "/user/{userId}", READ, "The dashboards of a user", users::list);
    add(GET, ALL + "/users/{userId}", READ, "The dashboards of a user", users::list);
  }

  private void add(
      Method method, String path, String scope, String summary, Function<Call, Response> handler) {
    routes.add(
        Route.of(
            method,
            path,
            Requirement.scope(scope),
            summary,
            request -> handler.apply(Call.of(request))));
  }
}
