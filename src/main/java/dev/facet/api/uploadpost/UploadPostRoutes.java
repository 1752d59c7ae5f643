package dev.facet.api.uploadpost;

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
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.consent.Switchboard;
import dev.facet.ingest.social.profile.Profiles;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The vendor's index: method and path of everything that is served, and what serves it. */
public final class UploadPostRoutes {
  private static final String ANALYTICS = "/api/analytics";
  private static final String UPLOADS = "/api/uploadposts";
  private static final String READ = "dashboard:read";
  private static final String WRITE = "project:write";

  private final List<Route> routes = new ArrayList<>();

  private UploadPostRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Keys keys,
      Attempts attempts,
      Profiles profiles,
      Switchboard switchboard,
      Ingest ingest,
      Answers answers,
      Readers readers,
      InstantSource clock) {}

  public static RouteGroup group(Parts parts) {
    UploadPostRoutes index = new UploadPostRoutes();
    index.profiles(parts);
    index.posts(parts);
    index.accounts(parts);
    return new RouteGroup(
        "Upload-Post",
        List.of(ANALYTICS + "/", UPLOADS + "/"),
        true,
        new UploadPostGuard(parts.keys(), parts.attempts()),
        new UploadPostErrors(),
        index.routes);
  }

  private static Asking asking(Parts parts) {
    return new Asking(parts.answers(), parts.readers());
  }

  private void profiles(Parts parts) {
    get(
        ANALYTICS + "/{profile}",
        "Numbers of a profile, by network",
        new AnalyticsResource(parts.profiles(), asking(parts), parts.clock())::retrieve);
    get(
        UPLOADS + "/total-impressions/{profile}",
        "What the days of a profile add up to",
        new ImpressionsResource(asking(parts), parts.clock())::retrieve);
    routes.add(
        Route.of(
            Method.GET,
            UPLOADS + "/platform-metrics",
            Requirement.NOTHING,
            "The metrics there are",
            new CatalogueResource()::retrieve));
    get(
        UPLOADS + "/audience",
        "Who follows an account",
        new AudienceResource(parts.profiles(), asking(parts), parts.clock())::retrieve);
    get(UPLOADS + "/suggestions", "Words to write about", new SuggestionsResource()::retrieve);
  }

  private void posts(Parts parts) {
    LiveReads live = new LiveReads(parts.switchboard(), parts.ingest(), parts.clock());
    PostFigures figures = new PostFigures(asking(parts), parts.clock());
    PostsResource posts = new PostsResource(parts.profiles(), asking(parts), figures, live);
    get(UPLOADS + "/post-analytics", "What became of a network's post", posts::ofNetwork);
    get(UPLOADS + "/post-analytics/{request}", "What became of an upload", posts::ofRequest);
    get(
        UPLOADS + "/post-analytics/cached",
        "Stored numbers of posts",
        new CachedResource(parts.profiles(), asking(parts), parts.clock())::list);
    get(
        UPLOADS + "/media",
        "The newest posts of an account",
        new MediaResource(parts.profiles(), live)::list);
    get(
        UPLOADS + "/reddit/detailed-posts",
        "Stored posts at Reddit",
        new RedditResource(parts.profiles(), asking(parts), figures)::list);
    HistoryResource history = new HistoryResource(asking(parts));
    get(UPLOADS + "/history", "What was uploaded", history::list);
    get(UPLOADS + "/status", "How an upload went", history::status);
  }

  private void accounts(Parts parts) {
    UsersResource users = new UsersResource(parts.profiles());
    get(UPLOADS + "/users", "List profiles", users::list);
    get(UPLOADS + "/users/{user}", "A profile", users::retrieve);
    add(Method.POST, UPLOADS + "/users", WRITE, "Make a profile", users::create);
    add(Method.DELETE, UPLOADS + "/users", WRITE, "Take a profile away", users::delete);
    get(UPLOADS + "/me", "Whose key it is", new MeResource()::retrieve);
  }

  private void get(String path, String summary, Function<Call, Response> handler) {
    add(Method.GET, path, READ, summary, handler);
  }

  private void add(
      Method method, String path, String scope, String summary, Function<Call, Response> handler) {
    routes.add(
        Route.of(
            method,
            path,
            Requirement.scope(scope),
            summary,
            request -> CallsLeft.tell(request, handler.apply(Call.of(request)))));
  }
}
