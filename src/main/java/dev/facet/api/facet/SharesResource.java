package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Share;
import dev.facet.access.share.Share.Kind;
import dev.facet.access.share.Shares;
import dev.facet.api.caller.Credential;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/** What the link of a share shows, to whoever has it: what is drawn, and its answers. */
final class SharesResource {
  private final Shares shares;
  private final Dashboards dashboards;
  private final LongFunction<Optional<Project>> projects;
  private final Screens screens;

  /**
   * @param projects the project of a number
   */
  SharesResource(
      Shares shares,
      Dashboards dashboards,
      LongFunction<Optional<Project>> projects,
      Screens screens) {
    this.shares = shares;
    this.dashboards = dashboards;
    this.projects = projects;
    this.screens = screens;
  }

  /** What is there to be drawn; as long as a password is missing, only that it is. */
  Response show(Request request) {
    Share share = open(request);
    Project project = project(share);
    boolean locked = isLocked(share, request);
    ObjectNode shown = shown(share);
    ObjectNode body =
        FacetWire.object()
            .put("type", share.subject().kind().name().toLowerCase(Locale.ROOT))
            .put("locked", locked);
    body.set("settings", share.settings());
    if (!locked) {
      body.put("timezone", project.zone().getId());
      body.set("dashboard", shown);
    }
    return unshared(Response.json(200, body));
  }

  /** The answers to its charts; parameters of the address change nothing. */
  Response data(Request request) {
    Share share = open(request);
    Project project = project(share);
    if (isLocked(share, request)) {
      throw new FailureException(
          new Failure.NotAllowed(
              "password_required",
              true,
              "This link asks for a password: send it to POST /shared/TOKEN, and the shareToken"
                  + " of the answer in the header Authorization: Bearer SHARETOKEN."));
    }
    Screens.Address address = new Screens.Address(actor(share), share.subject(), "");
    return unshared(screens.respond(request, project, address, View::own));
  }

  private Share open(Request request) {
    return shares.open(request.pathParameter("token")).orElseThrow(SharesResource::missing);
  }

  private Project project(Share share) {
    return projects.apply(share.project()).orElseThrow(SharesResource::missing);
  }

  private boolean isLocked(Share share, Request request) {
    return share.locked()
        && Credential.of(request)
            .filter(credential -> shares.admits(share, credential.secret()))
            .isEmpty();
  }

  private static Actor actor(Share share) {
    return new Actor(share.project(), null);
  }

  private ObjectNode shown(Share share) {
    long id = share.subject().id();
    Optional<ObjectNode> shown =
        dashboards.read(
            actor(share),
            reader ->
                share.subject().kind() == Kind.DASHBOARD
                    ? reader.find(id).map(sheet -> SharedForm.of(reader, sheet))
                    : reader.findInsight(id).map(SharedForm::of));
    return shown.orElseThrow(SharesResource::missing);
  }

  /** The token is in the address: it must not travel on to other sites. */
  private static Response unshared(Response response) {
    return response.with("Referrer-Policy", "no-referrer");
  }

  private static FailureException missing() {
    return new FailureException(
        new Failure.NotFound("share_not_found", null, "This link shows nothing any more."));
  }
}
