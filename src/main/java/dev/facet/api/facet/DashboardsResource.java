package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.User;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Revision;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.QueryForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dashboards in our own form: listed, made, changed, thrown away, brought back. */
final class DashboardsResource {
  /** Queries that dashboards may hold though they are not computed here. */
  private static final Set<String> OTHERS =
      Set.of(
          "FunnelsQuery",
          "PathsQuery",
          "HogQLQuery",
          "EventsQuery",
          "ReportQuery",
          "OtqlQuery",
          "DatasetTree",
          "BusinessWidget");

  private final Dashboards dashboards;
  private final Accounts accounts;

  DashboardsResource(Dashboards dashboards, Accounts accounts) {
    this.dashboards = dashboards;
    this.accounts = accounts;
  }

  Response list(Request request) {
    Slice slice = Slice.of(request);
    DashboardSearch search = new DashboardSearch();
    request.query("search").filter(text -> !text.isBlank()).ifPresent(search::text);
    search.archived(FacetWire.flag(request, "archived"));
    if (FacetWire.flag(request, "deleted")) {
      search.inTrash();
    }
    search
        .orderBy(DashboardSearch.Order.PINNED, false)
        .orderBy(DashboardSearch.Order.NAME, false)
        .limit(slice.limit())
        .offset(slice.offset());
    Page<Dashboard> page = dashboards.read(actor(request), reader -> reader.list(search));
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

  Response create(Request request) {
    DashboardForm form = form(request);
    return changed(201, request, editor -> FormEdit.create(editor, form));
  }

  Response get(Request request) {
    ObjectNode body =
        dashboards.read(actor(request), reader -> whole(reader, reader.get(id(request))));
    return shown(200, body);
  }

  Response replace(Request request) {
    DashboardForm form = form(request);
    return changed(
        200, request, editor -> FormEdit.replace(editor, id(request), expected(request), form));
  }

  Response patch(Request request) {
    DashboardForm form = form(request);
    return changed(
        200, request, editor -> FormEdit.patch(editor, id(request), expected(request), form));
  }

  Response delete(Request request) {
    dashboards.write(
        actor(request), editor -> editor.delete(id(request), expected(request), false));
    return Response.empty(204);
  }

  Response restore(Request request) {
    return changed(200, request, editor -> editor.restore(id(request), expected(request), false));
  }

  Response revisions(Request request) {
    Slice slice = Slice.of(request);
    List<Revision> all =
        dashboards.read(
            actor(request), reader -> reader.revisions(id(request), null, Integer.MAX_VALUE));
    Map<Long, User> users =
        accounts.users(
            all.stream().map(Revision::author).filter(Objects::nonNull).distinct().toList());
    ArrayNode results = FacetWire.array();
    all.stream()
        .skip(slice.offset())
        .limit(slice.limit())
        .forEach(revision -> results.add(FacetWire.revision(revision, users)));
    long end = slice.offset() + results.size();
    return Response.json(
        200, FacetWire.list(results, all.size(), end < all.size() ? (Long) end : null));
  }

  Response revert(Request request) {
    return changed(
        200,
        request,
        editor -> editor.revert(id(request), expected(request), request.pathNumber("revision")));
  }

  private Response changed(int status, Request request, Function<Editor, Sheet> change) {
    ObjectNode body =
        dashboards.write(actor(request), editor -> whole(editor.read(), change.apply(editor)));
    return shown(status, body);
  }

  private static Response shown(int status, ObjectNode body) {
    return Response.json(status, body).with("ETag", '"' + body.path("revision").asText() + '"');
  }

  private ObjectNode whole(Reader reader, Sheet sheet) {
    Dashboard dashboard = sheet.dashboard();
    Long creator = dashboard.createdBy();
    Map<Long, User> users = accounts.users(creator == null ? List.of() : List.of(creator));
    ObjectNode whole = FacetWire.registration(dashboard, users);
    whole.setAll(FormView.of(reader, sheet).write());
    return whole;
  }

  private static Actor actor(Request request) {
    return new Actor(request.recall(Project.class).id(), request.recall(Caller.class).user().id());
  }

  private static long id(Request request) {
    return request.pathNumber("id");
  }

  private static DashboardForm form(Request request) {
    return DashboardForm.read(Json.read(request.body()), DashboardsResource::check);
  }

  private static void check(JsonNode query, String path) {
    if (!OTHERS.contains(QueryForm.source(query).path("kind").asText())) {
      QueryForm.read(query, path);
    }
  }

  /** The revision the caller knows, null when it does not say. */
  private static @Nullable Long expected(Request request) {
    String given = request.header("If-Match").orElse("").strip();
    String bare = given.replaceAll("^(W/)?\"(.*)\"$", "$2");
    if (bare.isEmpty() || bare.equals("*")) {
      return null;
    }
    if (!bare.matches("\\d{1,18}")) {
      throw FailureException.invalid(
          "if_match", "If-Match", "If-Match holds the number of a revision, not '" + given + "'.");
    }
    return Long.valueOf(bare);
  }
}
