package dev.facet.api.posthog.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Share;
import dev.facet.access.share.Shares;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.Credential;
import dev.facet.api.http.Handler;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.annotation.Themes;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/** What the link of a share opens: the page, and beside it what the page shows as JSON. */
public final class SharedPages {
  private static final String COOKIE = "posthog_sharing_token";
  private static final String JSON = ".json";
  private static final String PNG = ".png";
  private static final int DAY = 86_400;

  /** Fields that tell about the people behind an insight. */
  private static final List<String> DETAILS =
      List.of("created_by", "created_at", "last_modified_by", "last_modified_at");

  private final Shares shares;
  private final Shared shared;
  private final LongFunction<Optional<Project>> projects;
  private final Attempts attempts;
  private final Frames frames;
  private final BiFunction<Share, Project, byte[]> picture;

  /** The web page, as it may be shown. */
  public record Frames(Handler plain, Handler embedded) {}

  /**
   * @param projects the project of a number
   * @param picture what a share shows, as PNG
   */
  public SharedPages(
      Shares shares,
      Shared shared,
      LongFunction<Optional<Project>> projects,
      Attempts attempts,
      Frames frames,
      BiFunction<Share, Project, byte[]> picture) {
    this.shares = shares;
    this.shared = shared;
    this.projects = projects;
    this.attempts = attempts;
    this.frames = frames;
    this.picture = picture;
  }

  /** The page of a link, or what it shows as {@code .json} or {@code .png}. */
  public Response shared(Request request) {
    String token = request.pathParameter("token");
    if (token.endsWith(PNG)) {
      return png(token.substring(0, token.length() - PNG.length()));
    }
    return token.endsWith(JSON)
        ? json(request, token.substring(0, token.length() - JSON.length()), "scene")
        : page(request, token, frames.plain());
  }

  /** As {@link #shared}, to stand in a frame of another page. */
  public Response embedded(Request request) {
    String token = request.pathParameter("token");
    return token.endsWith(JSON)
        ? json(request, token.substring(0, token.length() - JSON.length()), "embed")
        : page(request, token, frames.embedded());
  }

  private Response page(Request request, String token, Handler frame) {
    Response page = frame.handle(request);
    return isThere(token) ? page : page.withStatus(404);
  }

  /** For previews, which nobody unlocks. */
  private Response png(String token) {
    Share share =
        shares.open(token).filter(each -> !each.locked()).orElseThrow(SharedPages::missing);
    Project project = project(share).orElseThrow(SharedPages::missing);
    return Response.bytes(200, "image/png", picture.apply(share, project))
        .with("Referrer-Policy", "no-referrer");
  }

  private boolean isThere(String token) {
    return shares.open(token).filter(share -> project(share).isPresent()).isPresent();
  }

  private Optional<Project> project(Share share) {
    return projects.apply(share.project()).filter(project -> shared.exists(share, project));
  }

  private Response json(Request request, String token, String type) {
    Share share = shares.open(token).orElseThrow(SharedPages::missing);
    Project project = projects.apply(share.project()).orElseThrow(SharedPages::missing);
    ObjectNode blob = PostHogWire.object();
    if (share.locked() && !isUnlocked(request, share)) {
      return Response.json(200, blob.put("type", "unlock"));
    }
    ObjectNode shown = shared.shown(share, project).orElseThrow(SharedPages::missing);
    shares.used(share);
    blob.put("type", type);
    blob.put("accessToken", token);
    blob.set(share.subject().kind() == Share.Kind.DASHBOARD ? "dashboard" : "insight", shown);
    blob.set("themes", Themes.all());
    putSettings(blob, share.settings());
    if (share.settings().path(ShareSettings.HIDE_DETAILS).asBoolean()) {
      hideDetails(share, shown);
    }
    return Response.json(200, blob).with("Referrer-Policy", "no-referrer");
  }

  private static void putSettings(ObjectNode blob, ObjectNode settings) {
    ShareSettings.SWITCHES.stream()
        .filter(name -> settings.path(name).asBoolean())
        .forEach(name -> blob.put(name, true));
    if (settings.has(ShareSettings.THEME)) {
      blob.set(ShareSettings.THEME, settings.get(ShareSettings.THEME));
    }
  }

  static void hideDetails(Share share, ObjectNode shown) {
    if (share.subject().kind() == Share.Kind.INSIGHT) {
      shown.remove(DETAILS);
    } else {
      shown
          .path("tiles")
          .forEach(
              tile -> {
                if (tile.get("insight") instanceof ObjectNode insight) {
                  insight.remove(DETAILS);
                }
              });
    }
  }

  private boolean isUnlocked(Request request, Share share) {
    return request.cookie(COOKIE).filter(ticket -> shares.admits(share, ticket)).isPresent()
        || Credential.of(request)
            .filter(credential -> shares.admits(share, credential.secret()))
            .isPresent();
  }

  /** Opens a locked share to whoever knows a password. */
  public Response unlock(Request request) {
    String token = request.pathParameter("token");
    Share share = shares.open(token).orElseThrow(SharedPages::missing);
    attempts.beforePassword(request.origin().address());
    String password = Json.read(request.body()).path("password").asText("");
    Optional<String> ticket = share.locked() ? shares.unlock(share, password) : Optional.empty();
    if (ticket.isEmpty()) {
      attempts.wrongPassword(request.origin().address());
      return Response.json(401, PostHogWire.object().put("error", "Incorrect password"));
    }
    boolean secure = request.origin().isSecure();
    String cookie =
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
            .formatted(COOKIE, ticket.get(), request.path(), DAY, secure ? "; Secure" : "");
    return Response.json(200, PostHogWire.object().put("shareToken", ticket.get()))
        .with("Set-Cookie", cookie);
  }

  private static FailureException missing() {
    return new FailureException(
        new Failure.NotFound("share_not_found", null, "There is no such share."));
  }
}
