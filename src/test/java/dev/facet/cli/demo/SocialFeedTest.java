package dev.facet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocialFeedTest {
  private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
  private static final Map<String, List<ObjectNode>> ROWS = SocialFeed.generate(NOW);

  private static List<String> texts(String dataset, String field) {
    return ROWS.getOrDefault(dataset, List.of()).stream()
        .map(row -> row.path(field).asText())
        .toList();
  }

  @Test
  void the_same_clock_gives_the_same_rows() {
    assertThat(SocialFeed.generate(NOW)).isEqualTo(ROWS);
  }

  @Test
  void ten_networks_have_a_row_for_every_day() {
    assertThat(texts("profile_snapshots", "platform").stream().distinct()).hasSize(10);
    assertThat(texts("profile_snapshots", "date")).hasSize(10 * 91).contains("2026-03-31");
    assertThat(texts("posts", "platform").stream().distinct()).hasSize(10);
  }

  @Test
  void nothing_is_in_the_future_and_keys_are_unique() {
    assertThat(texts("posts", "published_at")).allMatch(at -> !Instant.parse(at).isAfter(NOW));
    assertThat(texts("clicks", "at")).allMatch(at -> !Instant.parse(at).isAfter(NOW));
    assertThat(texts("post_snapshots", "date")).allMatch(day -> day.compareTo("2026-03-31") <= 0);
    assertThat(texts("posts", "post_id")).doesNotHaveDuplicates();
    assertThat(texts("clicks", "click_id")).doesNotHaveDuplicates();
  }

  @Test
  void there_is_enough_to_look_at_and_not_more() {
    assertThat(texts("posts", "post_id")).hasSizeBetween(400, 1_500);
    assertThat(texts("clicks", "click_id")).hasSizeBetween(2_000, 20_000);
    assertThat(texts("posts", "success")).contains("false");
    assertThat(texts("clicks", "conversion_tag")).contains("purchase", "");
  }
}
