package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.User;
import dev.facet.api.http.CallLimit;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.UploadPostWire;

/** {@code …/me}: whose key it is. */
final class MeResource {

  Response retrieve(Call call) {
    User user = call.caller().user();
    ObjectNode body =
        UploadPostWire.success()
            .put("message", "The key is valid.")
            .put("email", user.email())
            .put("plan", "self-hosted");
    body.putObject("preferences");
    body.putObject("api_usage").put("count", calls(call));
    return Response.json(200, body);
  }

  /** The calls of the minute. */
  private static int calls(Call call) {
    if (!call.request().remembers(CallLimit.Standing.class)) {
      return 0;
    }
    CallLimit.Standing standing = call.request().recall(CallLimit.Standing.class);
    return standing.most() - standing.left();
  }
}
