package dev.facet.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dashboard.Actor;
import dev.facet.report.Exports.Export;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Kept files: whose they are, how many, how long. */
class ExportsTest {
  private static final Actor ADA = new Actor(1, 1L);
  private static final Actor EVE = new Actor(1, 2L);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-10T12:00:00Z"));
  private final Exports<String> exports =
      new Exports<>(now::get, new Exports.Limits(3, 100, Duration.ofHours(1)));

  private static List<String> names(List<Export<String>> exports) {
    return exports.stream().map(Export::about).toList();
  }

  @Test
  void files_are_their_makers_own() {
    Export<String> kept = exports.keep(ADA, "a", new byte[10]);
    assertThat(exports.find(ADA, kept.id())).contains(kept);
    assertThat(exports.find(EVE, kept.id())).isEmpty();
    assertThat(exports.list(EVE)).isEmpty();
    assertThat(kept.expiresAt()).isEqualTo("2026-03-10T13:00:00Z");
  }

  @Test
  void the_oldest_go_first() {
    for (String name : List.of("a", "b", "c", "d")) {
      exports.keep(ADA, name, new byte[10]);
    }
    assertThat(names(exports.list(ADA))).containsExactly("d", "c", "b");
    exports.keep(EVE, "large", new byte[85]);
    assertThat(names(exports.list(ADA))).containsExactly("d");
  }

  @Test
  void files_expire() {
    Export<String> kept = exports.keep(ADA, "a", new byte[10]);
    now.set(now.get().plus(Duration.ofMinutes(59)));
    assertThat(exports.find(ADA, kept.id())).isPresent();
    now.set(now.get().plus(Duration.ofMinutes(1)));
    assertThat(exports.find(ADA, kept.id())).isEmpty();
  }
}
