package dev.facet.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.plan.Expression;
import java.util.HashSet;
import java.util.Set;

/**
 * How many groups the rows of a project fell into when several questions were computed from them:
 * what has too many is not computed together again. Safe for many threads.
 */
final class Cells {
  /** With more, deriving answers costs as much as reading the rows again. */
  private static final long MOST = 20_000;

  private static final long REMEMBERED = 10_000;

  private final Cache<Grouped, Long> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** What rows are grouped by, whatever the time. */
  private record Grouped(long project, Set<Expression> texts, int steps) {
    static Grouped of(long project, Set<Expression> keys) {
      Set<Expression> texts = new HashSet<>();
      int steps = 1;
      for (Expression key : keys) {
        if (key instanceof Expression.Bucket bucket) {
          steps *= Math.max(1, bucket.buckets().starts().size());
        } else {
          texts.add(key);
        }
      }
      return new Grouped(project, texts, steps);
    }
  }

  /** Whether rows grouped by these are few, as far as is known. */
  boolean areFew(long project, Set<Expression> keys) {
    Long cells = known.getIfPresent(Grouped.of(project, keys));
    return cells == null || cells <= MOST;
  }

  void learn(long project, Set<Expression> keys, long cells) {
    known.put(Grouped.of(project, keys), cells);
  }
}
