package dev.facet.api.posthog;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;
import static dev.facet.api.http.Requirement.NOTHING;

import dev.facet.access.Accounts;
import dev.facet.access.Keys;
import dev.facet.access.Sessions;
import dev.facet.access.share.Shares;
import dev.facet.answer.Answers;
import dev.facet.answer.Jobs;
import dev.facet.api.Readers;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.PageSession;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Handler;
import dev.facet.api.http.Method;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.api.posthog.annotation.AnnotationsResource;
import dev.facet.api.posthog.annotation.Themes;
import dev.facet.api.posthog.definition.DefinitionRoutes;
import dev.facet.api.posthog.export.ExportRoutes;
import dev.facet.api.posthog.export.Files;
import dev.facet.api.posthog.export.Previews;
import dev.facet.api.posthog.people.ActivityResource;
import dev.facet.api.posthog.people.CollaboratorsResource;
import dev.facet.api.posthog.share.Shared;
import dev.facet.api.posthog.share.SharedCalls;
import dev.facet.api.posthog.share.SharedPages;
import dev.facet.api.posthog.share.SharingResource;
import dev.facet.api.posthog.template.TemplatesResource;
import dev.facet.api.posthog.wire.Asked;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.annotation.Annotations;
import dev.facet.dashboard.collaborator.Collaborators;
import dev.facet.dashboard.template.Templates;
import dev.facet.definition.Glossary;
import dev.facet.ingest.Ingest;
import dev.facet.report.Reports;
import dev.facet.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The vendor's index: method and path of everything that is served, and what serves it. */
public final class PostHogRoutes {
  /** The part of a path that names the project. */
  static final String PROJECT = "project";

  /** An environment is the project of the same number. */
  private static final List<String> PROJECTS =
      List.of("/api/projects/{project}", "/api/environments/{project}");

  /** Old paths that name no project: the caller's own is meant. */
  private static final Map<String, String> HOMES =
      Map.of("/dashboards", "/api/dashboard", "/insights", "/api/insight");

  private final List<Route> routes = new ArrayList<>();
  private final Collaborators collaborators;
  private final SharedCalls visitors;

  private PostHogRoutes(Collaborators collaborators, SharedCalls visitors) {
    this.collaborators = collaborators;
    this.visitors = visitors;
  }

  /**
   * What the resources work with.
   *
   * @param ids makes ids of computations
   * @param cacheBytes how many bytes of ready dashboards are kept
   */
  public record Parts(
      Accounts accounts,
      Keys keys,
      Sessions sessions,
      Attempts attempts,
      Dashboards dashboards,
      Templates templates,
      Shares shares,
      Collaborators collaborators,
      Annotations annotations,
      Answers answers,
      Readers readers,
      Glossary glossary,
      Store store,
      Ingest ingest,
      Jobs<Asked> jobs,
      Reports reports,
      InstantSource clock,
      Supplier<UUID> ids,
      long cacheBytes) {}

  /** Everything but ingestion, which {@code CaptureRoutes} serves. */
  public static RouteGroup group(Parts parts) {
    Asker asker = asker(parts);
    Shared shared = shared(parts);
    PostHogRoutes index =
        new PostHogRoutes(
            parts.collaborators(),
            new SharedCalls(parts.shares(), shared, parts.accounts()::project));
    DashboardView view = shared.boards();
    index.accounts(new AccountsResource(parts.accounts()));
    index.keys(new PersonalKeysResource(parts.keys()));
    DashboardsResource boards =
        new DashboardsResource(
            parts.dashboards(),
            parts.templates(),
            parts.shares(),
            parts.accounts(),
            view,
            new ReadyBoards(parts.cacheBytes(), parts.dashboards(), asker));
    index.dashboards(boards);
    index.people(
        new CollaboratorsResource(parts.dashboards(), parts.collaborators(), parts.accounts()),
        new ActivityResource(parts.dashboards(), parts.accounts()));
    index.templates(
        new TemplatesResource(parts.templates(), parts.accounts()),
        new TemplateBoards(parts.dashboards(), parts.templates(), view));
    index.tiles(
        new TilesResource(parts.dashboards(), view, boards),
        new TileStream(parts.dashboards(), view));
    index.insights(
        new InsightsResource(parts.dashboards(), shared.insights()), new OldTrends(asker));
    index.sharing(new SharingResource(parts.shares(), parts.accounts(), shared));
    new DefinitionRoutes(index::add)
        .all(
            new DefinitionRoutes.Parts(
                parts.glossary(),
                parts.accounts(),
                parts.readers(),
                parts.store(),
                parts.ingest(),
                parts.clock()));
    new ExportRoutes(index::add).all(parts.dashboards(), files(parts), parts.clock());
    index.annotations(
        new AnnotationsResource(parts.annotations(), parts.dashboards(), parts.accounts()));
    index.queries(new QueryResource(asker));
    return new RouteGroup(
        "PostHog",
        List.of("/api/"),
        true,
        new PostHogGuard(
            parts.keys(), new PageSession(parts.sessions()), parts.attempts(), index.visitors),
        new PostHogErrors(),
        index.routes);
  }

  private static Asker asker(Parts parts) {
    return new Asker(parts.answers(), parts.readers(), parts.jobs(), parts.clock());
  }

  private static Files files(Parts parts) {
    return new Files(parts.reports(), parts.readers(), shared(parts).insights());
  }

  private static Shared shared(Parts parts) {
    Asker asker = asker(parts);
    return new Shared(
        parts.dashboards(),
        new DashboardView(parts.dashboards(), parts.shares(), parts.accounts(), asker, parts.ids()),
        new InsightView(parts.accounts(), asker, parts.ids()));
  }

  private void accounts(AccountsResource accounts) {
    plain(GET, "/api/users/@me", "user:read", "Who calls", accounts::me);
    plain(GET, "/api/projects", "project:read", "List projects", accounts::projects);
    plain(GET, "/api/environments", "project:read", "List projects", accounts::projects);
    add(GET, "", "project:read", "Show a project", accounts::project);
    add(PATCH, "", "project:write", "Change a project", accounts::update);
    String organisations = "/api/organizations";
    String scope = "organization:read";
    plain(GET, organisations, scope, "List organisations", accounts::organisations);
    plain(GET, organisations + "/{id}", scope, "Show one", accounts::organisation);
  }

  private void keys(PersonalKeysResource keys) {
    String all = "/api/personal_api_keys";
    String one = all + "/{id}";
    known(GET, all, "List the caller's keys", keys::list);
    known(POST, all, "Make a key", keys::create);
    known(GET, all + "/@current", "The key in use", keys::current);
    known(GET, one, "Show a key", keys::retrieve);
    known(PATCH, one, "Change a key", keys::update);
    known(PUT, one, "Change a key", keys::update);
    known(DELETE, one, "Revoke a key", keys::delete);
    known(POST, one + "/roll", "Give a key a new value", keys::roll);
  }

  private void known(Method method, String path, String summary, Handler handler) {
    routes.add(Route.of(method, path, Requirement.KNOWN, summary, handler));
  }

  private void dashboards(DashboardsResource dashboards) {
    String all = "/dashboards";
    String one = all + "/{id}";
    add(GET, all, "dashboard:read", "List dashboards", dashboards::list);
    add(POST, all, "dashboard:write", "Create a dashboard", dashboards::create);
    add(GET, one, "dashboard:read", "Show a dashboard", dashboards::retrieve);
    add(PATCH, one, "dashboard:write", "Change a dashboard", dashboards::update);
    add(PUT, one, "dashboard:write", "Change a dashboard", dashboards::update);
    add(DELETE, one, "dashboard:write", "Refused: change deleted", dashboards::delete);
  }

  private void people(CollaboratorsResource collaborators, ActivityResource activity) {
    String all = "/dashboards/{id}/collaborators";
    add(GET, all, "dashboard:read", "Who may edit it too", collaborators::list);
    add(POST, all, "dashboard:write", "Let somebody edit it", collaborators::add);
    add(DELETE, all + "/{user}", "dashboard:write", "Not any more", collaborators::remove);
    add(GET, "/dashboards/{id}/activity", "activity_log:read", "Its history", activity::list);
  }

  private void templates(TemplatesResource templates, TemplateBoards boards) {
    String write = "dashboard:write";
    add(
        POST,
        "/dashboards/create_from_template_json",
        write,
        "Make a dashboard of a template",
        boards::fromJson);
    add(
        POST,
        "/dashboards/create_unlisted_dashboard",
        write,
        "Make a product's own dashboard",
        boards::unlisted);
    String all = "/dashboard_templates";
    String one = all + "/{id}";
    String reads = "dashboard_template:read";
    String writes = "dashboard_template:write";
    add(GET, all, reads, "List templates", templates::list);
    add(POST, all, writes, "Keep a template", templates::create);
    add(GET, all + "/json_schema", reads, "What a template looks like", templates::schema);
    add(GET, one, reads, "Show a template", templates::retrieve);
    add(PATCH, one, writes, "Change a template", templates::update);
    add(PUT, one, writes, "Change a template", templates::update);
    add(DELETE, one, writes, "Refused: change deleted", templates::delete);
  }

  private void tiles(TilesResource tiles, TileStream stream) {
    String one = "/dashboards/{id}/";
    String write = "dashboard:write";
    add(PATCH, one + "move_tile", write, "Move a tile to another dashboard", tiles::move);
    add(POST, one + "move_tile", write, "Move a tile to another dashboard", tiles::move);
    add(POST, one + "copy_tile", write, "Copy a tile from another dashboard", tiles::copy);
    add(POST, one + "reorder_tiles", write, "Set tiles in order", tiles::reorder);
    add(POST, one + "create_text_tile", write, "Write a text tile", tiles::createText);
    add(POST, one + "update_text_tile", write, "Change a text tile", tiles::updateText);
    add(POST, one + "update_tile", write, "Change how a tile is shown", tiles::update);
    add(POST, one + "delete_tile", write, "Take a tile off", tiles::delete);
    add(GET, one + "run_insights", "query:read", "Results of all insights", tiles::run);
    add(GET, one + "stream_tiles", "dashboard:read", "Tiles as they are ready", stream::stream);
  }

  private void insights(InsightsResource insights, OldTrends trends) {
    String all = "/insights";
    String one = all + "/{id}";
    add(GET, all + "/trend", "insight:read", "Ask a trend in the old form", trends::ask);
    add(POST, all + "/trend", "insight:read", "Ask a trend in the old form", trends::ask);
    add(GET, all, "insight:read", "List insights", insights::list);
    add(POST, all, "insight:write", "Create an insight", insights::create);
    add(GET, one, "insight:read", "Show an insight", insights::retrieve);
    add(PATCH, one, "insight:write", "Change an insight", insights::update);
    add(PUT, one, "insight:write", "Change an insight", insights::update);
    add(DELETE, one, "insight:write", "Refused: change deleted", insights::delete);
  }

  private void annotations(AnnotationsResource annotations) {
    String all = "/annotations";
    String one = all + "/{id}";
    add(GET, all, "annotation:read", "List notes at days", annotations::list);
    add(POST, all, "annotation:write", "Note something at a day", annotations::create);
    add(GET, one, "annotation:read", "Show a note", annotations::retrieve);
    add(PATCH, one, "annotation:write", "Change a note", annotations::update);
    add(PUT, one, "annotation:write", "Change a note", annotations::update);
    add(DELETE, one, "annotation:write", "Refused: change deleted", annotations::delete);
    add(GET, "/data_color_themes", "dashboard:read", "List themes of colours", Themes::list);
    add(GET, "/data_color_themes/{id}", "dashboard:read", "Show a theme", Themes::retrieve);
  }

  private void sharing(SharingResource sharing) {
    String read = "sharing_configuration:read";
    String write = "sharing_configuration:write";
    for (String of : List.of("/dashboards/{id}/sharing", "/insights/{id}/sharing")) {
      add(GET, of, read, "Who may see it by a link", sharing::show);
      add(PATCH, of, write, "Share it, or not", sharing::change);
      add(POST, of + "/refresh", write, "Give it a new link", sharing::refresh);
      add(POST, of + "/passwords", write, "Add a password", sharing::addPassword);
      add(DELETE, of + "/passwords/{password}", write, "End a password", sharing::removePassword);
    }
  }

  /** The pages that links open; their errors are the page's own. */
  public static RouteGroup pages(Parts parts, SharedPages.Frames frames, Errors errors) {
    SharedPages pages =
        new SharedPages(
            parts.shares(),
            shared(parts),
            parts.accounts()::project,
            parts.attempts(),
            frames,
            new Previews(files(parts), parts.clock())::picture);
    List<Route> routes = new ArrayList<>();
    for (String path : List.of("/shared/{token}", "/shared_dashboard/{token}")) {
      routes.add(Route.of(GET, path, NOTHING, "A shared page", pages::shared));
      routes.add(Route.of(POST, path, NOTHING, "Open a locked page", pages::unlock));
    }
    routes.add(Route.of(GET, "/embedded/{token}", NOTHING, "The same in a frame", pages::embedded));
    routes.add(Route.of(POST, "/embedded/{token}", NOTHING, "Open a locked page", pages::unlock));
    return new RouteGroup(
        "PostHog shares",
        List.of("/shared/", "/shared_dashboard/", "/embedded/"),
        true,
        Guard.NONE,
        errors,
        routes);
  }

  private void queries(QueryResource queries) {
    add(POST, "/query", "query:read", "Ask a query", queries::ask);
    String job = "/query/{id}";
    add(GET, job, "query:read", "Show what is computed in the background", queries::job);
    add(DELETE, job, "query:read", "Cancel what is computed in the background", queries::cancel);
  }

  private void add(
      Method method, String path, String scope, String summary, Function<Call, Response> handler) {
    Handler answer =
        request ->
            request.remembers(SharedCalls.Visit.class)
                ? visitors.answer(request)
                : handler.apply(Call.of(request, collaborators));
    PROJECTS.forEach(project -> plain(method, project + path, scope, summary, answer));
    HOMES.forEach(
        (start, home) -> {
          if (path.equals(start) || path.startsWith(start + "/")) {
            plain(method, home + path.substring(start.length()), scope, summary, answer);
          }
        });
  }

  /** Whether a path is an old one that names no project. */
  static boolean isHome(String path) {
    return HOMES.values().stream()
        .anyMatch(home -> path.equals(home) || path.startsWith(home + "/"));
  }

  private void plain(Method method, String path, String scope, String summary, Handler handler) {
    routes.add(Route.of(method, path, Requirement.scope(scope), summary, handler));
  }
}
