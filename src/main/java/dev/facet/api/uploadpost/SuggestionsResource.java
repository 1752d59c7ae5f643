package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;

/**
 * {@code …/suggestions}: hashtags and searches around a word. No network that this server reads
 * tells them, which is said as the vendor says it of networks that cannot.
 */
final class SuggestionsResource {

  Response retrieve(Call call) {
    Given.required(call.request(), "user");
    String platform = Given.required(call.request(), "platform");
    Given.required(call.request(), "type");
    ObjectNode body =
        UploadPostWire.object()
            .put("success", false)
            .put("error_code", "platform_not_supported")
            .put("message", "There are no suggestions of " + Given.shown(platform) + " here.");
    body.putArray("supported_platforms");
    return Response.json(400, body);
  }
}
