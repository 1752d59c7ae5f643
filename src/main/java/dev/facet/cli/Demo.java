package dev.facet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.Config;
import dev.facet.cli.demo.Ledger;
import dev.facet.cli.demo.SocialFeed;
import dev.facet.cli.demo.WebShop;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs a server with a generated organisation, until it is told to stop. Everything goes in the way
 * clients send it.
 */
@Command(
    name = "demo",
    description = "Run a server with a generated organisation and throw it away afterwards.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Demo implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "phx_demo_all";
  private static final String TOKEN = "phc_demo_web_shop";
  private static final int BATCH = 1000;

  private final Starter starter;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final Listening listening = new Listening();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "An empty directory to keep everything in; without it nothing is kept.")
  private @Nullable Path data;

  Demo(Starter starter) {
    this.starter = starter;
  }

  @Override
  public Integer call() throws Exception {
    Path thrownAway = data == null ? Files.createTempDirectory("facet-demo-") : null;
    Path folder = Objects.requireNonNullElse(thrownAway, data);
    Path settings = Files.createDirectories(folder).resolve("facet.yml");
    Files.write(settings, resource("facet.yml"));
    Map<String, String> overrides = listening.overrides();
    overrides.put("data", folder.resolve("data").toString());
    Config config = Config.load(settings, System.getenv(), overrides);
    Lifetime lifetime = Lifetime.begin(starter, config, listening.clock(), thrownAway);
    fill(lifetime.url(), listening.clock());
    say(lifetime.url());
    lifetime.lastUntilStopped();
    return 0;
  }

  private void fill(String url, InstantSource clock) throws IOException, InterruptedException {
    List<EventLines.Line> lines = new ArrayList<>();
    WebShop.generate(
        clock.instant(), event -> lines.add(new EventLines.Line(0, event.toString(), null)));
    try (BatchSender sender = new BatchSender(URI.create(url), TOKEN)) {
      for (int from = 0; from < lines.size(); from += BATCH) {
        String refused = sender.send(lines.subList(from, Math.min(from + BATCH, lines.size())));
        if (refused != null) {
          throw new IOException("The demo's events were refused: " + refused);
        }
      }
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      Sender api = new Sender(client, url);
      api.post("/facet/v1/projects/1/dashboards", resource("web-shop.json"));
      acquisition(api);
      audience(api);
      social(api, clock.instant());
      business(api, clock.instant());
      api.post("/facet/v1/flush", new byte[0]);
    }
  }

  /** The second dashboard is made the way a client of PostHog makes one. */
  private static void acquisition(Sender api) throws IOException, InterruptedException {
    ObjectNode dashboard = JSON.createObjectNode();
    dashboard.put("name", "Acquisition").put("description", "Where visitors come from");
    dashboard.putArray("tags").add("shop");
    JsonNode made = api.post("/api/projects/1/dashboards/", JSON.writeValueAsBytes(dashboard));
    for (JsonNode insight : JSON.readTree(resource("acquisition.json"))) {
      ObjectNode placed = insight.deepCopy();
      placed.putArray("dashboards").add(made.path("id").asLong());
      api.post("/api/projects/1/insights/", JSON.writeValueAsBytes(placed));
    }
  }

  /** The third dashboard is made the way a client of mediarithmics makes one. */
  private static void audience(Sender api) throws IOException, InterruptedException {
    ObjectNode registration = JSON.createObjectNode().put("title", "Audience");
    registration.putArray("scopes").add("home");
    registration.putArray("segment_ids");
    registration.putArray("builder_ids");
    JsonNode made = api.post("/v1/dashboards", JSON.writeValueAsBytes(registration));
    String id = made.path("data").path("id").asText();
    api.put("/v1/dashboards/" + id + "/content", resource("audience.json"));
  }

  /** The fourth dashboard is about rows of datasets: Oktopost's clients list and read it. */
  private static void social(Sender api, Instant now) throws IOException, InterruptedException {
    send(api, SocialFeed.generate(now));
    api.post("/facet/v1/projects/1/dashboards", resource("social.json"));
  }

  /**
   * The fifth dashboard is about the books of a business, and RackNap's clients see it; the sixth
   * is made the way one of them makes one.
   */
  private static void business(Sender api, Instant now) throws IOException, InterruptedException {
    send(api, Ledger.generate(now));
    api.post("/facet/v1/projects/1/dashboards", resource("business.json"));
    api.post("/api/dashboards", resource("executive.json"));
  }

  private static void send(Sender api, Map<String, List<ObjectNode>> datasets)
      throws IOException, InterruptedException {
    for (Map.Entry<String, List<ObjectNode>> rows : datasets.entrySet()) {
      String path = "/facet/v1/projects/1/datasets/" + rows.getKey() + "/rows";
      api.post(path, JSON.writeValueAsBytes(rows.getValue()));
    }
  }

  /** Sends JSON with the demo's key. */
  private record Sender(HttpClient client, String url) {
    JsonNode post(String path, byte[] body) throws IOException, InterruptedException {
      return send("POST", path, body);
    }

    JsonNode put(String path, byte[] body) throws IOException, InterruptedException {
      return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, byte[] body)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Authorization", "Bearer " + KEY)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new IOException(path + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Demo.class.getResourceAsStream("/demo/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String url) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Facet is ready on " + url);
    out.println();
    out.println("  Log in         ada@example.com / correct-horse-battery");
    out.println(
        "  PostHog        curl -H 'Authorization: Bearer "
            + KEY
            + "' "
            + url
            + "/api/projects/1/dashboards/");
    out.println(
        "  mediarithmics  curl -H 'Authorization: "
            + KEY
            + "' '"
            + url
            + "/v1/dashboards?organisation_id=1'");
    out.println(
        "  RackNap        curl -H 'Authorization: Bearer " + KEY + "' " + url + "/api/dashboards");
    out.println("  Oktopost       curl -u 001000000000001:" + KEY + " " + url + "/v2/dashboard");
    out.println(
        "  Upload-Post    curl -H 'Authorization: Apikey "
            + KEY
            + "' '"
            + url
            + "/api/uploadposts/total-impressions/"
            + SocialFeed.PROFILE
            + "?breakdown=true'");
    out.println(
        "  Facet          curl -H 'Authorization: Bearer "
            + KEY
            + "' "
            + url
            + "/facet/v1/projects/1/dashboards/1/data");
    out.println();
    out.println(data == null ? "Stop it with Ctrl-C; nothing is kept." : "Stop it with Ctrl-C.");
    out.flush();
  }
}
