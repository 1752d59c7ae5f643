package dev.facet.ingest.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in parts is what it is in one piece. */
class PartsTest {
  private static final int FILES = 400;
  private static final List<String> CELLS =
      List.of(
          "a",
          "",
          " b ",
          "\"x,y\"",
          "\"two\nlines\"",
          "\"q\"\"uote\"",
          "5\" disk",
          "ü",
          "\"\r\n\"",
          "  \"s;s\"",
          "1|2");

  private static final List<String> BEGINNINGS = List.of("\uFEFF\n", ",,\n", "\uFEFF");

  private static List<Sheet> parts(byte[] file, Parts.Sizes sizes) throws IOException {
    List<Sheet> all = new ArrayList<>();
    try (Parts parts = Parts.of(new ByteArrayInputStream(file), Optional.empty(), sizes)) {
      for (Optional<Sheet> one = parts.next(); one.isPresent(); one = parts.next()) {
        all.add(one.get());
      }
      assertThat(parts.isAtEnd()).isTrue();
    }
    return all;
  }

  private static List<Line> lines(List<Sheet> parts) {
    return parts.stream().flatMap(part -> part.lines().stream()).toList();
  }

  private static Sheet whole(byte[] file) {
    return Sheet.read(file, Optional.empty(), Limits.NONE);
  }

  @Test
  void random_cells_are_the_same_lines_in_parts_and_whole() throws IOException {
    int divided = 0;
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      byte[] file = file(random).getBytes(UTF_8);
      List<Sheet> parts = parts(file, new Parts.Sizes(1 + random.nextInt(60), 1000));
      divided += parts.size() > 2 ? 1 : 0;
      Sheet whole = whole(file);
      assertThat(lines(parts))
          .as("seed %d:\n%s", seed, new String(file, UTF_8))
          .isEqualTo(whole.lines());
      assertThat(parts).allSatisfy(part -> assertThat(part.columns()).isEqualTo(whole.columns()));
    }
    assertThat(divided).isGreaterThan(FILES / 2);
  }

  private static String file(Random random) {
    StringBuilder text =
        new StringBuilder(random.nextInt(3) == 0 ? BEGINNINGS.get(random.nextInt(3)) : "");
    text.append(random.nextBoolean() ? "one,two,three" : "one,\"t\nwo\",three");
    String end = random.nextBoolean() ? "\n" : "\r\n";
    for (int row = random.nextInt(30); row > 0; row--) {
      text.append(end);
      for (int cell = random.nextInt(5); cell > 0; cell--) {
        text.append(CELLS.get(random.nextInt(CELLS.size()))).append(cell > 1 ? "," : "");
      }
    }
    return text.append(random.nextBoolean() ? end : "").toString();
  }

  @Test
  void lines_of_json_keep_their_numbers() throws IOException {
    byte[] file = "\n{\"a\": \"1,\\\\\"2\"}\n\nno\n{\"b\": 2}\n{\"a\": 3}".getBytes(UTF_8);
    List<Sheet> parts = parts(file, new Parts.Sizes(1, 1000));
    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(lines(parts)).isEqualTo(whole(file).lines());
    assertThat(lines(parts)).extracting(Line::number).containsExactly(2, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void an_empty_file_is_one_part_without_columns(String text) throws IOException {
    assertThat(parts(text.getBytes(UTF_8), Parts.Sizes.USUAL))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.columns()).isEmpty();
              assertThat(part.lines()).isEmpty();
            });
  }

  @Test
  void packed_files_and_other_encodings_are_read() throws IOException {
    String text = "id,name\n1,Müller\n2,Straße";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    List<Line> lines = whole(text.getBytes(UTF_8)).lines();
    Parts.Sizes small = new Parts.Sizes(1, 1000);
    assertThat(lines(parts(packed.toByteArray(), small))).isEqualTo(lines);
    assertThat(lines(parts(text.getBytes(StandardCharsets.UTF_16), small))).isEqualTo(lines);
    assertThat(lines(parts(text.getBytes(StandardCharsets.ISO_8859_1), small))).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a\n\"b\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb"})
  void a_row_that_does_not_end_is_refused_before_it_fills_the_memory(String text) {
    assertThatThrownBy(() -> parts(text.getBytes(UTF_8), new Parts.Sizes(1, 16)))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("The row around line ");
  }
}
