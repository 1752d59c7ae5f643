package dev.facet.api.uploadpost;

import dev.facet.api.http.CallLimit;
import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.consent.Switchboard;
import dev.facet.ingest.social.profile.Held;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.model.Values;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads posts from their networks now, so often as an organisation may, and keeps the numbers. */
final class LiveReads {
  private static final int MOST = 100;
  private static final Duration STRETCH = Duration.ofMinutes(5);
  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final Switchboard switchboard;
  private final Ingest ingest;
  private final InstantSource clock;
  private final CallLimit limit;

  LiveReads(Switchboard switchboard, Ingest ingest, InstantSource clock) {
    this.switchboard = switchboard;
    this.ingest = ingest;
    this.clock = clock;
    this.limit = new CallLimit(MOST, STRETCH, clock);
  }

  /** Counts a request that reads live; one too many is refused. */
  void count(Project project) {
    limit.count("organisation:" + project.organisation()).ifPresent(limit::check);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What a network said of a post. */
  sealed interface Read {
    record Numbers(Map<String, Double> metrics) implements Read {}

    /** It told none; the sentence is for people. */
    record Refused(String sentence) implements Read {}
  }

  /**
   * By the ids of posts, their numbers now, kept as today's. Networks are asked side by side.
   *
   * @param accounts of the posts that are read, by the ids of posts
   */
  Map<String, Read> metrics(List<StoredPost> posts, Map<String, Held> accounts) {
    Map<String, Future<Read>> going = new LinkedHashMap<>();
    Map<String, Read> read = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (StoredPost post : posts) {
        Held held = accounts.get(post.id());
        if (held != null) {
          going.put(post.id(), threads.submit(() -> metrics(held, post)));
        }
      }
      going.forEach((id, future) -> read.put(id, finished(future)));
    }
    return read;
  }

  private static Read finished(Future<Read> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Upstream("cancelled", "The request was given up."));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Read metrics(Held held, StoredPost post) {
    LocalDate today = today();
    try {
      Map<String, Double> metrics =
          switchboard.ask(
              held,
              (connector, account, line) -> connector.post(account, line, post.theirs(), today));
      keep(held.project(), post, today, metrics);
      return new Read.Numbers(metrics);
    } catch (NetworkException refusal) {
      return new Read.Refused(String.valueOf(refusal.getMessage()));
    }
  }

  /** A page of an account's newest posts. */
  Posts posts(Held held, int limit, Optional<String> cursor) {
    return switchboard.ask(
        held, (connector, account, line) -> connector.posts(account, line, limit, cursor));
  }

  private void keep(long project, StoredPost post, LocalDate today, Map<String, Double> metrics) {
    if (metrics.isEmpty()) {
      return;
    }
    if (!post.isStored()) {
      ingest.accept(project, SocialDatasets.POSTS.name(), List.of(post.row()));
    }
    Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
    new TreeMap<>(metrics).forEach((name, value) -> numbers.put(name, Values.canonical(value)));
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("post_id", post.id());
    row.put("date", today.toString());
    row.put("metrics", numbers);
    long position = ingest.accept(project, SocialDatasets.POST_SNAPSHOTS.name(), List.of(row));
    ingest.settle(position, SETTLE);
  }
}
