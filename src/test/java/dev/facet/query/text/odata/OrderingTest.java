package dev.facet.query.text.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderingTest {

  private static String ordered(String text) {
    List<Ordering> orders = Ordering.parse(text, FilterTextTest.SCHEMA, "$orderby");
    return FilterTextTest.ROWS.stream()
        .sorted(Ordering.comparator(orders, Map::get))
        .map(row -> String.valueOf(row.get("id")).substring("dashboard_".length()))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id                          | 12345678
          id desc                     | 87654321
          id asc                      | 12345678
          widgetCount                 | 35147268
          refreshInterval,widgetCount | 64318257
          refreshInterval desc , widgetCount desc | 75281346
          createdAt desc, name desc   | 75281346
          """)
  void rows_go_by_one_field_after_the_other(String text, String expected) {
    assertThat(ordered(text)).isEqualTo(expected);
  }

  @Test
  void texts_go_by_code_point() {
    assertThat(ordered("name")).isEqualTo("61428357");
    assertThat(ordered("description, id")).isEqualTo("16324857");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          owner            | 1
          name up          | 6
          name desc asc    | 11
          name,            | 6
          name desc,,id    | 11
          length(name)     | 1
          "name"           | 1
          5                | 1
          """)
  void what_is_no_order_is_refused_at_its_place(String text, int at) {
    assertThatThrownBy(() -> Ordering.parse(text, FilterTextTest.SCHEMA, "$orderby"))
        .hasMessageContaining("At character " + at + ": ");
  }

  @Test
  void a_long_order_is_no_depth() {
    assertThat(ordered("type,".repeat(1_500) + "id")).hasSize(8);
  }
}
