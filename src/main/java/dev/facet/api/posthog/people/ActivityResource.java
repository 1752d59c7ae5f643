package dev.facet.api.posthog.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Tokens;
import dev.facet.access.User;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Revision;
import dev.facet.dashboard.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code …/dashboards/{id}/activity/}: who did what to a dashboard, told by its revisions. */
public record ActivityResource(Dashboards dashboards, Accounts accounts) {
  private static final int USUAL_PAGE = 10;
  private static final int LARGEST_PAGE = 1_000;

  public Response list(Call call) {
    record Seen(Sheet sheet, List<Revision> revisions) {}
    Seen seen =
        dashboards.read(
            call.actor(),
            reader ->
                new Seen(reader.get(call.id()), reader.revisions(call.id(), null, Long.MAX_VALUE)));
    List<Revision> all = seen.revisions();
    Map<Long, User> users =
        accounts.users(
            all.stream().map(Revision::author).filter(Objects::nonNull).distinct().toList());
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    List<ObjectNode> page =
        all.stream()
            .skip(paging.offset())
            .limit(paging.limit())
            .map(revision -> entry(seen.sheet(), revision, users))
            .toList();
    return Response.json(
        200,
        PostHogWire.page(
            all.size(),
            paging.next(call.request(), all.size()).orElse(null),
            paging.previous(call.request()).orElse(null),
            page));
  }

  private static ObjectNode entry(Sheet sheet, Revision revision, Map<Long, User> users) {
    ObjectNode node = PostHogWire.object();
    node.put("id", Tokens.uuid("revision", revision.id()).toString());
    node.set(
        "user", revision.author() == null ? null : PostHogWire.user(users.get(revision.author())));
    node.put("activity", word(revision.reason()));
    node.put("scope", "Dashboard");
    node.put("item_id", String.valueOf(revision.dashboard()));
    ObjectNode detail = node.putObject("detail");
    detail.put("name", sheet.dashboard().registration().name());
    detail.putArray("changes");
    node.put("created_at", PostHogWire.time(revision.at()));
    return node;
  }

  private static String word(Revision.Reason reason) {
    return switch (reason) {
      case CREATED -> "created";
      case EDITED, REVERTED, TEXT -> "updated";
      case DELETED -> "deleted";
      case RESTORED -> "restored";
    };
  }
}
