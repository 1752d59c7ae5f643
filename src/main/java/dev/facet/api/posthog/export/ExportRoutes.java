package dev.facet.api.posthog.export;

import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.POST;

import dev.facet.api.http.Method;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.dashboard.Dashboards;
import dev.facet.report.Exports;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** Method and path of what makes and gives files, below a project. */
public record ExportRoutes(Adder index) {
  private static final Exports.Limits KEPT =
      new Exports.Limits(200, 64 << 20, Duration.ofHours(24));

  /** Adds a route below each way to name a project. */
  public interface Adder {
    void add(
        Method method, String path, String scope, String summary, Function<Call, Response> handler);
  }

  /** Adds them all. */
  public void all(Dashboards dashboards, Files files, InstantSource clock) {
    ExportsResource exports = new ExportsResource(dashboards, files, new Exports<>(clock, KEPT));
    String one = "/exports/{id}";
    String read = "export:read";
    index.add(GET, "/exports", read, "List the caller's files", exports::list);
    index.add(POST, "/exports", "export:write", "Make a file", exports::create);
    index.add(GET, one, read, "Show what a file is", exports::retrieve);
    index.add(GET, one + "/content", read, "The file", exports::content);
  }
}
