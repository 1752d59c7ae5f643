package dev.facet.api.uploadpost;

import dev.facet.api.http.CallLimit;
import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.consent.Switchboard;
import dev.facet.ingest.social.profile.Held;
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

  /**
   * The numbers of a post now, kept as today's.
   *
   * @throws NetworkException whose message is for people
   */
  Map<String, Double> metrics(Held held, StoredPost post) {
    LocalDate today = today();
    Map<String, Double> metrics =
        switchboard.ask(
            held,
            (connector, account, line) -> connector.post(account, line, post.theirs(), today));
    keep(held.project(), post, today, metrics);
    return metrics;
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
