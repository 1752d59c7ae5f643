package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dataset.Intake;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.row.SentRows;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Rows of datasets, put in place of those of the same key. */
final class RowsResource {
  /** How many bytes a body has at most, as sent and unpacked. */
  static final int BODY_LIMIT = 20 << 20;

  private final Ingest ingest;

  RowsResource(Ingest ingest) {
    this.ingest = ingest;
  }

  Response upsert(Request request) {
    Intake intake = intake(request.pathParameter("dataset"));
    SentRows rows = SentRows.read(unpacked(request.body()), intake);
    ingest.accept(request.recall(Project.class).id(), intake.dataset().name(), rows.taken());
    boolean none = rows.taken().isEmpty() && !rows.refused().isEmpty();
    return Response.json(none ? 400 : 200, answer(rows));
  }

  private static Intake intake(String name) {
    return Intake.of(name)
        .orElseThrow(
            () ->
                FailureException.notFound(
                    "There is no dataset \"%s\" that takes rows; there are %s."
                        .formatted(
                            name,
                            String.join(
                                ", ", Intake.ALL.stream().map(i -> i.dataset().name()).toList()))));
  }

  private static byte[] unpacked(byte[] body) {
    if (body.length < 2 || (body[0] & 0xFF) != 0x1F || (body[1] & 0xFF) != 0x8B) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(BODY_LIMIT + 1);
      if (plain.length > BODY_LIMIT) {
        throw new FailureException(
            new Failure.TooMuch(
                "body_too_large",
                null,
                "A body has at most 20 MB when it is unpacked; send less at once.",
                null));
      }
      return plain;
    } catch (IOException e) {
      throw FailureException.invalid(
          "malformed_body", null, "The body is packed with gzip, but damaged or cut off.");
    }
  }

  private static ObjectNode answer(SentRows rows) {
    ObjectNode answer = FacetWire.object().put("accepted", rows.taken().size());
    ArrayNode refused = answer.putArray("rejected");
    for (SentRows.Refused row : rows.refused()) {
      refused
          .addObject()
          .put("row", row.row())
          .put("path", row.path())
          .put("message", row.message());
    }
    return answer;
  }
}
