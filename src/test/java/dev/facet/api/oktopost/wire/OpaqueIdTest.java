package dev.facet.api.oktopost.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueIdTest {
  @ParameterizedTest
  @EnumSource
  void every_number_has_a_word_of_its_own_and_the_word_gives_it_back(OpaqueId kind) {
    Set<String> words = new HashSet<>();
    for (long number = 1; number <= 100_000; number++) {
      String word = kind.of(number);
      assertThat(kind.number(word)).hasValue(number);
      words.add(word);
    }
    assertThat(words).hasSize(100_000);
    assertThat(kind.number(kind.of((1L << 40) - 1))).hasValue((1L << 40) - 1);
  }

  /** Clients keep these words: they must not change with the next release. */
  @Test
  void words_stay_what_they_are() {
    assertThat(OpaqueId.DASHBOARD.of(1)).isEqualTo("nt22pgwd55");
    assertThat(OpaqueId.DASHBOARD.of(2)).isEqualTo("6ch8vw8is1");
    assertThat(OpaqueId.WIDGET.of(1)).isEqualTo("026hrfhq");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "nt22pgwd5", "nt22pgwd555", "NT22PGWD55", "nt22pgwd5é", "nt22pgwd5 "})
  void other_texts_are_no_words(String text) {
    assertThat(OpaqueId.DASHBOARD.number(text)).isEmpty();
  }
}
