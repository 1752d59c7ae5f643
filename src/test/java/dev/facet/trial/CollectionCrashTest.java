package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.StubHost.Asked;
import dev.facet.ingest.social.StubHost.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a day's collection when the server is taken away in the middle of it. */
class CollectionCrashTest {
  private static final int PROFILES = 40;
  private static final int POSTS = 25;

  /** How many accounts the network answers for before it leaves the others waiting. */
  private static final int ANSWERED = 15;

  private static final String PROFILE = "/facet/v1/projects/1/profiles/";

  @TempDir private Path folder;
  private final Map<String, Integer> reads = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);

  private Said answer(Asked asked) {
    String actor = asked.target().replaceFirst(".*actor=([^&]*).*", "$1");
    if (asked.target().contains("getAuthorFeed")) {
      return new Said(200, "{\"feed\":[" + String.join(",", posts(actor)) + "]}");
    }
    reads.merge(actor, 1, Integer::sum);
    if (begun.incrementAndGet() > ANSWERED) {
      await();
    }
    return new Said(200, "{\"followersCount\":7,\"followsCount\":1}");
  }

  private static List<String> posts(String actor) {
    return IntStream.range(0, POSTS)
        .mapToObj(
            post ->
                "{\"post\":{\"uri\":\"at://%s/%d\",\"record\":{},\"likeCount\":2}}"
                    .formatted(actor, post))
        .toList();
  }

  private void await() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> names() {
    return IntStream.range(0, PROFILES).mapToObj(i -> "p" + i).toList();
  }

  /** Profiles by how far their newest collection came. */
  private static List<String> withStatus(Tried server, String status) throws Exception {
    List<String> found = new ArrayList<>();
    for (String name : names()) {
      JsonNode runs = server.get(PROFILE + name + "/runs").path("results");
      if (runs.path(0).path("status").asText().equals(status)) {
        found.add(name);
      }
    }
    return found;
  }

  private static void awaitDone(Tried server, int profiles) throws Exception {
    while (withStatus(server, "done").size() < profiles) {
      Thread.onSpinWait();
    }
  }

  private static JsonNode query(Tried server, String sql) throws Exception {
    String body = "{\"query\": {\"kind\": \"HogQLQuery\", \"query\": \"%s\"}}";
    return server.post("/api/projects/1/query/", body.formatted(sql)).path("results").path(0);
  }

  @Test
  void it_goes_on_where_it_was_cut_off_and_no_row_is_lost_or_double() throws Exception {
    try (StubHost host = new StubHost(this::answer)) {
      connectAll(host);
      List<String> done;
      try (Tried server = Tried.start(folder, "--now", "2026-03-04T05:00:00Z")) {
        awaitDone(server, ANSWERED);
        done = withStatus(server, "done");
        server.program().kill();
      }
      gate.countDown();
      try (Tried server = Tried.start(folder, "--now", "2026-03-04T06:00:00Z")) {
        awaitDone(server, PROFILES);
        server.flush();
        check(server, done);
      }
    }
  }

  private void connectAll(StubHost host) throws Exception {
    try (Tried server = Tried.start(folder, "--now", "2026-03-04T01:00:00Z")) {
      for (String name : names()) {
        server.put(PROFILE + name, "{}");
        server.put(
            PROFILE + name + "/accounts/bluesky",
            "{\"account_id\":\"%s\",\"base_url\":\"%s\"}".formatted(name, host.url()));
      }
      server.program().terminate();
      server.program().end();
    }
  }

  private void check(Tried server, List<String> done) throws Exception {
    assertThat(done).hasSize(ANSWERED);
    for (String name : names()) {
      boolean cutOff = !done.contains(name);
      JsonNode runs = server.get(PROFILE + name + "/runs").path("results");
      assertThat(runs.findValuesAsText("status").getFirst()).isEqualTo("done");
      assertThat(reads.get(name)).as(name).isLessThanOrEqualTo(cutOff ? 2 : 1);
    }
    assertThat(
            query(
                server,
                "select count(), uniq(profile), sum(level.followers) from profile_snapshots"))
        .hasToString("[%d,%d,%d.0]".formatted(PROFILES, PROFILES, 7 * PROFILES));
    int posts = PROFILES * POSTS;
    assertThat(query(server, "select count(), uniq(post_id) from posts"))
        .hasToString("[%d,%d]".formatted(posts, posts));
    assertThat(
            query(server, "select count(), uniq(post_id), sum(metrics.likes) from post_snapshots"))
        .hasToString("[%d,%d,%d.0]".formatted(posts, posts, 2 * posts));
  }
}
