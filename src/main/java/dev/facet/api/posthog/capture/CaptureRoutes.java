package dev.facet.api.posthog.capture;

import dev.facet.api.http.Guard;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.api.posthog.capture.CaptureDecoder.Capture;
import dev.facet.api.posthog.capture.CaptureRequest.Kind;
import dev.facet.model.Event;
import dev.facet.model.Project;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where PostHog's clients send events. Any origin may call; the token in the call names the
 * project, and one that nobody has is answered like any other, its events dropped.
 */
public final class CaptureRoutes {
  private static final Map<String, Object> ACCEPTED = Map.of("status", 1);
  private static final String HEADERS =
      "Authorization, Content-Encoding, Content-Type, PostHog-Attempt, PostHog-Request-Id,"
          + " PostHog-Request-Timestamp, PostHog-Sdk-Info, X-Requested-With";

  private final Function<String, Optional<Project>> projects;
  private final Sink sink;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /** Takes events of a project and returns when they are safe. */
  @FunctionalInterface
  public interface Sink {
    void accept(long project, List<Event> events);
  }

  /**
   * Binds the routes to what they need.
   *
   * @param projects finds a project by its token
   * @param ids makes uuids for events that have none
   */
  public CaptureRoutes(
      Function<String, Optional<Project>> projects,
      Sink sink,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.projects = projects;
    this.sink = sink;
    this.clock = clock;
    this.ids = ids;
  }

  /** The routes; none needs a credential or counts against a limit. */
  public RouteGroup group() {
    List<Route> routes = new ArrayList<>();
    add(routes, "/batch", Kind.BATCH, "Take a batch of events");
    for (String path : List.of("/e", "/i/v0/e", "/capture", "/track")) {
      add(routes, path, Kind.SINGLE, "Take events");
    }
    add(routes, "/engage", Kind.ENGAGE, "Take changes of persons");
    add(routes, "/i/v1/analytics/events", Kind.ANALYTICS, "Take a batch of events");
    FlagsResource flags = new FlagsResource(ids);
    for (String path : List.of("/flags", "/decide")) {
      String summary = "No feature flags, and how to behave";
      routes.add(route(Method.POST, path, summary, Kind.SINGLE, r -> open(flags.flags(r), r)));
      routes.add(route(Method.GET, path, summary, Kind.SINGLE, r -> open(flags.flags(r), r)));
      routes.add(route(Method.OPTIONS, path, "Allow any origin", Kind.SINGLE, this::allow));
    }
    routes.add(
        route(
            Method.GET,
            "/array/{token}/config",
            "How to behave",
            Kind.SINGLE,
            r -> open(flags.config(r), r)));
    routes.add(route(Method.POST, "/s", "Ignore a session recording", Kind.BATCH, this::ignore));
    routes.add(route(Method.OPTIONS, "/s", "Allow any origin", Kind.SINGLE, this::allow));
    return new RouteGroup(
        "PostHog capture", List.of(), true, Guard.NONE, new CaptureErrors(), routes);
  }

  private void add(List<Route> routes, String path, Kind kind, String summary) {
    routes.add(route(Method.POST, path, summary, kind, request -> take(request, kind)));
    routes.add(route(Method.GET, path, summary, kind, request -> take(request, kind)));
    routes.add(route(Method.OPTIONS, path, "Allow any origin", kind, this::allow));
  }

  private static Route route(
      Method method, String path, String summary, Kind kind, Function<Request, Response> handler) {
    return Route.of(method, path, Requirement.NOTHING, summary, handler::apply)
        .withBodyLimit(kind.limit())
        .uncounted();
  }

  private Response take(Request request, Kind kind) {
    CaptureRequest call =
        new CaptureRequest(
            kind,
            request.body(),
            name -> request.query(name).orElse(null),
            name -> request.header(name).orElse(null),
            clock.instant());
    Capture capture = CaptureDecoder.decode(call, ids);
    projects
        .apply(capture.token())
        .ifPresent(project -> sink.accept(project.id(), capture.events()));
    if (request.query("beacon").filter("1"::equals).isPresent()) {
      return open(Response.empty(204), request);
    }
    return open(
        Response.json(200, kind == Kind.ANALYTICS ? results(capture.events()) : ACCEPTED), request);
  }

  private static Map<String, Object> results(List<Event> events) {
    Map<String, Object> results = new LinkedHashMap<>();
    events.forEach(event -> results.put(event.uuid().toString(), Map.of("result", "ok")));
    return Map.of("results", results);
  }

  private Response ignore(Request request) {
    request.body();
    return open(Response.json(200, ACCEPTED), request);
  }

  private Response allow(Request request) {
    String headers = request.header("Access-Control-Request-Headers").orElse(HEADERS);
    return open(Response.empty(204), request)
        .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .with("Access-Control-Allow-Headers", headers)
        .with("Access-Control-Max-Age", "86400");
  }

  /** Lets pages of any origin read the answer, those that send their cookies along as well. */
  static Response open(Response response, Request request) {
    Optional<String> origin = request.header("Origin");
    return origin.isEmpty()
        ? response.with("Access-Control-Allow-Origin", "*")
        : response
            .with("Access-Control-Allow-Origin", origin.get())
            .with("Access-Control-Allow-Credentials", "true")
            .with("Vary", "Origin");
  }
}
