package dev.facet.api.mediarithmics;

import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.definition.file.DataFile;
import dev.facet.definition.file.DataFiles;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;

/** {@code /v1/data_file/data}: files of JSON that charts read, of the caller's organisation. */
record DataFilesResource(DataFiles files) {
  private static final String TENANTS = "mics://data_file/tenants/";
  private static final int LONGEST = 1_000;

  Response retrieve(Call call) {
    String uri = uri(call);
    DataFile file =
        files
            .find(call.project().organisation(), uri)
            .orElseThrow(() -> FailureException.notFound("there is no file '" + uri + "'."));
    return Response.bytes(
        200, "application/octet-stream", file.body().getBytes(StandardCharsets.UTF_8));
  }

  Response replace(Call call) {
    String uri = uri(call);
    byte[] body = call.request().body();
    Json.read(body);
    String name = call.request().query("name").orElse(uri.substring(uri.lastIndexOf('/') + 1));
    files.put(
        call.project().organisation(),
        new DataFile(uri, name, new String(body, StandardCharsets.UTF_8)));
    return MediarithmicsWire.single(
        MediarithmicsWire.object().put("uri", uri).put("name", name).put("size", body.length));
  }

  /** The address asked for, which must be one of the caller's organisation. */
  private static String uri(Call call) {
    String uri = call.request().query("uri").orElseThrow(() -> Fields.missing("uri"));
    String own = TENANTS + call.organisation() + "/";
    if (!uri.startsWith(TENANTS)) {
      throw FailureException.invalid("uri", "uri", "a file's address begins with " + own + ".");
    }
    if (!uri.startsWith(own) || uri.length() > LONGEST) {
      throw FailureException.notFound("there is no file '" + uri + "'.");
    }
    return uri;
  }
}
