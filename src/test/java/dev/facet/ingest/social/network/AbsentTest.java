package dev.facet.ingest.social.network;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.Reading;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is empty adds up to 0; what nobody says or nobody may read is absent. */
class AbsentTest {
  private static Map<String, Double> numbers(@Nullable String text) {
    if (text == null) {
      return Map.of();
    }
    return Stream.of(text.split(" "))
        .map(part -> part.split("="))
        .collect(toMap(part -> part[0], part -> Double.valueOf(part[1])));
  }

  /** Lists are empty in every answer but the first, which is about the account itself. */
  @ParameterizedTest
  @CsvSource({
    "instagram, followers=1500 following=12",
    "facebook, followers=200 likes=0 comments=0 shares=0",
    "youtube, followers=1500 video_count=2 views=45000 impressions=45000 likes=0 comments=0 shares=0",
    "tiktok, followers=10 following=2 likes=30 video_count=2 views=0 impressions=0 comments=0 shares=0",
    "linkedin, followers=300",
    "x, followers=8 following=7 impressions=0 likes=0 comments=0 shares=0 saves=0",
    "threads,",
    "pinterest, followers=70 following=6 impressions=0 saves=0 pin_clicks=0 outbound_clicks=0",
    "reddit, followers=9 impressions=0 likes=0 comments=0 shares=0",
    "bluesky, followers=40 following=4 likes=0 comments=0 shares=0"
  })
  void anAccountWithNothingYetHasSumsOfNothing(String platform, @Nullable String level) {
    RecordedNetwork network = Recordings.of(platform);
    Map<String, JsonNode> recorded = network.recorded();
    recorded.entrySet().stream()
        .skip(1)
        .forEach(
            call -> network.answer(call.getKey(), Variants.emptied(call.getValue()).toString()));

    Reading reading = network.read();

    assertThat(reading.level()).isEqualTo(numbers(level));
    assertThat(reading.days()).isEmpty();
    assertThat(reading.posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "instagram, followers=1500 following=12",
    "facebook, followers=200",
    "youtube, followers=1500 video_count=2 views=45000 impressions=45000",
    "tiktok, followers=10 following=2 likes=30 video_count=2",
    "linkedin, followers=300",
    "x, followers=8 following=7",
    "threads,",
    "pinterest, followers=70 following=6",
    "reddit, followers=1",
    "bluesky, followers=40 following=4"
  })
  void whatATokenMayNotReadIsAbsent(String platform, @Nullable String level) {
    for (int status : new int[] {403, 404, 400}) {
      Reading reading = Recordings.of(platform).breakAt(2, status).read();

      assertThat(reading.level()).as("status %d", status).isEqualTo(numbers(level));
      assertThat(reading.days()).isEmpty();
      assertThat(reading.posts()).isEmpty();
    }
  }
}
