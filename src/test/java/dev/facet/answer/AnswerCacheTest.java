package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final int LETTERS = 100_000;

  private static int weight(Type type, Object... cells) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object cell : cells) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(cell);
      rows.add(row);
    }
    return AnswerCache.weight(new Table(List.of(new Column("cell", type)), rows));
  }

  @Test
  void what_lies_within_objects_and_lists_is_weighed() {
    String text = "a".repeat(LETTERS);
    assertThat(weight(Type.TEXT, text)).isBetween(LETTERS, 2 * LETTERS);
    assertThat(weight(Type.OBJECT, Map.of("buckets", List.of(Map.of("key", text)))))
        .isBetween(LETTERS, 2 * LETTERS);
    assertThat(weight(Type.OBJECT, Map.of("buckets", Collections.nCopies(LETTERS, Map.of()))))
        .isGreaterThan(LETTERS);
  }

  @Test
  void rows_after_a_light_first_one_are_weighed() {
    String text = "a".repeat(LETTERS);
    assertThat(weight(Type.TEXT, "", text, text)).isGreaterThan(2 * LETTERS);
  }

  @Test
  void many_rows_weigh_as_much_as_a_few_of_them_many_times() {
    Object[] cells = Collections.nCopies(LETTERS, "abcdefghij").toArray();
    assertThat(weight(Type.TEXT, cells))
        .isCloseTo(
            LETTERS / 100 * weight(Type.TEXT, Collections.nCopies(100, "abcdefghij").toArray()),
            Percentage.withPercentage(20));
    assertThat(weight(Type.TEXT)).isPositive();
  }
}
