package dev.facet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryFormatTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123456Z");

  @Test
  void every_kind_of_value_comes_back() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("text", "žluťoučký kůň 日本語 😀");
    properties.put("empty", "");
    properties.put("zero", 0L);
    properties.put("largest", Long.MAX_VALUE);
    properties.put("smallest", Long.MIN_VALUE);
    properties.put("fraction", -0.125);
    properties.put("huge", 1e308);
    properties.put("yes", true);
    properties.put("no", false);
    properties.put("nothing", null);
    properties.put("list", Arrays.asList(1L, "two", null, List.of()));
    properties.put("map", Map.of("inner", Map.of("text", 1L)));
    assertSame(List.of(event("first", properties), event("second", Map.of())));
  }

  @Test
  void times_before_1970_and_far_apart_come_back() {
    Event old =
        new Event(
            new UUID(1, 2),
            "old",
            "u",
            Instant.parse("1901-02-03T04:05:06.000007Z"),
            NOW,
            Map.of());
    assertSame(List.of(old, event("new", Map.of()), old));
  }

  @Test
  void many_alike_events_are_packed_to_a_fraction() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(
          event("pageview", Map.of("$current_url", "https://example.com/" + i, "plan", "free")));
    }
    assertSame(events);
    assertThat(EntryFormat.write(new Entry.Events(7, events)).length).isLessThan(500 * 45);
  }

  @Test
  void rows_come_back_with_the_columns_they_name() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("post_id", "π");
    row.put("caption", null);
    row.put("tags", List.of("a", "b"));
    Entry entry = new Entry.Rows(7, "posts", List.of(row, Map.of("post_id", "2", "at", -1L)));
    assertThat(EntryFormat.read(EntryFormat.write(entry))).isEqualTo(entry);
  }

  @Test
  void members_come_back() {
    Entry entry = new Entry.Members(7, 12, List.of("a", "ü", ""), List.of("5"));
    assertThat(EntryFormat.read(EntryFormat.write(entry))).isEqualTo(entry);
  }

  private static Event event(String name, Map<String, Object> properties) {
    return new Event(
        new UUID(name.hashCode(), 5), name, "user", NOW.minusSeconds(60), NOW, properties);
  }

  private static void assertSame(List<Event> events) {
    Entry entry = new Entry.Events(7, events);
    assertThat(EntryFormat.read(EntryFormat.write(entry))).isEqualTo(entry);
  }
}
