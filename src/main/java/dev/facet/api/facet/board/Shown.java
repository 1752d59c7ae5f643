package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.User;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.board.DashboardForm;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Dashboards as answers. */
record Shown(Dashboards dashboards, Accounts accounts) {

  /** The dashboard as it is. */
  Response now(Request request) {
    ObjectNode body =
        dashboards.read(
            BoardRequest.actor(request),
            reader -> whole(reader, reader.get(BoardRequest.id(request))));
    return tagged(200, body);
  }

  /** The dashboard as a change leaves it. */
  Response changed(int status, Request request, Function<Editor, Sheet> change) {
    ObjectNode body =
        dashboards.write(
            BoardRequest.actor(request), editor -> whole(editor.read(), change.apply(editor)));
    return tagged(status, body);
  }

  private ObjectNode whole(Reader reader, Sheet sheet) {
    return whole(sheet, FormView.of(reader, sheet))
        .put("editable", reader.mayEdit(sheet.dashboard()));
  }

  /** What is said about the dashboard, and this form of what is on it. */
  ObjectNode whole(Sheet sheet, DashboardForm form) {
    Long creator = sheet.dashboard().createdBy();
    Map<Long, User> users = accounts.users(creator == null ? List.of() : List.of(creator));
    ObjectNode whole = FacetWire.registration(sheet.dashboard(), users);
    whole.setAll(form.write());
    return whole;
  }

  private static Response tagged(int status, ObjectNode body) {
    return Response.json(status, body).with("ETag", '"' + body.path("revision").asText() + '"');
  }
}
