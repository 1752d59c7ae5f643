package dev.facet.api.facet.row;

import dev.facet.api.http.Request;
import dev.facet.dataset.Intake;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What requests that bring rows have in common: a dataset in the path, a body plain or packed. */
final class RowsBody {
  /** How many bytes a body has at most, as sent and unpacked. */
  static final int LIMIT = 20 << 20;

  private RowsBody() {}

  static Intake intake(Request request) {
    String name = request.pathParameter("dataset");
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

  static byte[] unpacked(Request request) {
    byte[] body = request.body();
    if (body.length < 2 || (body[0] & 0xFF) != 0x1F || (body[1] & 0xFF) != 0x8B) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(LIMIT + 1);
      if (plain.length > LIMIT) {
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
}
