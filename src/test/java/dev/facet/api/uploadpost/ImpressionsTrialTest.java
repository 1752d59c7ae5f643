package dev.facet.api.uploadpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import dev.facet.api.uploadpost.ImpressionsByHand.Row;
import dev.facet.ingest.social.Platforms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random questions about random snapshots: the memory store and DuckDB answer what loops over the
 * rows give. It is half an hour into the year in UTC, and still last year where the project is.
 */
class ImpressionsTrialTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final List<String> PROFILES = List.of("acme", "Acme", "ünï çode");
  private static final List<String> METRICS =
      List.of(
          "followers",
          "reach",
          "impressions",
          "likes",
          "comments",
          "shares",
          "saves",
          "profileViews",
          "video_count",
          "following",
          "views",
          "pin_clicks",
          "outbound_clicks");
  private static final Map<String, Integer> PERIODS =
      Map.of("last_day", 1, "last_week", 7, "last_month", 30, "last_3months", 90, "last_year", 365);
  private static final String YAML =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
            projects:
              - { id: 1, name: Shop, timezone: US/Pacific, week_start: monday, token: phc_shop }
            keys:
              - { user: ada@example.com, label: all, key: phx_all, scopes: ["*"], projects: [] }
      """;

  @TempDir static Path folder;
  private static final List<ServerUnderTest> SERVERS = new ArrayList<>();
  private static final ImpressionsByHand BY_HAND =
      new ImpressionsByHand(rows(new Random(611)), TODAY);

  @BeforeAll
  static void start() throws Exception {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:30:00Z"));
    for (String url : List.of("memory:", "")) {
      Path own = Files.createDirectory(folder.resolve("store" + SERVERS.size()));
      Map<String, String> settings = Map.of("store.url", url, "limits.calls_per_minute", "0");
      ServerUnderTest server = ServerUnderTest.start(own, YAML, settings, clock);
      SERVERS.add(server);
      String lines =
          BY_HAND.rows().stream().map(ImpressionsTrialTest::line).collect(Collectors.joining("\n"));
      String path = "/facet/v1/projects/1/datasets/profile_snapshots/rows";
      assertThat(server.post(path, "phx_all", lines).json().path("rejected")).isEmpty();
      assertThat(server.post("/facet/v1/flush", "phx_all", "").status()).isEqualTo(200);
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(ServerUnderTest::close);
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    Set<List<Object>> keys = new HashSet<>();
    for (int i = 0; i < 1500; i++) {
      String profile = pick(random, PROFILES);
      String platform = pick(random, Platforms.ALL);
      LocalDate date = TODAY.plusDays(3 - random.nextInt(random.nextBoolean() ? 20 : 400));
      if (keys.add(List.of(profile, platform, date))) {
        rows.add(new Row(profile, platform, date, numbers(random), numbers(random)));
      }
    }
    return rows;
  }

  private static Map<String, Long> numbers(Random random) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      String metric = random.nextInt(8) == 0 ? "score" : pick(random, METRICS);
      numbers.put(metric, random.nextInt(4) == 0 ? 0 : random.nextLong(1_000_000_000));
    }
    return numbers;
  }

  private static String line(Row row) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("profile", row.profile()).put("platform", row.platform());
    node.put("date", row.date().toString());
    node.set("level", Json.MAPPER.valueToTree(row.level()));
    node.set("daily", Json.MAPPER.valueToTree(row.daily()));
    return node.toString();
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<String> some(Random random, List<String> values) {
    return random.nextBoolean()
        ? List.of()
        : random
            .ints(random.nextInt(1, 5), 0, values.size())
            .mapToObj(values::get)
            .distinct()
            .toList();
  }

  /** Days that are looked at and the parameters that ask for them. */
  private record Asked(LocalDate from, LocalDate to, String parameters) {}

  private static Asked window(Random random) {
    LocalDate day = TODAY.plusDays(2 - random.nextInt(40));
    LocalDate start = day.minusDays(random.nextInt(380));
    String period = pick(random, PERIODS.keySet().stream().sorted().toList());
    LocalDate first = TODAY.minusDays(PERIODS.getOrDefault(period, 0));
    return switch (random.nextInt(6)) {
      case 0 -> new Asked(TODAY.minusDays(30), TODAY, "");
      case 1 -> new Asked(day, day, "&date=" + day + "&period=" + period);
      case 2 -> new Asked(first, TODAY, "&period=" + period + "&start_date=" + start);
      case 3 -> new Asked(day.minusDays(30), day, "&end_date=" + day);
      case 4 -> new Asked(first, TODAY, "&start_date=" + first);
      default -> new Asked(start, day, "&start_date=" + start + "&end_date=" + day);
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void both_stores_answer_what_loops_give(int part) throws Exception {
    for (int seed = part * 40; seed < part * 40 + 40; seed++) {
      Random random = new Random(seed);
      String profile = pick(random, PROFILES);
      List<String> platforms = some(random, Platforms.ALL);
      List<String> metrics = some(random, METRICS);
      Asked asked = window(random);
      String query =
          "?breakdown=true%s%s%s"
              .formatted(
                  asked.parameters(),
                  platforms.isEmpty() ? "" : "&platform=" + String.join(",", platforms),
                  metrics.isEmpty() ? "" : "&metrics=" + String.join(",", metrics));
      ObjectNode expected = BY_HAND.answer(profile, asked.from(), asked.to(), platforms, metrics);
      for (ServerUnderTest server : SERVERS) {
        assertThat(get(server, profile, query).json().toPrettyString())
            .as("seed %d: %s%s", seed, profile, query)
            .isEqualTo(Json.read(Json.bytes(expected)).toPrettyString());
      }
    }
  }

  @Test
  void the_total_is_the_sum_over_networks_and_the_sum_over_days() throws Exception {
    for (ServerUnderTest server : SERVERS) {
      var body = get(server, "acme", "?period=last_year&breakdown=true").json();
      long total = body.path("total_impressions").asLong();
      assertThat(total).isPositive();
      assertThat(sum(body.path("per_platform"))).isEqualTo(total);
      assertThat(sum(body.path("per_day"))).isEqualTo(total);
    }
  }

  private static long sum(Iterable<JsonNode> values) {
    long sum = 0;
    for (var value : values) {
      sum += value.asLong();
    }
    return sum;
  }

  private static Reply get(ServerUnderTest server, String profile, String query) throws Exception {
    String encoded = URLEncoder.encode(profile, StandardCharsets.UTF_8).replace("+", "%20");
    return server.get(
        "/api/uploadposts/total-impressions/" + encoded + query,
        null,
        "Authorization",
        "Apikey phx_all");
  }
}
