package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.ContentRead;
import dev.facet.api.mediarithmics.wire.ContentShow;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Revision;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.FailureException;

/** {@code /v1/dashboards/{id}/content}: what is on a dashboard. */
record ContentsResource(Dashboards dashboards) {

  Response retrieve(Call call) {
    call.checkOrganisation();
    return MediarithmicsWire.single(
        dashboards.read(call.actor(), reader -> wrapper(call, reader, reader.get(call.id()))));
  }

  /** Makes a new wrapper, also when the content is the one before. */
  Response replace(Call call) {
    call.checkOrganisation();
    JsonNode body = call.body();
    return MediarithmicsWire.single(
        dashboards.write(
            call.actor(), editor -> wrapper(call, editor.read(), replaced(call, body, editor))));
  }

  private static Sheet replaced(Call call, JsonNode body, Editor editor) {
    Reader reader = editor.read();
    Sheet before = reader.get(call.id());
    DashboardForm form =
        ContentRead.read(
            body, FormView.of(reader, before), id -> ChartsResource.isSaved(reader, id));
    return FormEdit.rewrite(editor, call.id(), form);
  }

  private static ObjectNode wrapper(Call call, Reader reader, Sheet sheet) {
    Long number = sheet.dashboard().contentRevision();
    if (number == null) {
      throw FailureException.notFound("dashboard " + call.id() + " has no content yet.");
    }
    Revision revision = reader.revision(call.id(), number).revision();
    ObjectNode node = MediarithmicsWire.object().put("id", MediarithmicsWire.id(number));
    node.set("content", ContentShow.show(FormView.of(reader, sheet)));
    return node.put("organisation_id", call.organisation())
        .put("created_ts", revision.at().toEpochMilli())
        .put("created_by", MediarithmicsWire.id(revision.author()));
  }
}
