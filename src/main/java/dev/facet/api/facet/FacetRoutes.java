package dev.facet.api.facet;

import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Requirement.KNOWN;
import static dev.facet.api.http.Requirement.NOTHING;

import dev.facet.access.Accounts;
import dev.facet.access.Keys;
import dev.facet.access.Sessions;
import dev.facet.api.http.Attempts;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.ingest.Ingest;
import dev.facet.store.Store;
import java.util.List;
import java.util.function.Supplier;

/** The index of our own API, and of the web page. */
public final class FacetRoutes {
  private static final String V1 = "/facet/v1";

  private FacetRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Accounts accounts,
      Keys keys,
      Sessions sessions,
      Attempts attempts,
      Ingest ingest,
      Store store,
      List<String> notices) {}

  /**
   * Our own API.
   *
   * @param openApi the description of all served paths, as JSON
   */
  public static RouteGroup api(Parts parts, Supplier<byte[]> openApi) {
    SessionResource session =
        new SessionResource(parts.accounts(), parts.sessions(), parts.attempts());
    HealthResource health = new HealthResource(parts.ingest()::state, parts.notices());
    FlushResource flush = new FlushResource(parts.ingest(), parts.store());
    List<Route> routes =
        List.of(
            Route.of(GET, "/health", NOTHING, "How the server is", health::health),
            Route.of(
                GET,
                V1 + "/openapi.json",
                NOTHING,
                "This description",
                request -> Response.bytes(200, Response.JSON, openApi.get())),
            Route.of(GET, V1 + "/setup", NOTHING, "Whether to set up", session::setupNeeded),
            Route.of(POST, V1 + "/setup", NOTHING, "Set up a new server", session::setUp),
            Route.of(GET, V1 + "/session", KNOWN, "Who is logged in", session::session),
            Route.of(POST, V1 + "/login", NOTHING, "Log in", session::logIn),
            Route.of(POST, V1 + "/logout", NOTHING, "Log out", session::logOut),
            Route.of(POST, V1 + "/flush", KNOWN, "Wait until all is visible", flush::flush));
    return new RouteGroup(
        "facet",
        List.of(V1, "/health"),
        true,
        new FacetGuard(parts.keys(), parts.sessions(), parts.attempts()),
        new FacetErrors(),
        routes);
  }

  /** The web page; its errors answer for every path that belongs to no dialect. */
  public static RouteGroup page() {
    PageResource page = new PageResource();
    List<Route> routes =
        List.of(
            Route.of(GET, "/", NOTHING, "The web page", page::page),
            Route.of(GET, "/login", NOTHING, "The web page", page::page),
            Route.of(GET, "/setup", NOTHING, "The web page", page::page),
            Route.of(GET, "/dashboards", NOTHING, "The web page", page::page),
            Route.of(GET, "/p/{path*}", NOTHING, "The web page", page::page),
            Route.of(GET, "/favicon.ico", NOTHING, "The web page's icon", page::file),
            Route.of(GET, "/facet.svg", NOTHING, "The web page's icon", page::file),
            Route.of(GET, "/assets/{path*}", NOTHING, "A part of the web page", page::asset));
    return new RouteGroup("page", List.of("/"), true, Guard.NONE, new PageErrors(page), routes);
  }
}
