package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.User;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.Slice;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Revision;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormView;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A dashboard's history: its revisions, what each held, and how to go back to one. */
public final class RevisionsResource {
  private final Dashboards dashboards;
  private final Accounts accounts;
  private final Shown shown;

  public RevisionsResource(Dashboards dashboards, Accounts accounts) {
    this.dashboards = dashboards;
    this.accounts = accounts;
    this.shown = new Shown(dashboards, accounts);
  }

  public Response list(Request request) {
    Slice slice = Slice.of(request);
    long id = BoardRequest.id(request);
    List<Revision> all =
        dashboards.read(
            BoardRequest.actor(request), reader -> reader.revisions(id, null, Integer.MAX_VALUE));
    List<Revision> part = all.stream().skip(slice.offset()).limit(slice.limit()).toList();
    long end = slice.offset() + part.size();
    return Response.json(
        200, FacetWire.list(entries(part), all.size(), end < all.size() ? (Long) end : null));
  }

  private ArrayNode entries(List<Revision> part) {
    Map<Long, User> users =
        accounts.users(
            part.stream().map(Revision::author).filter(Objects::nonNull).distinct().toList());
    ArrayNode entries = FacetWire.array();
    part.forEach(revision -> entries.add(FacetWire.revision(revision, users)));
    return entries;
  }

  /** The dashboard with what was on it, its charts asking what they then asked. */
  public Response get(Request request) {
    long revision = request.pathNumber("revision");
    ObjectNode body =
        dashboards.read(
            BoardRequest.actor(request),
            reader -> then(reader, BoardRequest.id(request), revision));
    return Response.json(200, body);
  }

  private ObjectNode then(Reader reader, long id, long revision) {
    Sheet now = reader.get(id);
    Sheet earlier = now.with(reader.revision(id, revision).content());
    return shown.whole(earlier, FormView.then(reader, earlier)).put("revision", revision);
  }

  public Response restore(Request request) {
    return shown.changed(
        200,
        request,
        editor ->
            editor.revert(
                BoardRequest.id(request),
                BoardRequest.expected(request),
                request.pathNumber("revision")));
  }
}
