package dev.facet.api.oktopost;

import dev.facet.access.Accounts;
import dev.facet.access.Keys;
import dev.facet.answer.Answers;
import dev.facet.api.Asking;
import dev.facet.api.Readers;
import dev.facet.api.caller.Attempts;
import dev.facet.api.http.Method;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.dashboard.Dashboards;
import dev.facet.ingest.social.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The vendor's index: method and path of everything that is served, and what serves it. */
public final class OktopostRoutes {
  private static final String V2 = "/v2";

  private final List<Route> routes = new ArrayList<>();

  private OktopostRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Accounts accounts,
      Keys keys,
      Attempts attempts,
      Dashboards dashboards,
      Profiles profiles,
      Answers answers,
      Readers readers) {}

  public static RouteGroup group(Parts parts) {
    Asking asking = new Asking(parts.answers(), parts.readers());
    OktopostRoutes index = new OktopostRoutes();
    index.get("/me", "Whose key it is", new MeResource()::retrieve);
    index.dashboards(
        new DashboardsResource(parts.dashboards(), parts.accounts()),
        new ReportsResource(parts.dashboards(), asking));
    index.posts(new PostsResource(asking), new ClicksResource(asking));
    index.profiles(
        new CredentialsResource(asking, parts.profiles()),
        new FollowersResource(asking, parts.profiles()));
    index.campaigns(new CampaignsResource(asking));
    return new RouteGroup(
        "Oktopost",
        List.of(V2),
        true,
        new OktopostGuard(parts.keys(), parts.attempts()),
        new OktopostErrors(),
        index.routes);
  }

  private void dashboards(DashboardsResource dashboards, ReportsResource reports) {
    get("/dashboard", "List dashboards", dashboards::list);
    get("/dashboard/{id}", "What is on a dashboard", dashboards::retrieve);
    get("/dashboard/{id}/report", "The rows of a report", reports::retrieve);
  }

  private void posts(PostsResource posts, ClicksResource clicks) {
    get("/post", "List posts", posts::list);
    get("/post/{id}", "Show a post", posts::retrieve);
    get("/analytics/{id}", "What became of a post", posts::analytics);
    get("/click", "List clicks", clicks::list);
  }

  private void profiles(CredentialsResource credentials, FollowersResource followers) {
    get("/credential", "List profiles", credentials::list);
    get("/credential/{id}", "Show a profile", credentials::retrieve);
    get("/followers/{id}", "Followers of a profile, by day", followers::retrieve);
  }

  private void campaigns(CampaignsResource campaigns) {
    get("/campaign", "List campaigns", campaigns::list);
    get("/campaign/{id}", "Show a campaign", campaigns::retrieve);
  }

  private void get(String path, String summary, Function<Call, Response> handler) {
    routes.add(
        Route.of(
            Method.GET,
            V2 + path,
            Requirement.scope("dashboard:read"),
            summary,
            request -> handler.apply(Call.of(request))));
  }
}
