package dev.facet.access.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;

/** Writes down when links were last used, each at most once a minute. Safe for many threads. */
final class Uses {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Catalog catalog;
  private final Cache<Long, Instant> noted = Caffeine.newBuilder().maximumSize(10_000).build();

  Uses(Catalog catalog) {
    this.catalog = catalog;
  }

  void note(Share share, Instant now) {
    Instant before = noted.getIfPresent(share.id());
    if (before != null && now.isBefore(before.plus(AGAIN)) && !now.isBefore(before)) {
      return;
    }
    noted.put(share.id(), now);
    catalog.mark(
        transaction -> {
          new ShareRows(transaction).used(share.id(), now);
          return true;
        });
  }
}
