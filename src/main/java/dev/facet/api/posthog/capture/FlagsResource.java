package dev.facet.api.posthog.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the vendor's clients ask for besides capturing: feature flags, of which there are none, and
 * how to behave.
 */
record FlagsResource(Supplier<UUID> ids) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The flags, in the form the asked version has, and the client's settings. */
  Response flags(Request request) {
    ObjectNode answer = settings();
    if (request.query("v").filter("2"::equals).isPresent()) {
      answer.putObject("flags");
    } else {
      answer.putObject("featureFlags");
      answer.putObject("featureFlagPayloads");
    }
    answer.put("errorsWhileComputingFlags", false);
    answer.put("requestId", ids.get().toString());
    return Response.json(200, answer);
  }

  /** The client's settings alone. */
  Response config(Request request) {
    return Response.json(200, settings().put("hasFeatureFlags", false));
  }

  private static ObjectNode settings() {
    ObjectNode settings = NODES.objectNode();
    settings.putObject("config").put("enable_collect_everything", true);
    settings.putArray("supportedCompression").add("gzip").add("gzip-js");
    settings.put("sessionRecording", false);
    settings.putObject("toolbarParams");
    settings.put("isAuthenticated", false);
    settings.putArray("siteApps");
    settings.put("capturePerformance", false);
    settings.put("autocapture_opt_out", false);
    settings.put("surveys", false);
    settings.put("heatmaps", false);
    return settings;
  }
}
