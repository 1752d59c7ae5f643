package dev.facet.api.facet;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;
import static dev.facet.api.http.Requirement.KNOWN;
import static dev.facet.api.http.Requirement.NOTHING;

import dev.facet.access.Accounts;
import dev.facet.access.Keys;
import dev.facet.access.Members;
import dev.facet.access.Sessions;
import dev.facet.access.audit.Audit;
import dev.facet.access.share.Links;
import dev.facet.access.share.Shares;
import dev.facet.answer.Answers;
import dev.facet.api.Readers;
import dev.facet.api.caller.Attempts;
import dev.facet.api.facet.assignment.AssignmentsResource;
import dev.facet.api.facet.audit.AuditResource;
import dev.facet.api.facet.board.CardsResource;
import dev.facet.api.facet.board.DashboardsResource;
import dev.facet.api.facet.board.RevisionsResource;
import dev.facet.api.facet.board.SettingsRoutes;
import dev.facet.api.facet.board.TemplatesResource;
import dev.facet.api.facet.definition.DefinitionRoutes;
import dev.facet.api.facet.inventory.InventoryRoutes;
import dev.facet.api.facet.link.LinkRoutes;
import dev.facet.api.facet.live.LiveResource;
import dev.facet.api.facet.people.PeopleRoutes;
import dev.facet.api.facet.place.PlaceRoutes;
import dev.facet.api.facet.point.PointResource;
import dev.facet.api.facet.project.ProjectRoutes;
import dev.facet.api.facet.row.RowRoutes;
import dev.facet.api.facet.screen.DataResource;
import dev.facet.api.facet.screen.FilesResource;
import dev.facet.api.facet.screen.Screens;
import dev.facet.api.facet.screen.ValueLists;
import dev.facet.api.facet.social.SocialRoutes;
import dev.facet.api.facet.word.WordsResource;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Handler;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.catalog.Catalog;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.template.Templates;
import dev.facet.definition.Glossary;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.sheet.Imports;
import dev.facet.report.Reports;
import dev.facet.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The index of our own API, and of the web page. */
public final class FacetRoutes {
  private static final String V1 = "/facet/v1";
  private static final String DASHBOARDS = V1 + "/projects/{project}/dashboards";
  private static final String DASHBOARD = DASHBOARDS + "/{id}";

  private FacetRoutes() {}

  /**
   * What the resources work with.
   *
   * @param notices what an operator should know about the start
   * @param control the credential of the operator's command line
   * @param cacheBytes how many bytes of ready answers are kept
   */
  public record Parts(
      Catalog catalog,
      Accounts accounts,
      Members members,
      Keys keys,
      Sessions sessions,
      Dashboards dashboards,
      Templates templates,
      Glossary glossary,
      Shares shares,
      Links links,
      Store store,
      Ingest ingest,
      Answers answers,
      Readers readers,
      Reports reports,
      SocialRoutes.Parts social,
      Attempts attempts,
      InstantSource clock,
      List<String> notices,
      String control,
      long cacheBytes) {}

  /**
   * Our own API.
   *
   * @param openApi the description of all served paths, as JSON
   */
  public static RouteGroup api(Parts parts, Supplier<byte[]> openApi) {
    List<Route> routes = new ArrayList<>(server(parts, openApi));
    routes.addAll(session(parts));
    Screens screens = new Screens(parts);
    ValueLists lists = new ValueLists(parts.dashboards(), parts.readers(), parts.answers());
    routes.addAll(dashboards(parts, new DataResource(screens, lists)));
    routes.add(behind(parts, screens));
    routes.add(live(parts));
    routes.addAll(files(parts));
    routes.addAll(history(parts));
    routes.addAll(
        TemplatesResource.routes(parts.templates(), parts.dashboards(), parts.accounts()));
    routes.addAll(SettingsRoutes.of(parts.dashboards(), parts.accounts()));
    routes.addAll(PlaceRoutes.of(parts.dashboards(), parts.accounts(), parts.glossary()));
    routes.addAll(words(parts));
    routes.addAll(DefinitionRoutes.of(parts.glossary(), parts.ingest()));
    routes.addAll(shares(parts, screens, lists));
    routes.addAll(
        LinkRoutes.of(parts.links(), parts.dashboards(), parts.accounts(), parts.clock()));
    routes.addAll(datasets(parts));
    routes.addAll(people(parts));
    routes.addAll(ProjectRoutes.of(parts.accounts(), parts.glossary()));
    routes.addAll(InventoryRoutes.of(parts.store(), parts.readers()));
    routes.addAll(SocialRoutes.of(parts.social()));
    routes.addAll(assignments(parts));
    routes.addAll(control(parts));
    return new RouteGroup(
        "facet",
        List.of(V1, "/health"),
        true,
        new FacetGuard(parts.keys(), parts.sessions(), parts.attempts()),
        new FacetErrors(),
        routes);
  }

  private static List<Route> server(Parts parts, Supplier<byte[]> openApi) {
    HealthResource health = new HealthResource(parts.ingest()::state, parts.notices());
    FlushResource flush = new FlushResource(parts.ingest(), parts.store());
    return List.of(
        Route.of(GET, "/health", NOTHING, "How the server is", health::health),
        Route.of(
            GET,
            V1 + "/openapi.json",
            NOTHING,
            "This description",
            request -> Response.bytes(200, Response.JSON, openApi.get())),
        Route.of(POST, V1 + "/flush", KNOWN, "Wait until all is visible", flush::flush));
  }

  private static List<Route> session(Parts parts) {
    SessionResource session =
        new SessionResource(parts.accounts(), parts.sessions(), parts.attempts());
    return List.of(
        Route.of(GET, V1 + "/setup", NOTHING, "Whether to set up", session::setupNeeded),
        Route.of(POST, V1 + "/setup", NOTHING, "Set up a new server", session::setUp),
        Route.of(GET, V1 + "/me", KNOWN, "Who calls", session::me),
        Route.of(GET, V1 + "/session", KNOWN, "Who is logged in", session::session),
        Route.of(POST, V1 + "/login", NOTHING, "Log in", session::logIn),
        Route.of(POST, V1 + "/logout", NOTHING, "Log out", session::logOut));
  }

  private static List<Route> dashboards(Parts parts, DataResource data) {
    DashboardsResource boards = new DashboardsResource(parts.dashboards(), parts.accounts());
    Requirement read = Requirement.scope("dashboard:read");
    Requirement write = Requirement.scope("dashboard:write");
    return List.of(
        Route.of(GET, DASHBOARDS, read, "List dashboards", boards::list),
        Route.of(POST, DASHBOARDS, write, "Make a dashboard", boards::create),
        Route.of(GET, DASHBOARD, read, "A dashboard and what is on it", boards::get),
        Route.of(PUT, DASHBOARD, write, "Replace a dashboard", boards::replace),
        Route.of(PATCH, DASHBOARD, write, "Change parts of a dashboard", boards::patch),
        Route.of(DELETE, DASHBOARD, write, "Put a dashboard into the trash", boards::delete),
        Route.of(POST, DASHBOARD + "/restore", write, "Take it out again", boards::restore),
        Route.of(
            GET, DASHBOARD + "/data", KNOWN, "All its charts, whole or one by one", data::data),
        Route.of(
            POST,
            V1 + "/projects/{project}/query",
            KNOWN,
            "The answer to one question",
            data::preview),
        Route.of(
            GET,
            DASHBOARD + "/filters/{name}/values",
            KNOWN,
            "The values of one of its filters",
            data::values));
  }

  private static Route live(Parts parts) {
    LiveResource live = new LiveResource(parts.store(), LiveResource.Pace.USUAL);
    return Route.of(
        GET,
        V1 + "/projects/{project}/live",
        Requirement.scope("dashboard:read"),
        "How far the project's data reaches, as it goes on",
        live::stream);
  }

  private static Route behind(Parts parts, Screens screens) {
    PointResource points =
        new PointResource(screens, parts.readers(), parts.answers(), parts.clock());
    return Route.of(
        GET,
        DASHBOARD + "/charts/{chart}/behind",
        Requirement.scope("query:read"),
        "The persons, events or rows behind a point of a chart",
        points::behind);
  }

  private static List<Route> files(Parts parts) {
    FilesResource files = new FilesResource(parts.reports(), parts.readers());
    String chart = DASHBOARD + "/charts/{chart}";
    return List.of(
        Route.of(
            GET, DASHBOARD + "/export/{format}", KNOWN, "A dashboard as a file", files::dashboard),
        Route.of(GET, chart + "/export/{format}", KNOWN, "A chart as a file", files::chart));
  }

  private static List<Route> history(Parts parts) {
    RevisionsResource history = new RevisionsResource(parts.dashboards(), parts.accounts());
    CardsResource cards = new CardsResource(parts.dashboards(), parts.accounts());
    Requirement read = Requirement.scope("dashboard:read");
    Requirement write = Requirement.scope("dashboard:write");
    String revisions = DASHBOARD + "/revisions";
    String revision = revisions + "/{revision}";
    return List.of(
        Route.of(GET, revisions, read, "A dashboard's history", history::list),
        Route.of(GET, revision, read, "A dashboard as it was", history::get),
        Route.of(
            POST, revision + "/restore", write, "Bring an earlier revision back", history::restore),
        Route.of(
            POST,
            DASHBOARD + "/cards/{card}/move",
            write,
            "Move a card to another dashboard",
            cards::move));
  }

  private static List<Route> words(Parts parts) {
    WordsResource words = new WordsResource(parts.store(), parts.readers());
    Requirement read = Requirement.scope("query:read");
    String all = V1 + "/projects/{project}/words";
    return List.of(
        Route.of(GET, all, read, "Names that questions may use", words::list),
        Route.of(POST, all + "/otql", read, "What may come next in OTQL", words::otql));
  }

  private static List<Route> shares(Parts parts, Screens screens, ValueLists lists) {
    SharesResource shares =
        new SharesResource(
            parts.shares(),
            new SharedForm(parts.dashboards(), parts.readers()),
            parts.accounts()::project,
            screens,
            lists,
            new FilesResource(parts.reports(), parts.readers()));
    String share = V1 + "/shares/{token}";
    return List.of(
        Route.of(GET, share, NOTHING, "What a link shows", shares::show),
        Route.of(GET, share + "/data", NOTHING, "All its charts", shares::data),
        Route.of(
            GET,
            share + "/filters/{name}/values",
            NOTHING,
            "The values of one of its filters",
            shares::values),
        Route.of(GET, share + "/export/{format}", NOTHING, "It as a file", shares::file),
        Route.of(
            GET,
            share + "/charts/{chart}/export/{format}",
            NOTHING,
            "A chart as a file",
            shares::file));
  }

  private static List<Route> datasets(Parts parts) {
    List<Route> routes =
        new ArrayList<>(
            RowRoutes.of(
                parts.ingest(),
                parts.store(),
                new Imports(parts.catalog(), parts.clock()),
                parts.accounts()));
    routes.add(
        Route.of(
            GET,
            V1 + "/projects/{project}/datasets",
            Requirement.scope("project:read"),
            "What can be reported: columns, dimensions, metrics",
            new DatasetsResource()::list));
    return routes;
  }

  private static List<Route> people(Parts parts) {
    AuditResource audit = new AuditResource(new Audit(parts.catalog()), parts.accounts());
    List<Route> routes =
        new ArrayList<>(
            PeopleRoutes.of(
                new PeopleRoutes.Parts(
                    parts.accounts(),
                    parts.members(),
                    parts.keys(),
                    parts.sessions(),
                    parts.attempts())));
    routes.add(Route.of(GET, V1 + "/audit", KNOWN, "Who did what", audit::list));
    return routes;
  }

  private static List<Route> assignments(Parts parts) {
    AssignmentsResource assignments = new AssignmentsResource(parts.dashboards(), parts.accounts());
    Requirement read = Requirement.scope("dashboard:read");
    Requirement write = Requirement.scope("dashboard:write");
    String all = V1 + "/projects/{project}/users/{user}/dashboards";
    String one = all + "/{id}";
    return List.of(
        Route.of(GET, all, read, "The dashboards a user was given", assignments::list),
        Route.of(PUT, one, write, "Give a user a dashboard", assignments::assign),
        Route.of(DELETE, one, write, "Take it from the user", assignments::unassign));
  }

  private static List<Route> control(Parts parts) {
    ControlResource control =
        new ControlResource(parts.accounts(), parts.keys(), parts.attempts(), parts.control());
    String keys = V1 + "/control/keys";
    return List.of(
        Route.of(GET, keys, NOTHING, "For the command line: list keys", control::keys),
        Route.of(POST, keys, NOTHING, "For the command line: make a key", control::createKey),
        Route.of(
            DELETE,
            keys + "/{id}",
            NOTHING,
            "For the command line: revoke a key",
            control::revokeKey));
  }

  /** The web page as people see it who followed a link: by itself, or in a frame. */
  public record SharedPage(Handler plain, Handler embedded, Errors errors) {
    public static SharedPage of() {
      PageResource page = new PageResource();
      return new SharedPage(page::shared, page::embedded, new PageErrors(page));
    }
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
            Route.of(GET, "/account", NOTHING, "The web page", page::page),
            Route.of(GET, "/welcome", NOTHING, "The web page", page::page),
            Route.of(GET, "/p/{path*}", NOTHING, "The web page", page::page),
            Route.of(GET, "/favicon.ico", NOTHING, "The web page's icon", page::file),
            Route.of(GET, "/facet.svg", NOTHING, "The web page's icon", page::file),
            Route.of(GET, "/assets/{path*}", NOTHING, "A part of the web page", page::asset));
    return new RouteGroup("page", List.of("/"), true, Guard.NONE, new PageErrors(page), routes);
  }
}
