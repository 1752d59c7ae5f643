package dev.facet.api.racknap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answers;
import dev.facet.api.Readers;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.racknap.widget.Widget;
import dev.facet.api.racknap.widget.WidgetEdit;
import dev.facet.api.racknap.widget.WidgetScreen;
import dev.facet.api.racknap.widget.Widgets;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.board.SectionForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/dashboards}, one at a time. */
record DashboardsResource(Dashboards dashboards, Answers answers, Readers readers) {

  /** A dashboard with what its widgets show; their figures are asked when nothing is held open. */
  private record Shown(Sheet sheet, List<Widget> widgets) {}

  /** Makes a dashboard and gives it to the caller. */
  Response create(Call call) {
    DashboardInput said = DashboardInput.read(Json.read(call.request().body()));
    String name = said.requiredName();
    List<SectionForm> sections =
        WidgetEdit.create(said.widgets() == null ? List.of() : said.widgets());
    Dashboard made =
        dashboards.write(
            call.actor(),
            editor -> {
              Names.requireFree(editor.read(), name, null);
              Dashboard dashboard = FormEdit.create(editor, said.newForm(sections)).dashboard();
              editor.assign(dashboard.id(), call.caller().user().id(), null);
              return dashboard;
            });
    ObjectNode body = named(made).put("type", made.registration().type());
    return Response.json(201, body.put("createdAt", RackNapWire.instant(made.createdAt())));
  }

  Response retrieve(Call call) {
    Actor actor = call.actor();
    Shown shown = dashboards.read(actor, reader -> shown(reader, reader.get(call.id())));
    dashboards.accessed(actor, call.id());
    Dashboard dashboard = shown.sheet().dashboard();
    Registration said = dashboard.registration();
    ObjectNode body = named(dashboard).put("description", said.description());
    body.put("type", said.type());
    widgets(call, shown, body.putArray("widgets"));
    return Response.json(
        200,
        body.put("refreshInterval", RackNapWire.interval(said.refreshInterval()))
            .put("createdAt", RackNapWire.instant(dashboard.createdAt())));
  }

  private static Shown shown(Reader reader, Sheet sheet) {
    return new Shown(sheet, Widgets.of(FormView.of(reader, sheet)));
  }

  private void widgets(Call call, Shown shown, ArrayNode all) {
    List<ObjectNode> figures =
        new WidgetScreen(answers)
            .figures(readers.of(call.project()), shown.sheet().content(), shown.widgets());
    for (int i = 0; i < figures.size(); i++) {
      all.add(shown.widgets().get(i).show().set("data", figures.get(i)));
    }
  }

  Response replace(Call call) {
    DashboardInput said = DashboardInput.read(Json.read(call.request().body()));
    Dashboard changed =
        dashboards.write(call.actor(), editor -> replaced(editor, call.id(), said)).dashboard();
    ObjectNode body = named(changed);
    return Response.json(200, body.put("updatedAt", RackNapWire.instant(changed.updatedAt())));
  }

  private static Sheet replaced(Editor editor, long id, DashboardInput said) {
    Sheet before = editor.read().get(id);
    if (said.name() != null) {
      Names.requireFree(editor.read(), said.name(), before.dashboard());
    }
    return FormEdit.patch(editor, id, null, said.form(sections(editor.read(), before, said)));
  }

  private static @Nullable List<SectionForm> sections(
      Reader reader, Sheet before, DashboardInput said) {
    return said.widgets() == null
        ? null
        : WidgetEdit.replace(
            FormView.of(reader, before),
            said.widgets(),
            insight -> reader.insight(insight).definition().saved());
  }

  Response delete(Call call) {
    dashboards.write(call.actor(), editor -> editor.delete(call.id(), null, false));
    return Response.json(
        200, RackNapWire.object().put("success", true).put("message", "Dashboard deleted"));
  }

  private static ObjectNode named(Dashboard dashboard) {
    return RackNapWire.object()
        .put("id", RackNapWire.id(dashboard.id()))
        .put("name", RackNapWire.text(dashboard.registration().name()));
  }
}
