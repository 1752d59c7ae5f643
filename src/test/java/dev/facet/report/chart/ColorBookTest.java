package dev.facet.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.report.draw.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files and page wear the same colours. */
class ColorBookTest {

  @Test
  void the_palette_is_the_light_one_of_the_page() throws IOException {
    String source = Files.readString(Path.of("web/src/chart/colors.ts"));
    String light =
        source.substring(source.indexOf("lightPalette:"), source.indexOf("darkPalette:"));
    List<String> page =
        Pattern.compile("#[0-9a-f]{6}").matcher(light).results().map(MatchResult::group).toList();
    ColorBook colors = new ColorBook();
    List<String> series = IntStream.range(0, 10).mapToObj(colors::of).map(Ink::color).toList();
    assertThat(page).hasSize(12).startsWith(series.toArray(String[]::new));
    assertThat(colors.of("(none)").color()).isEqualTo(page.get(10));
    assertThat(colors.of("Other").color()).isEqualTo(page.get(11));
  }

  @Test
  void values_keep_their_colours_and_share_none_while_there_are_ten() {
    ColorBook colors = new ColorBook();
    List<Ink> first = IntStream.range(0, 10).mapToObj(i -> colors.of("value " + i)).toList();
    assertThat(first).doesNotHaveDuplicates();
    assertThat(colors.of("value 3")).isEqualTo(first.get(3));
  }
}
