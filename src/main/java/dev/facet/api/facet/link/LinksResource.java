package dev.facet.api.facet.link;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.User;
import dev.facet.access.share.Links;
import dev.facet.access.share.Share;
import dev.facet.access.share.Share.Subject;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Dashboards;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A dashboard's public links. Whoever sees them can hand them on, so only its editors do. */
record LinksResource(Links links, Dashboards dashboards, Accounts accounts, InstantSource clock) {

  Response list(Request request) {
    List<Share> all = links.all(project(request).id(), subject(request));
    Map<Long, User> users =
        accounts.users(
            all.stream()
                .map(share -> share.trail().createdBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    ArrayNode results = FacetWire.array();
    all.forEach(share -> results.add(LinkWire.show(share, users, clock.instant())));
    return Response.json(200, FacetWire.list(results, all.size(), null));
  }

  Response make(Request request) {
    Subject subject = subject(request);
    LinkInput input = LinkInput.read(Json.read(request.body()), clock.instant());
    Share made =
        links.make(project(request).id(), subject, user(request).id(), input.made(), input.lock());
    return shown(201, request, made);
  }

  Response change(Request request) {
    Subject subject = subject(request);
    LinkInput input = LinkInput.read(Json.read(request.body()), clock.instant());
    Share changed =
        links.change(
            project(request).id(), subject, request.pathNumber("link"), input::over, input.lock());
    return shown(200, request, changed);
  }

  Response revoke(Request request) {
    links.revoke(
        project(request).id(), user(request).id(), subject(request), request.pathNumber("link"));
    return Response.empty(204);
  }

  private Response shown(int status, Request request, Share share) {
    Long author = share.trail().createdBy();
    Map<Long, User> users =
        accounts.users(author == null ? List.of(user(request).id()) : List.of(author));
    return Response.json(status, LinkWire.show(share, users, clock.instant()));
  }

  private Subject subject(Request request) {
    Actor actor = Actor.of(request.recall(Caller.class), project(request));
    return dashboards.read(
        actor,
        reader -> {
          Dashboard dashboard = reader.get(request.pathNumber("id")).dashboard();
          if (!reader.mayEdit(dashboard)) {
            throw new FailureException(
                new Failure.NotAllowed(
                    "restricted",
                    false,
                    "Links are for those who may change the dashboard: ask one of them for one."));
          }
          return Subject.dashboard(dashboard.id());
        });
  }

  private static Project project(Request request) {
    return request.recall(Project.class);
  }

  private static User user(Request request) {
    return request.recall(Caller.class).user();
  }
}
