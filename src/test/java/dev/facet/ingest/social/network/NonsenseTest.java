package dev.facet.ingest.social.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.Reading;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that say the same in other words, or what makes no sense. */
class NonsenseTest {
  private static final String ALL = "dev.facet.ingest.social.network.Recordings#platforms";

  /** A sum of scores grows by as much where one below zero is left out. */
  private static final double NEGATIVE = 4;

  @ParameterizedTest
  @MethodSource(ALL)
  void numbersMayBeTextsAndFieldsNewOrInAnyOrder(String platform) {
    RecordedNetwork network = Recordings.of(platform);
    network
        .recorded()
        .forEach((call, said) -> network.answer(call, Variants.alike(said).toString()));

    assertThat(network.read()).isEqualTo(Recordings.of(platform).read());
  }

  /** Each part of each answer is replaced in turn: no number comes of it that was not there. */
  @ParameterizedTest
  @MethodSource(ALL)
  void nothingIsMadeOfNonsense(String platform) {
    Reading sound = Recordings.of(platform).read();
    for (Map.Entry<String, JsonNode> recorded : Recordings.of(platform).recorded().entrySet()) {
      for (JsonNode strange : Variants.nonsense(recorded.getValue())) {
        if (!makesSense(strange)) {
          isWithin(Recordings.of(platform).answer(recorded.getKey(), strange.toString()), sound);
        }
      }
    }
  }

  /** For another reason, what Bluesky shows is the account's own post. */
  private static boolean makesSense(JsonNode said) {
    String text = said.toString();
    return text.contains("\"reason\":") && !text.contains("#reasonRepost");
  }

  private static void isWithin(RecordedNetwork network, Reading sound) {
    double slack = network.connector().platform().equals("reddit") ? NEGATIVE : 0;
    String said = network.recorded().toString();
    try {
      Reading reading = network.elsewhere(404).read();
      isWithin(reading.level(), sound.level(), slack, said);
      reading
          .days()
          .forEach(
              (day, metrics) ->
                  isWithin(metrics, sound.days().getOrDefault(day, Map.of()), 0, said));
    } catch (NetworkException refusal) {
      assertThat(refusal).hasMessageStartingWith(network.connector().name());
    }
  }

  private static void isWithin(
      Map<String, Double> metrics, Map<String, Double> sound, double slack, String said) {
    assertThat(sound.keySet()).as(said).containsAll(metrics.keySet());
    metrics.forEach(
        (name, value) ->
            assertThat(value).as(said).isBetween(-slack, sound.getOrDefault(name, 0.0) + slack));
  }
}
