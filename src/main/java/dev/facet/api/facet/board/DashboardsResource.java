package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.facet.access.Accounts;
import dev.facet.access.User;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.Slice;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.form.board.DashboardForm;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Dashboards in our own form: listed, made, changed, thrown away, brought back. */
public final class DashboardsResource {
  private final Dashboards dashboards;
  private final Accounts accounts;
  private final Shown shown;

  public DashboardsResource(Dashboards dashboards, Accounts accounts) {
    this.dashboards = dashboards;
    this.accounts = accounts;
    this.shown = new Shown(dashboards, accounts);
  }

  public Response list(Request request) {
    Slice slice = Slice.of(request);
    DashboardSearch search = new DashboardSearch();
    request.query("search").filter(text -> !text.isBlank()).ifPresent(search::text);
    request.query("tag").filter(tag -> !tag.isEmpty()).map(List::of).ifPresent(search::anyTag);
    if (FacetWire.flag(request, "deleted")) {
      search.inTrash();
    } else {
      search.archived(FacetWire.flag(request, "archived"));
    }
    search
        .orderBy(DashboardSearch.Order.PINNED, false)
        .orderBy(DashboardSearch.Order.NAME, false)
        .limit(slice.limit())
        .offset(slice.offset());
    Page<Dashboard> page =
        dashboards.read(BoardRequest.actor(request), reader -> reader.list(search));
    return Response.json(
        200, FacetWire.list(registrations(page.items()), page.total(), page.next()));
  }

  private ArrayNode registrations(List<Dashboard> items) {
    List<Long> creators =
        items.stream().map(Dashboard::createdBy).filter(Objects::nonNull).distinct().toList();
    Map<Long, User> users = accounts.users(creators);
    ArrayNode results = FacetWire.array();
    items.forEach(item -> results.add(FacetWire.registration(item, users)));
    return results;
  }

  public Response create(Request request) {
    DashboardForm form = BoardRequest.form(request);
    return shown.changed(201, request, editor -> FormEdit.create(editor, form));
  }

  public Response get(Request request) {
    return shown.now(request);
  }

  public Response replace(Request request) {
    DashboardForm form = BoardRequest.form(request);
    return shown.changed(
        200,
        request,
        editor ->
            FormEdit.replace(
                editor, BoardRequest.id(request), BoardRequest.expected(request), form));
  }

  public Response patch(Request request) {
    DashboardForm form = BoardRequest.form(request);
    return shown.changed(
        200,
        request,
        editor ->
            FormEdit.patch(editor, BoardRequest.id(request), BoardRequest.expected(request), form));
  }

  public Response delete(Request request) {
    dashboards.write(
        BoardRequest.actor(request),
        editor -> editor.delete(BoardRequest.id(request), BoardRequest.expected(request), false));
    return Response.empty(204);
  }

  public Response restore(Request request) {
    return shown.changed(
        200,
        request,
        editor -> editor.restore(BoardRequest.id(request), BoardRequest.expected(request), false));
  }
}
