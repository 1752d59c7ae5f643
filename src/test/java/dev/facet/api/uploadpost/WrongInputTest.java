package dev.facet.api.uploadpost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, it is answered or refused in a sentence: nothing breaks, nothing leaks. */
class WrongInputTest {
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          ",",
          "0",
          "-1",
          "1.5",
          "99999999999999999999",
          "true",
          "null",
          "[]",
          "{\"a\":1}",
          "2026-02-30",
          "0000-01-01",
          "9999-12-31",
          "-0001-01-01",
          "2026-03-04T00:00:00Z",
          "٢٠٢٦-٠٣-٠٤",
          "x,youtube,x",
          "x;drop",
          "acme",
          "ACME",
          "ünï çode/日本",
          "' OR 1=1 --",
          "{profile}",
          "\\",
          "%00",
          "a\nb\tc",
          "\uD83C\uDF75",
          "a".repeat(3000),
          "x,".repeat(800));
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "/analytics/acme",
          List.of("platforms", "page_id", "page_urn", "days"),
          "/uploadposts/total-impressions/acme",
          List.of("date", "start_date", "end_date", "period", "platform", "breakdown", "metrics"),
          "/uploadposts/post-analytics/r",
          List.of("platform"),
          "/uploadposts/post-analytics",
          List.of("platform_post_id", "platform", "user"),
          "/uploadposts/post-analytics/cached",
          List.of("user", "platform", "limit", "cursor", "since", "until"),
          "/uploadposts/audience",
          List.of("user", "platform", "start_date", "end_date", "benchmark_category"),
          "/uploadposts/media",
          List.of("user", "platform", "limit", "cursor", "page_urn"),
          "/uploadposts/history",
          List.of("page", "limit", "request_id", "start", "end"),
          "/uploadposts/status",
          List.of("request_id", "job_id"),
          "/uploadposts/reddit/detailed-posts",
          List.of("profile_username"));

  @TempDir static Path folder;
  private static Uploads uploads;

  @BeforeAll
  static void start() throws Exception {
    uploads =
        new Uploads(
            folder,
            Map.of("limits.calls_per_minute", "0", "store.url", ""),
            InstantSource.fixed(ServerUnderTest.NOW));
    uploads.rows(
        "profile_snapshots",
        """
        {"profile":"acme","platform":"x","date":"2026-03-01","level":{"followers":1},"daily":{"impressions":1e300}}
        {"profile":"acme","platform":"tiktok","date":"2026-03-02","level":{"followers":1e-300},"daily":{"views":0.1}}
        {"profile":"a/b","platform":"x","date":"2026-03-01","daily":{"impressions":3}}
        {"profile":"a%2Fb","platform":"x","date":"2026-03-01","daily":{"impressions":4}}
        {"profile":"100%","platform":"x","date":"2026-03-01","daily":{"impressions":5}}
        {"profile":"日本 🍵","platform":"x","date":"2026-03-01","daily":{"impressions":6}}
        {"profile":"a+b","platform":"x","date":"2026-03-01","daily":{"impressions":7}}
        """);
    uploads.rows(
        "posts",
        "{\"post_id\":\"1\",\"request_id\":\"r\",\"profile\":\"acme\",\"platform\":\"x\",\"platform_post_id\":\"1\"}");
  }

  @AfterAll
  static void stop() {
    uploads.close();
  }

  static Stream<String> paths() {
    return PARAMETERS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void any_value_of_any_parameter_is_answered_or_refused(String path) throws Exception {
    for (String parameter : PARAMETERS.getOrDefault(path, List.of())) {
      for (String value : VALUES) {
        check(path + "?" + parameter + "=" + encoded(value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void parameters_of_all_kinds_together_are_answered_or_refused(long seed) throws Exception {
    Random random = new Random(seed);
    List<Callable<String>> calls = new ArrayList<>();
    List<String> all = paths().toList();
    for (int i = 0; i < 150; i++) {
      String path = all.get(random.nextInt(all.size()));
      StringBuilder query = new StringBuilder("?user=acme&platform=x");
      for (String parameter : PARAMETERS.getOrDefault(path, List.of())) {
        if (random.nextBoolean()) {
          String value = VALUES.get(random.nextInt(VALUES.size()));
          query.append('&').append(parameter).append('=').append(encoded(value));
        }
      }
      calls.add(() -> check(path + query));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isNotNull();
      }
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Gives the body. */
  private static String check(String path) throws Exception {
    Reply reply = uploads.get(path);
    assertThat(reply.status()).as(path + " " + reply.body()).isIn(200, 400, 404);
    assertThat(reply.body())
        .as(path)
        .doesNotContain("duckdb", "DuckDB", "java.", "Exception", "SELECT", "hogql", "NaN", "Inf");
    assertThat(reply.json().isObject()).isTrue();
    if (reply.status() != 200) {
      String message = reply.json().path("message").asText();
      assertThat(message).as(path).isNotBlank().hasSizeLessThan(400);
    }
    return reply.body();
  }

  @Test
  void a_profile_is_found_by_its_name_however_it_is_encoded() throws Exception {
    assertThat(total("a%2Fb")).isEqualTo(3);
    assertThat(total("a%252Fb")).isEqualTo(4);
    assertThat(total("100%25")).isEqualTo(5);
    assertThat(total("%E6%97%A5%E6%9C%AC%20%F0%9F%8D%B5")).isEqualTo(6);
    assertThat(total("a+b")).isEqualTo(7);
    assertThat(total("a%2Bb")).isEqualTo(7);
    assertThat(uploads.get("/uploadposts/total-impressions/a/b").status()).isEqualTo(404);
    for (String path : List.of("%zz", "100%", "%00", "%", "a%2")) {
      assertThat(uploads.status("/api/uploadposts/total-impressions/" + path))
          .as(path)
          .isEqualTo(400);
    }
  }

  private static long total(String profile) throws Exception {
    return uploads
        .get("/uploadposts/total-impressions/" + profile)
        .json()
        .path("total_impressions")
        .asLong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"username\":7}",
        "{\"username\":null}",
        "{\"username\":\"\"}",
        "{\"username\":\"  \"}",
        "{\"username\":\"c/d\"}",
        "{\"username\":\"a\\u0000b\"}",
        "{\"username\":[\"a\"]}",
        "{\"username\":\"a\"",
        "username=a",
      })
  void a_name_that_is_none_makes_no_profile(String body) throws Exception {
    for (String method : List.of("POST", "DELETE")) {
      Reply reply = uploads.send(method, "/uploadposts/users", body);
      assertThat(reply.status()).as(method + reply.body()).isIn(400, 404);
      assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    }
    assertThat(
            uploads.get("/uploadposts/users").json().path("profiles").findValuesAsText("username"))
        .containsExactlyInAnyOrder("acme", "a/b", "a%2Fb", "100%", "日本 🍵", "a+b");
  }

  @Test
  void a_name_that_is_too_long_makes_no_profile() throws Exception {
    String body = "{\"username\": \"%s\"}".formatted("a".repeat(201));
    assertThat(uploads.send("POST", "/uploadposts/users", body).status()).isEqualTo(400);
  }

  @Test
  void of_many_who_make_a_profile_at_once_one_does() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(
          () -> uploads.send("POST", "/uploadposts/users", "{\"username\":\"once\"}").status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> call : threads.invokeAll(calls)) {
        statuses.add(call.get());
      }
    }
    uploads.send("DELETE", "/uploadposts/users", "{\"username\":\"once\"}");
    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
  }
}
