package dev.facet.ingest.social.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.LongLife;
import dev.facet.ingest.social.Connector.Step;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Instagram, Facebook and Threads have in common: Meta's errors and insights. */
final class Graph {
  static final String VERSION = "/v23.0";

  private static final JsonMapper JSON = new JsonMapper();

  /** Usage in percent, and in minutes when there will be room again. */
  private static final String USAGE = "x-business-use-case-usage";

  private Graph() {}

  /** Errors have codes of their own; the status says little. */
  static Optional<Kind> refusal(Reply reply) {
    JsonNode error = reply.body().path("error");
    Optional<Kind> byStatus = Network.byStatus(reply.status());
    if (!error.isObject()) {
      return byStatus;
    }
    Optional<Kind> byCode =
        byCode(error.path("code").asInt(0), error.path("error_subcode").asInt(0));
    return Optional.of(byCode.or(() -> byStatus).orElse(Kind.BAD_REQUEST));
  }

  private static Optional<Kind> byCode(int code, int subcode) {
    return switch (code) {
      case 102, 190 -> Optional.of(Kind.AUTH);
      case 3, 10 -> Optional.of(Kind.PERMISSION);
      case 100 -> Optional.of(subcode == 33 ? Kind.NOT_FOUND : Kind.BAD_REQUEST);
      case 803 -> Optional.of(Kind.NOT_FOUND);
      case 4, 17, 32, 613 -> Optional.of(Kind.RATE_LIMIT);
      case 1, 2 -> Optional.of(Kind.TRANSIENT);
      case 3001 -> Optional.of(Kind.BAD_REQUEST);
      default -> byRange(code);
    };
  }

  private static Optional<Kind> byRange(int code) {
    if (code >= 200 && code < 300) {
      return Optional.of(Kind.PERMISSION);
    }
    return code >= 80000 && code < 80100 ? Optional.of(Kind.RATE_LIMIT) : Optional.empty();
  }

  static String words(JsonNode body) {
    return body.path("error").path("message").asText("");
  }

  /** What the usage header says of when calls are taken again. */
  private static Optional<Duration> usage(Reply reply) {
    String usage = reply.headers().getOrDefault(USAGE, "{}");
    try {
      return JSON.readTree(usage).findValues("estimated_time_to_regain_access").stream()
          .map(minutes -> Duration.ofMinutes(minutes.asLong(0)))
          .filter(Duration::isPositive)
          .max(Duration::compareTo);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Metrics by name. When the network refuses the question because of one of them, each that is
   * needed is asked alone, so that a name that is gone does not lose the others.
   */
  static Map<String, Told> insights(
      Conversation talk, Call call, List<String> metrics, List<String> needed) {
    try {
      return byName(talk.ask(call.with("metric", String.join(",", metrics))));
    } catch (NetworkException refusal) {
      if (refusal.kind() != Kind.BAD_REQUEST) {
        throw refusal;
      }
      Map<String, Told> found = new LinkedHashMap<>();
      for (String metric : needed) {
        talk.tryToAsk(call.with("metric", metric)).ifPresent(told -> found.putAll(byName(told)));
      }
      if (found.isEmpty()) {
        throw refusal;
      }
      return found;
    }
  }

  /** As {@link #insights}, and without any when the token may not see them. */
  static Map<String, Told> insightsIfAny(
      Conversation talk, Call call, List<String> metrics, List<String> needed) {
    return talk.ifGiven(() -> insights(talk, call, metrics, needed)).orElse(Map.of());
  }

  private static Map<String, Told> byName(Told answer) {
    Map<String, Told> metrics = new LinkedHashMap<>();
    for (Told metric : answer.list("data")) {
      @Nullable String name = metric.text("name");
      if (name != null) {
        metrics.putIfAbsent(name, metric);
      }
    }
    return metrics;
  }

  /** One number of a metric: its total, else the sum of its values. */
  static @Nullable Double total(@Nullable Told metric) {
    if (metric == null) {
      return null;
    }
    Told total = metric.at("total_value", "value");
    if (total.isGiven()) {
      return total.number();
    }
    return Numbers.added(
        metric.listOrNone("values").stream().map(v -> v.number("value")).toArray(Double[]::new));
  }

  /** The last number of a metric that counts what is there. */
  static @Nullable Double last(@Nullable Told metric) {
    List<Told> values = metric == null ? List.of() : metric.listOrNone("values");
    return values.isEmpty() ? total(metric) : values.getLast().number("value");
  }

  /**
   * A value of a day is labelled by its end, early on the day after it by UTC. One without an end
   * belongs to no day.
   */
  static void series(Days days, @Nullable Told metric, List<String> names) {
    for (Told value : metric == null ? List.<Told>of() : metric.listOrNone("values")) {
      if (value.has("end_time")) {
        LocalDate end = LocalDate.ofInstant(value.moment("end_time"), ZoneOffset.UTC);
        names.forEach(name -> days.put(end.minusDays(1), name, value.number("value")));
      }
    }
  }

  /** What Retry-After says, else the usage header. */
  static Optional<Duration> wait(Reply reply, Kind kind, Instant now) {
    return Waits.of(reply, List.of(), now)
        .or(() -> kind == Kind.RATE_LIMIT ? usage(reply) : Optional.empty());
  }

  /** A call with the token where Meta's networks look for it. */
  static Call get(Conversation talk, String host, String path) {
    return Call.get(host, path).with("access_token", talk.token());
  }

  /** Facebook's login. */
  static Optional<Consent> consent(String... scopes) {
    URI authorize = URI.create("https://www.facebook.com" + VERSION + "/dialog/oauth");
    URI token = URI.create("https://graph.facebook.com" + VERSION + "/oauth/access_token");
    Step longer = new Step(token, "fb_exchange_token", "fb_exchange_token", true);
    return Optional.of(
        new Consent(
            authorize,
            token,
            List.of(scopes),
            ",",
            "client_id",
            false,
            false,
            new LongLife(longer, longer)));
  }
}
