package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Offer;
import dev.facet.access.share.Share;
import dev.facet.access.share.Share.Kind;
import dev.facet.access.share.Shares;
import dev.facet.api.caller.Credential;
import dev.facet.api.facet.screen.FilesResource;
import dev.facet.api.facet.screen.Look;
import dev.facet.api.facet.screen.Screens;
import dev.facet.api.facet.screen.ValueLists;
import dev.facet.api.facet.screen.Visit;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/** What the link of a share shows, to whoever has it: what is drawn, and its answers. */
final class SharesResource {
  private final Shares shares;
  private final SharedForm form;
  private final LongFunction<Optional<Project>> projects;
  private final Screens screens;
  private final ValueLists lists;
  private final FilesResource files;

  /**
   * @param projects the project of a number
   */
  SharesResource(
      Shares shares,
      SharedForm form,
      LongFunction<Optional<Project>> projects,
      Screens screens,
      ValueLists lists,
      FilesResource files) {
    this.shares = shares;
    this.form = form;
    this.projects = projects;
    this.screens = screens;
    this.lists = lists;
    this.files = files;
  }

  /** What is there to be drawn; as long as a password is missing, only that it is. */
  Response show(Request request) {
    Share share = open(request);
    Project project = project(share);
    boolean locked = isLocked(share, request);
    ObjectNode shown = form.of(share, project).orElseThrow(SharesResource::missing);
    ObjectNode body =
        FacetWire.object()
            .put("type", share.subject().kind().name().toLowerCase(Locale.ROOT))
            .put("locked", locked);
    body.set("settings", share.settings());
    if (!locked) {
      shares.used(share);
      body.put("timezone", project.zone().getId());
      body.set("dashboard", shown);
    }
    return unshared(Response.json(200, body));
  }

  /** The answers to its charts; of the address only what visitors are let choose counts. */
  Response data(Request request) {
    Share share = unlocked(request);
    shares.used(share);
    Visit visit = Visit.of(request.query(), share.offers());
    Screens.Address address =
        new Screens.Address(actor(share), share.subject(), visit.parameters());
    return unshared(screens.respond(request, project(share), address, visit::look));
  }

  /** The values of one of its filters. */
  Response values(Request request) {
    Share share = unlocked(request);
    if (!share.offers().contains(Offer.FILTERS) || share.subject().kind() != Kind.DASHBOARD) {
      throw missing();
    }
    String name = request.pathParameter("name");
    return unshared(lists.of(project(share), actor(share), share.subject().id(), name));
  }

  /** What the visitor sees, or one chart of it, as a file. */
  Response file(Request request) {
    Share share = unlocked(request);
    if (!share.offers().contains(Offer.EXPORT)) {
      throw new FailureException(
          new Failure.NotAllowed(
              "not_offered",
              false,
              "This link shows and gives no files: ask whoever sent it for one."));
    }
    Look look = Visit.of(request.query(), share.offers()).look();
    return unshared(files.visited(request, project(share), share.subject(), look));
  }

  private Share open(Request request) {
    return shares.require(request.pathParameter("token"));
  }

  private Share unlocked(Request request) {
    Share share = open(request);
    if (isLocked(share, request)) {
      throw new FailureException(
          new Failure.NotAllowed(
              "password_required",
              true,
              "This link asks for a password: send it to POST /shared/TOKEN, and the shareToken"
                  + " of the answer in the header Authorization: Bearer SHARETOKEN."));
    }
    return share;
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

  static Actor actor(Share share) {
    return new Actor(share.project(), null);
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
