package dev.facet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebShopTest {
  private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

  @Test
  void the_same_clock_gives_the_same_events() {
    assertThat(events(NOW)).isEqualTo(events(NOW));
  }

  @Test
  void events_are_many_and_none_is_in_the_future() {
    List<ObjectNode> events = events(NOW);
    assertThat(events).hasSizeBetween(60_000, 150_000);
    assertThat(events).allMatch(event -> !time(event).isAfter(NOW));
    assertThat(events)
        .anyMatch(event -> time(event).isAfter(NOW.minus(Duration.ofHours(6))))
        .anyMatch(event -> time(event).isBefore(NOW.minus(Duration.ofDays(89))));
  }

  @Test
  void fewer_buy_than_look() {
    List<ObjectNode> events = events(NOW);
    assertThat(count(events, "product viewed")).isGreaterThan(count(events, "added to cart"));
    assertThat(count(events, "added to cart")).isGreaterThan(count(events, "checkout started"));
    assertThat(count(events, "checkout started")).isGreaterThan(count(events, "purchase"));
    assertThat(count(events, "purchase")).isGreaterThan(count(events, "signup"));
  }

  private static long count(List<ObjectNode> events, String name) {
    return events.stream().filter(event -> event.path("event").asText().equals(name)).count();
  }

  private static Instant time(ObjectNode event) {
    return Instant.parse(event.path("timestamp").asText());
  }

  private static List<ObjectNode> events(Instant now) {
    List<ObjectNode> events = new ArrayList<>();
    WebShop.generate(now, events::add);
    return events;
  }
}
