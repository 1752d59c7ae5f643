package dev.facet.ingest.social.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays answers by method, path, query (sorted, without the token) and body; a call that nothing
 * was recorded for fails the test. Its clock goes on only while somebody waits.
 */
final class RecordedNetwork implements Line, Pace {
  static final String TOKEN = "tok-secret";
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final Deque<Reply> faults = new ArrayDeque<>();
  final List<Call> calls = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  private final String platform;
  private int broken = Integer.MAX_VALUE;
  private int brokenStatus;
  private int elsewhere;
  private Duration slowness = Duration.ZERO;
  private Instant now;

  RecordedNetwork(String platform, LocalDate today) {
    this.platform = platform;
    this.now = today.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** What is answered to {@code GET /path?a=1&b=2} or {@code POST /path?a=1 body}. */
  RecordedNetwork answer(String call, String json) {
    answers.put(call, json.replace('\'', '"'));
    return this;
  }

  /** Comes before every answer. */
  RecordedNetwork fault(int status, Map<String, String> headers, String json) {
    faults.add(reply(status, headers, json.replace('\'', '"')));
    return this;
  }

  /** From the n-th call on there is no answer but this status. */
  RecordedNetwork breakAt(int call, int status) {
    broken = call;
    brokenStatus = status;
    return this;
  }

  /** The status of what nothing was recorded for, instead of a test that fails. */
  RecordedNetwork elsewhere(int status) {
    elsewhere = status;
    return this;
  }

  /** The calls that something was recorded for, with what is said. */
  Map<String, JsonNode> recorded() {
    Map<String, JsonNode> recorded = new LinkedHashMap<>();
    answers.forEach((call, json) -> recorded.put(call, reply(200, Map.of(), json).body()));
    return recorded;
  }

  RecordedNetwork slow(Duration eachCall) {
    slowness = eachCall;
    return this;
  }

  Connector connector() {
    return Networks.all(this).stream()
        .filter(network -> network.platform().equals(platform))
        .findFirst()
        .orElseThrow();
  }

  static Account account(String platform) {
    return new Account(platform, "17", TOKEN, "refresh-secret", "ada", null, null, null);
  }

  Reading read() {
    return connector().read(account(platform), this, today());
  }

  Map<String, Double> post(String id) {
    return connector().post(account(platform), this, id, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  @Override
  public Reply send(Call call, Duration limit) {
    calls.add(call);
    now = now.plus(slowness);
    if (!faults.isEmpty()) {
      return faults.removeFirst();
    }
    if (calls.size() >= broken) {
      return reply(brokenStatus, Map.of(), "{}");
    }
    String answer = answers.get(key(call));
    if (answer == null && elsewhere > 0) {
      return reply(elsewhere, Map.of(), "{}");
    }
    if (answer == null) {
      throw new AssertionError("no answer was recorded for " + key(call));
    }
    return reply(200, Map.of(), answer);
  }

  private static Reply reply(int status, Map<String, String> headers, @Nullable String json) {
    try {
      JsonNode body = JSON.readTree(json);
      return new Reply(status, headers, body);
    } catch (JsonProcessingException e) {
      return new Reply(status, headers, MissingNode.getInstance());
    }
  }

  private static String key(Call call) {
    String query =
        Arrays.stream(call.query().split("&"))
            .filter(part -> !part.isEmpty() && !part.startsWith("access_token="))
            .sorted()
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .map(RecordedNetwork::toTheMinute)
            .collect(Collectors.joining("&"));
    String target = query.isEmpty() ? call.path() : call.path() + "?" + query;
    return call.method() + " " + target + (call.body() == null ? "" : " " + call.body());
  }

  /** Seconds that went by while waiting make no other question. */
  private static String toTheMinute(String part) {
    if (!part.startsWith("until=")) {
      return part;
    }
    long until = Long.parseLong(part.substring("until=".length()));
    return "until=" + (until - until % 60);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration length) {
    pauses.add(length);
    now = now.plus(length);
  }
}
