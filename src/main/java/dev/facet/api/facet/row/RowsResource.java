package dev.facet.api.facet.row;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dataset.Intake;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.row.UnknownCustomers;
import dev.facet.model.Project;
import dev.facet.store.Store;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Rows of datasets, put in place of those of the same key. */
final class RowsResource {
  private final Ingest ingest;
  private final UnknownCustomers unknown;

  RowsResource(Ingest ingest, Store store) {
    this.ingest = ingest;
    this.unknown = new UnknownCustomers(store, ingest::flush);
  }

  Response upsert(Request request) {
    Intake intake = RowsBody.intake(request);
    SentRows rows = SentRows.read(RowsBody.unpacked(request), intake);
    return take(request, intake, rows, IntUnaryOperator.identity()).response();
  }

  /** What became of rows: the answer that tells, and how many there were of which kind. */
  record Taken(ObjectNode answer, int accepted, int rejected, int warned) {
    /** 400 when not one of the rows was good. */
    Response response() {
      return Response.json(accepted == 0 && rejected > 0 ? 400 : 200, answer);
    }
  }

  /**
   * Takes rows and tells of those refused.
   *
   * @param lines the line that a row stood on, its own number when rows have none
   */
  Taken take(Request request, Intake intake, SentRows rows, IntUnaryOperator lines) {
    long project = request.recall(Project.class).id();
    ingest.accept(project, intake.dataset().name(), rows.taken());
    ObjectNode answer = FacetWire.object().put("accepted", rows.taken().size());
    answer.set("rejected", refused(rows, lines));
    List<UnknownCustomers.Warning> warnings = unknown.in(project, intake.dataset(), rows);
    if (!warnings.isEmpty()) {
      ArrayNode told = answer.putArray("warnings");
      warnings.forEach(w -> tell(told, w.row(), lines, w.path(), w.message()));
    }
    return new Taken(answer, rows.taken().size(), rows.refused().size(), warnings.size());
  }

  static ArrayNode refused(SentRows rows, IntUnaryOperator lines) {
    ArrayNode refused = FacetWire.array();
    rows.refused().forEach(row -> tell(refused, row.row(), lines, row.path(), row.message()));
    return refused;
  }

  private static void tell(
      ArrayNode told, int row, IntUnaryOperator lines, String path, String message) {
    ObjectNode one = told.addObject().put("row", row);
    if (lines.applyAsInt(row) != row) {
      one.put("line", lines.applyAsInt(row));
    }
    one.put("path", path).put("message", message);
  }
}
