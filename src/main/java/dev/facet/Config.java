package dev.facet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set. Read from a YAML file, over it the environment, over that the
 * command line; a key that is not in {@link #KEYS} stops the start.
 *
 * @param data the one directory everything is kept in
 * @param catalogUrl where definitions are kept, empty for a file in {@code data}
 * @param storeUrl what holds and computes the data, empty for an engine with its file in {@code
 *     data}
 * @param bootstrap the section as written, an empty object when there is none
 */
public record Config(
    Server server,
    Path data,
    String catalogUrl,
    String storeUrl,
    int storeMemory,
    Limits limits,
    Connectors connectors,
    JsonNode bootstrap) {

  /** Where the server listens and how others reach it. */
  public record Server(
      String host, int port, @Nullable String publicUrl, List<String> trustedProxies) {}

  /**
   * How much is let through at once.
   *
   * @param callsPerMinute 0 for no limit
   * @param parallelQueries 0 for one per core
   * @param cache how many bytes of computed answers are kept
   */
  public record Limits(
      int callsPerMinute,
      int connections,
      int parallelQueries,
      int queuedQueries,
      Duration queryTime,
      long cache) {}

  /** Which hosts accounts may name beside networks' own, and the credentials there by network. */
  public record Connectors(List<String> allow, Map<String, Client> clients) {
    public Connectors {
      allow = List.copyOf(allow);
      clients = Map.copyOf(clients);
    }

    /** The server's own credentials at a network. Never shown. */
    public record Client(String id, String secret) {
      @Override
      public String toString() {
        return "Client[" + id + "]";
      }
    }
  }

  /**
   * A key that can be set: its name with dots, default, unit (empty for plain text) and meaning.
   */
  public record Key(String name, String standard, String unit, String sentence) {

    /** The environment variable that sets it. */
    public String variable() {
      return "FACET_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
  }

  /** Every key there is, beside {@code bootstrap} and {@code connectors.<network>.*}. */
  public static final List<Key> KEYS =
      List.of(
          new Key("server.host", "127.0.0.1", "", "Address to listen on; 0.0.0.0 for all."),
          new Key("server.port", "8080", "port", "Port to listen on; 0 for any free one."),
          new Key(
              "server.public_url",
              "",
              "URL",
              "Address by which others reach the server, used in links; when empty, the address of"
                  + " each request is used."),
          new Key(
              "server.trusted_proxies",
              "",
              "list of addresses or networks",
              "Proxies whose X-Forwarded-For, -Proto and -Host headers are believed."),
          new Key("data", "./data", "directory", "Where everything is kept."),
          new Key(
              "catalog.url",
              "",
              "JDBC URL",
              "Where definitions are kept; when empty, a SQLite file in the data directory."),
          new Key(
              "store.url",
              "",
              "URL",
              "What holds and computes the data; when empty, DuckDB with its file in the data"
                  + " directory; memory: keeps it in memory only."),
          new Key("store.memory", "768", "MiB", "How much memory the store may use for its work."),
          new Key(
              "limits.calls_per_minute",
              "6000",
              "calls",
              "Calls of one key in a minute before it is told to wait; 0 for no limit. Ingestion"
                  + " is not counted."),
          new Key("limits.connections", "5000", "connections", "Open connections at a time."),
          new Key(
              "limits.parallel_queries",
              "0",
              "queries",
              "Queries computed at a time; 0 for one per core."),
          new Key(
              "limits.queued_queries",
              "1000",
              "queries",
              "Queries that may wait for their turn; more are refused for a moment."),
          new Key(
              "limits.query_seconds",
              "120",
              "seconds",
              "How long a query may wait and be computed before it is given up."),
          new Key("limits.cache", "64", "MiB", "Memory for answers that were computed before."),
          new Key(
              "connectors.allow",
              "",
              "list of hosts",
              "Hosts beside the networks' own, by name or address, that base_url of a social"
                  + " account may name; they alone may be private and without encryption."));

  private static final String CLIENT = "connectors\\.[a-z_]+\\.client_(id|secret)";

  /** The defaults and nothing else. */
  public static Config standard() {
    return of(Map.of(), JsonNodeFactory.instance.objectNode());
  }

  /**
   * Reads the configuration.
   *
   * @param file null for none
   * @param environment all variables of the process; those that name no key are left alone
   * @param overrides values by key, from the command line
   */
  public static Config load(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonNode bootstrap = JsonNodeFactory.instance.objectNode();
    if (file != null) {
      JsonNode root = parse(file);
      bootstrap = root.path("bootstrap").isObject() ? root.path("bootstrap") : bootstrap;
      flatten(root, "", values);
    }
    KEYS.stream()
        .filter(key -> environment.containsKey(key.variable()))
        .forEach(key -> values.put(key.name(), environment.getOrDefault(key.variable(), "")));
    values.putAll(overrides);
    return of(values, bootstrap);
  }

  private static JsonNode parse(Path file) {
    try {
      JsonNode root = new YAMLMapper().readTree(Files.readAllBytes(file));
      boolean empty = root == null || root.isNull() || root.isMissingNode();
      JsonNode tree = empty ? JsonNodeFactory.instance.objectNode() : root;
      if (!tree.isObject()) {
        throw invalid(null, "The configuration file " + file + " must hold keys and values.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw invalid(null, "The configuration file " + file + " is no YAML: " + e.getMessage());
    } catch (IOException e) {
      throw invalid(null, "The configuration file " + file + " cannot be read.");
    }
  }

  private static void flatten(JsonNode node, String prefix, Map<String, String> values) {
    node.properties()
        .forEach(
            field -> {
              String name = prefix + field.getKey();
              if (name.equals("bootstrap")) {
                return;
              }
              if (field.getValue().isObject()) {
                flatten(field.getValue(), name + ".", values);
              } else {
                check(name);
                values.put(name, text(field.getValue()));
              }
            });
  }

  private static void check(String name) {
    if (KEYS.stream().anyMatch(key -> key.name().equals(name)) || name.matches(CLIENT)) {
      return;
    }
    String nearest = Nearest.of(name, KEYS.stream().map(Key::name).toList()).orElseThrow();
    throw invalid(
        name, "There is no configuration key '" + name + "'; the nearest is '" + nearest + "'.");
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asText();
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asText()));
    return String.join(",", items);
  }

  private static Config of(Map<String, String> given, JsonNode bootstrap) {
    Map<String, String> values = new TreeMap<>(given);
    KEYS.forEach(key -> values.putIfAbsent(key.name(), key.standard()));
    return new Config(
        new Server(
            word(values, "server.host"),
            number(values, "server.port", 0, 65_535),
            url(values),
            words(values, "server.trusted_proxies")),
        Path.of(word(values, "data")),
        word(values, "catalog.url"),
        word(values, "store.url"),
        number(values, "store.memory", 64, 1 << 20),
        new Limits(
            number(values, "limits.calls_per_minute", 0, Integer.MAX_VALUE),
            number(values, "limits.connections", 1, 1_000_000),
            number(values, "limits.parallel_queries", 0, 1024),
            number(values, "limits.queued_queries", 0, 1_000_000),
            Duration.ofSeconds(number(values, "limits.query_seconds", 1, 86_400)),
            number(values, "limits.cache", 0, 1 << 20) * 1024L * 1024L),
        new Connectors(words(values, "connectors.allow"), clients(values)),
        bootstrap);
  }

  private static String word(Map<String, String> values, String name) {
    return values.getOrDefault(name, "").strip();
  }

  private static List<String> words(Map<String, String> values, String name) {
    return List.of(word(values, name).split(",")).stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static int number(Map<String, String> values, String name, int least, int most) {
    String text = word(values, name);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers out of range.
    }
    throw invalid(
        name, "%s is a whole number from %d to %d, not '%s'.".formatted(name, least, most, text));
  }

  private static @Nullable String url(Map<String, String> values) {
    String text = word(values, "server.public_url").replaceAll("/+$", "");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      throw invalid(
          "server.public_url", "server.public_url begins with http:// or https://, not " + text);
    }
    return text;
  }

  private static Map<String, Connectors.Client> clients(Map<String, String> values) {
    Map<String, Connectors.Client> clients = new TreeMap<>();
    for (String name : values.keySet()) {
      if (name.matches(CLIENT)) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        clients.put(
            stem.substring("connectors.".length()),
            new Connectors.Client(
                word(values, stem + ".client_id"), word(values, stem + ".client_secret")));
      }
    }
    return clients;
  }

  private static FailureException invalid(@Nullable String key, String sentence) {
    return FailureException.invalid("configuration", key, sentence);
  }
}
