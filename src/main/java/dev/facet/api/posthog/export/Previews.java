package dev.facet.api.posthog.export;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.access.share.Share;
import dev.facet.api.posthog.Onlooker;
import dev.facet.dashboard.question.View;
import dev.facet.model.Project;
import dev.facet.report.Reports.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Pictures of what is shared, each drawn at most once a minute. Whether the share is open is
 * settled before. Safe for many threads.
 */
public final class Previews {
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final long BYTES = 16 << 20;

  private final Files files;
  private final Cache<About, byte[]> drawn;

  private record About(long project, Subject subject) {}

  public Previews(Files files, InstantSource clock) {
    this.files = files;
    this.drawn =
        Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((About about, byte[] picture) -> picture.length)
            .expireAfterWrite(LIFE)
            .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
            .build();
  }

  /** The picture of what a share shows, as PNG. */
  public byte[] picture(Share share, Project project) {
    long id = share.subject().id();
    Subject subject =
        switch (share.subject().kind()) {
          case DASHBOARD -> new Subject.OfDashboard(id, View.OWN);
          case INSIGHT -> new Subject.OfInsight(id);
        };
    About about = new About(project.id(), subject);
    byte[] known = drawn.getIfPresent(about);
    if (known != null) {
      return known;
    }
    byte[] picture = files.picture(Onlooker.visitor(project), subject);
    drawn.put(about, picture);
    return picture;
  }
}
