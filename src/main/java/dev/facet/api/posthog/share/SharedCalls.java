package dev.facet.api.posthog.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Share;
import dev.facet.access.share.Shares;
import dev.facet.api.caller.Credential;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * API calls of a shared page: with {@code ?sharing_access_token=} in place of a key it reads what
 * it shares, the dashboard or its insights, and nothing else.
 *
 * @param projects the project of a number
 */
public record SharedCalls(Shares shares, Shared shared, LongFunction<Optional<Project>> projects) {
  private static final String PARAMETER = "sharing_access_token";
  private static final Pattern PATH =
      Pattern.compile(
          "/api/(?:projects|environments)/([^/]+)/(dashboards|insights)(?:/([^/]+))?/?");

  /** A share that calls. */
  public record Visit(Share share, Project project) {}

  /** Whether a share calls, be it one that there is not. */
  public static boolean isCalling(Request request) {
    return request.query(PARAMETER).isPresent();
  }

  /**
   * Who calls.
   *
   * @throws FailureException NotAllowed when the token opens nothing, or not this way
   */
  public Visit admit(Request request) {
    if (request.method() != Method.GET) {
      throw refused(true, "Sharing access token can only be used for GET requests.");
    }
    return request
        .query(PARAMETER)
        .flatMap(shares::open)
        .filter(share -> !share.locked() || isUnlocked(request, share))
        .flatMap(this::visit)
        .orElseThrow(() -> refused(true, "Sharing access token is invalid."));
  }

  private boolean isUnlocked(Request request, Share share) {
    return Credential.of(request)
        .filter(credential -> shares.admits(share, credential.secret()))
        .isPresent();
  }

  private Optional<Visit> visit(Share share) {
    return projects
        .apply(share.project())
        .filter(project -> shared.exists(share, project))
        .map(project -> new Visit(share, project));
  }

  private static FailureException refused(boolean unknown, String message) {
    return new FailureException(new Failure.NotAllowed("authentication_failed", unknown, message));
  }

  /** What the call asks for, as far as it is shared. */
  public Response answer(Request request) {
    Visit visit = request.recall(Visit.class);
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !isProject(path.group(1), visit.project())) {
      throw refused(false, "A share opens what it shares and nothing else.");
    }
    ObjectNode shown = shared.shown(visit.share(), visit.project()).orElseThrow(SharedCalls::gone);
    if (visit.share().settings().path(ShareSettings.HIDE_DETAILS).asBoolean()) {
      SharedPages.hideDetails(visit.share(), shown);
    }
    boolean board = visit.share().subject().kind() == Share.Kind.DASHBOARD;
    List<JsonNode> insights = board ? insights(shown) : List.of(shown);
    String id = path.group(3);
    if (path.group(2).equals("dashboards")) {
      return one(board ? List.of(shown) : List.of(), id);
    }
    return id == null ? list(insights) : one(insights, id);
  }

  private static boolean isProject(String id, Project project) {
    return id.equals("@current") || id.equals(Long.toString(project.id()));
  }

  private static Response list(List<JsonNode> insights) {
    return Response.json(200, PostHogWire.page(insights.size(), null, null, insights));
  }

  private static Response one(List<JsonNode> all, String id) {
    return all.stream()
        .filter(each -> each.path("id").asText().equals(id) || shortId(each).equals(id))
        .findFirst()
        .map(found -> Response.json(200, found))
        .orElseThrow(SharedCalls::gone);
  }

  private static String shortId(JsonNode shown) {
    return shown.path("short_id").asText();
  }

  private static List<JsonNode> insights(ObjectNode dashboard) {
    List<JsonNode> insights = new ArrayList<>();
    for (JsonNode tile : dashboard.path("tiles")) {
      if (tile.path("insight").isObject()) {
        insights.add(tile.get("insight"));
      }
    }
    return insights;
  }

  private static FailureException gone() {
    return FailureException.notFound("It is not shared.");
  }
}
