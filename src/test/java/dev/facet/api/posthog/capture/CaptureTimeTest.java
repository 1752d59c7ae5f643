package dev.facet.api.posthog.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTimeTest {
  private static final Instant NOW = Instant.parse("2026-05-01T13:05:00.123456789Z");

  @ParameterizedTest
  @CsvSource({
    "2026-04-01T12:00:00Z, 2026-04-01T12:00:00Z",
    "2026-04-01T12:00:00.5Z, 2026-04-01T12:00:00.500Z",
    "2026-04-01T12:00:00.123456789Z, 2026-04-01T12:00:00.123456Z",
    "2026-04-01T12:00:00+05:45, 2026-04-01T06:15:00Z",
    "2026-04-01T12:00:00-0730, 2026-04-01T19:30:00Z",
    "2026-04-01T12:00:00+02, 2026-04-01T10:00:00Z",
    "2026-04-01 12:00:00, 2026-04-01T12:00:00Z",
    "2026-04-01T12:00, 2026-04-01T12:00:00Z",
    "2026-04-01, 2026-04-01T00:00:00Z",
    "1965-04-01T00:00:00Z, 1965-04-01T00:00:00Z",
    "2026-05-02T12:05:00Z, 2026-05-02T12:05:00Z",
    "2026-05-02T12:05:01Z, 2026-05-01T13:05:00.123456Z",
    "9999-01-01T00:00:00Z, 2026-05-01T13:05:00.123456Z",
    "yesterday, 2026-05-01T13:05:00.123456Z",
    "2026-02-30T00:00:00Z, 2026-05-01T13:05:00.123456Z",
    "2026-04-01T25:00:00Z, 2026-05-01T13:05:00.123456Z",
    "2026-04-01T12:00:00+99:00, 2026-05-01T13:05:00.123456Z",
    "'', 2026-05-01T13:05:00.123456Z"
  })
  void a_timestamp_is_read(String timestamp, Instant expected) {
    assertThat(time(Map.of("timestamp", timestamp))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_775_044_800L, 1_775_044_800_000L})
  void numbers_are_seconds_or_milliseconds(long number) {
    assertThat(time(Map.of("timestamp", number))).isEqualTo("2026-04-01T12:00:00Z");
  }

  @Test
  void without_a_timestamp_it_is_now() {
    assertThat(time(Map.of())).isEqualTo("2026-05-01T13:05:00.123456Z");
    assertThat(time(Map.of("timestamp", true))).isEqualTo("2026-05-01T13:05:00.123456Z");
  }

  @Test
  void a_wrong_clock_is_corrected_by_when_the_client_sent() {
    Instant now = Instant.parse("2026-05-01T13:05:00Z");
    Instant sentAt = Instant.parse("2026-05-01T12:05:00Z");
    Map<String, @Nullable Object> event = Map.of("timestamp", "2026-05-01T12:00:00Z");
    assertThat(new CaptureTime(now, sentAt).of(event, Map.of())).isEqualTo("2026-05-01T13:00:00Z");
    assertThat(new CaptureTime(now, sentAt).of(event, Map.of("$ignore_sent_at", true)))
        .isEqualTo("2026-05-01T12:00:00Z");
  }

  @Test
  void an_offset_counts_back_from_now_whatever_else_is_said() {
    Map<String, @Nullable Object> event = new HashMap<>(Map.of("offset", 90_000L));
    event.put("timestamp", "2020-01-01T00:00:00Z");
    assertThat(time(event)).isEqualTo("2026-05-01T13:03:30.123456Z");
    assertThat(time(Map.of("offset", 1e300))).isEqualTo("2026-05-01T13:05:00.123456Z");
  }

  private static Instant time(Map<String, @Nullable Object> event) {
    return new CaptureTime(NOW, null).of(event, Map.of());
  }
}
