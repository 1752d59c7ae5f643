package dev.facet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.SocialDesk;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.collect.DailyCollection;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The daily collection of accounts against a stub in the same process: one call for the account,
 * three pages of 50 posts, a series of 30 days; moments drawn as in earnest. Arguments: an empty
 * directory, how many accounts, how many days of history there are, how many days to collect.
 */
public final class CollectBench {
  private static final String HOST = "https://bench.example";
  private static final int PAGES = 3;
  private static final int POSTS = 50;
  private static final int CHUNK = 10_000;

  private CollectBench() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    int accounts = Integer.parseInt(args[1]);
    int history = Integer.parseInt(args[2]);
    try (Store store = DuckDbStore.open(directory.resolve("store"), DuckDbSettings.DEFAULT);
        StubHost host = new StubHost(asked -> new StubHost.Said(200, said(asked.target())));
        SocialDesk desk = new SocialDesk(directory, store, List.of(new Bench()))) {
      for (int i = 0; i < accounts; i++) {
        desk.connect("profile-" + i, "x", host.url());
      }
      remember(desk, accounts, history);
      for (int day = 0; day < Integer.parseInt(args[3]); day++) {
        desk.pass(Duration.ofDays(1));
        collect(desk, host);
      }
    }
  }

  private static void collect(SocialDesk desk, StubHost host) throws InterruptedException {
    LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
    DailyCollection daily =
        new DailyCollection(
            desk.collector,
            desk.profiles,
            desk.runs,
            Pace.of(InstantSource.system()),
            new java.security.SecureRandom());
    long start = System.nanoTime();
    daily.run(desk.clock.instant(), today);
    double seconds = (System.nanoTime() - start) / 1e9;
    int calls = host.asked().size();
    host.asked().clear();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s: %.1f s, %d calls, heap after it %d MB, resident %d MB (most %d MB)%n",
        today,
        seconds,
        calls,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        Memory.resident(),
        Memory.most());
  }

  private static void remember(SocialDesk desk, int accounts, int history) {
    LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int day = history; day > 0; day--) {
      for (int i = 0; i < accounts; i++) {
        rows.add(
            Map.of(
                "profile", "profile-" + i,
                "platform", "x",
                "date", today.minusDays(day).toString(),
                "level", Map.of("followers", 1000 + i, "likes", 10 * i),
                "daily", Map.of("likes", 1, "impressions", 2)));
        if (rows.size() == CHUNK) {
          desk.send(SocialDatasets.PROFILE_SNAPSHOTS, rows);
          rows.clear();
        }
      }
    }
    desk.send(SocialDatasets.PROFILE_SNAPSHOTS, rows);
  }

  private static String said(String target) {
    if (target.startsWith("/account")) {
      return "{\"followers\":1200,\"likes\":5000}";
    }
    StringBuilder posts = new StringBuilder("{\"posts\":[");
    for (int i = 0; i < POSTS; i++) {
      posts.append(i == 0 ? "" : ",");
      posts.append(
          "{\"id\":\"%s/%d\",\"text\":\"%s\",\"likes\":%d}"
              .formatted(target.substring(1), i, "What we have to say. ".repeat(10), i));
    }
    return posts.append("]}").toString();
  }

  /** A network of the bench's own. */
  private record Bench() implements Connector {
    @Override
    public String platform() {
      return "x";
    }

    @Override
    public String name() {
      return "Bench";
    }

    @Override
    public Reading read(Account account, Line line, LocalDate today) {
      JsonNode node = told(line, "/account/" + account.accountId());
      List<Reading.Post> posts = new ArrayList<>();
      for (int page = 0; page < PAGES; page++) {
        told(line, "/posts/" + account.accountId() + "/" + page)
            .path("posts")
            .forEach(post -> posts.add(post(post)));
      }
      SplittableRandom random = new SplittableRandom(account.accountId().hashCode());
      TreeMap<LocalDate, Map<String, Double>> days = new TreeMap<>();
      for (int day = 1; day <= 30; day++) {
        days.put(today.minusDays(day), Map.of("impressions", (double) random.nextInt(1000)));
      }
      return new Reading(
          Map.of(
              "followers", node.path("followers").doubleValue(),
              "likes", node.path("likes").doubleValue()),
          days,
          List.of("likes"),
          posts);
    }

    private static JsonNode told(Line line, String path) {
      return line.send(Call.get(HOST, path), Duration.ofSeconds(20)).body();
    }

    private static Reading.Post post(JsonNode node) {
      return new Reading.Post(
          node.path("id").asText(),
          null,
          null,
          node.path("text").asText(),
          "TEXT",
          null,
          null,
          Instant.parse("2026-03-01T10:00:00Z"),
          Map.of("likes", node.path("likes").doubleValue()));
    }

    @Override
    public Map<String, Double> post(Account account, Line line, String id, LocalDate today) {
      return Map.of();
    }

    @Override
    public Posts posts(Account account, Line line, int limit, Optional<String> cursor) {
      return new Posts(List.of(), Optional.empty());
    }

    @Override
    public Optional<Consent> consent() {
      return Optional.empty();
    }
  }
}
