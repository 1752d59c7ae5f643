package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Network;
import dev.facet.api.uploadpost.wire.UploadPostWire;

/** {@code …/platform-metrics}: the metrics there are, for everybody. */
final class CatalogueResource {

  Response retrieve(Request request) {
    ObjectNode body = UploadPostWire.object();
    for (Network network : Network.values()) {
      network.describe(body.putObject(network.key()));
    }
    return Response.json(200, body);
  }
}
