package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Organisation;
import dev.facet.access.User;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.OktopostWire;

/** {@code /v2/me}: whose key it is. */
final class MeResource {

  Response retrieve(Call call) {
    User user = call.caller().user();
    Organisation account = call.request().recall(Organisation.class);
    ObjectNode body = OktopostWire.success();
    body.putObject("User")
        .put("Id", OktopostWire.userId(user.id()))
        .put("Name", user.name())
        .put("Email", user.email())
        .put("LastLogin", OktopostWire.NEVER);
    body.putObject("Account")
        .put("Id", OktopostWire.accountId(account.id()))
        .put("Name", account.name());
    return Response.json(200, body);
  }
}
