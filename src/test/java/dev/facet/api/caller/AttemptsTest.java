package dev.facet.api.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final Attempts attempts =
      new Attempts(InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z")), pauses::add);

  @Test
  void wrong_keys_of_one_address_are_slowed_more_and_more() {
    for (int i = 0; i < 5; i++) {
      attempts.wrongKey("6.6.6.6");
    }
    assertThat(pauses).isEmpty();
    for (int i = 0; i < 9; i++) {
      attempts.wrongKey("6.6.6.6");
    }
    assertThat(pauses.stream().map(Duration::toMillis))
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
  }

  @Test
  void other_addresses_feel_nothing() {
    for (int i = 0; i < 20; i++) {
      attempts.wrongPassword("6.6.6.6");
    }
    attempts.beforePassword("7.7.7.7");
    attempts.wrongKey("7.7.7.7");
    assertThat(pauses).isEmpty();
  }

  @Test
  void passwords_of_a_suspicious_address_take_turns_but_are_looked_at_in_the_end() {
    for (int i = 0; i < 8; i++) {
      attempts.wrongPassword("6.6.6.6");
    }
    for (int i = 0; i < 20; i++) {
      attempts.beforePassword("6.6.6.6");
    }
    assertThat(pauses.stream().map(Duration::toMillis).limit(4))
        .containsExactly(400L, 800L, 1200L, 1600L);
    assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(5));
  }
}
