package dev.facet.query.text.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.olingo.server.api.ODataLibraryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, with Apache Olingo as the oracle of what they mean and of what is none. */
class FilterTextTest {
  private static final Path FILTERS = Path.of("src", "test", "resources", "odata");
  private static final Olingo OLINGO = new Olingo();

  static final Schema SCHEMA =
      new Schema()
          .with("id", ValueType.TEXT)
          .with("name", ValueType.TEXT)
          .with("description", ValueType.TEXT)
          .with("type", ValueType.TEXT)
          .with("createdAt", ValueType.INSTANT)
          .with("updatedAt", ValueType.INSTANT)
          .with("refreshInterval", ValueType.NUMBER)
          .with("widgetCount", ValueType.NUMBER);

  /** The numbers: seconds from creation to update, refresh interval, widgets. */
  static final List<Map<String, Object>> ROWS =
      List.of(
          row(1, "Executive", "", "executive", "2026-06-02T10:30:00Z", 0, 60, 2),
          row(2, "Sales", "All sales", "sales", "2026-06-02T10:30:01Z", 5, 90, 5),
          row(3, "executive sales", "50%_off", "sales", "2026-06-02T10:29:59Z", 0, 60, 0),
          row(4, "O'Brien's \"board\"", "a", "custom", "2025-01-01T00:00:00Z", 9, 3, 3),
          row(5, "Ünïcödé ✓ 日本", "İstanbul", "SALES", "2026-12-31T23:59:59Z", 0, 3600, 1),
          row(6, "", "", "x", "1970-01-01T00:00:00Z", 1, 1, 60),
          row(7, "𝒜 plane beyond", "ﬀ", "custom", "2027-01-01T00:00:00Z", 0, 86_400, 3),
          row(8, "and", "or", "not", "2026-06-02T10:30:00Z", 1, 60, 100));

  private static Map<String, Object> row(
      int number, String name, String description, String type, String created, int... numbers) {
    Instant at = Instant.parse(created);
    return Map.of(
        "id",
        "dashboard_" + number,
        "name",
        name,
        "description",
        description,
        "type",
        type,
        "createdAt",
        at,
        "updatedAt",
        at.plusSeconds(numbers[0]),
        "refreshInterval",
        BigDecimal.valueOf(numbers[1]),
        "widgetCount",
        BigDecimal.valueOf(numbers[2]));
  }

  static List<String> accepted() throws IOException {
    return Files.readAllLines(FILTERS.resolve("accepted.txt"));
  }

  /** Each with the character its mistake is at. */
  static List<String> rejected() throws IOException {
    return Files.readAllLines(FILTERS.resolve("rejected.txt"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void a_filter_selects_the_rows_that_olingo_selects(String filter) throws Exception {
    compare(filter);
  }

  @Test
  void random_filters_select_the_rows_that_olingo_selects() throws Exception {
    RandomFilters filters = new RandomFilters(new Random(20_260_304));
    for (int i = 0; i < 1_500; i++) {
      compare(filters.condition(i % 6));
    }
  }

  private static void compare(String filter) throws Exception {
    Expression ours = FilterText.parse(filter, SCHEMA, "$filter");
    var theirs = OLINGO.parse(filter);
    for (Map<String, Object> row : ROWS) {
      assertThat(new Evaluation(row::get).holds(ours))
          .as("%s of %s", filter, row)
          .isEqualTo(OLINGO.holds(theirs, row));
    }
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void what_olingo_rejects_is_rejected_at_its_place(String line) {
    int bar = line.indexOf('|');
    String filter = line.substring(bar + 1).replaceFirst("^ ", "");
    assertThatThrownBy(() -> OLINGO.parse(filter)).isInstanceOf(ODataLibraryException.class);
    assertThatThrownBy(() -> FilterText.parse(filter, SCHEMA, "$filter"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("At character " + line.substring(0, bar).strip() + ": ");
  }

  @Test
  void there_are_enough_of_both() throws Exception {
    assertThat(accepted()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(80);
    assertThat(rejected()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not ", "tolower(", "not (", "length("})
  void what_is_nested_without_end_is_refused(String opening) {
    assertThatThrownBy(() -> FilterText.parse(opening.repeat(1_000), SCHEMA, "$filter"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("at most 100 levels");
  }

  @Test
  void a_long_row_of_terms_is_no_depth() {
    String many = "name eq 'x' or ".repeat(500) + "name eq 'Sales'";
    assertThat(new Evaluation(ROWS.get(1)::get).holds(FilterText.parse(many, SCHEMA, "$filter")))
        .isTrue();
    assertThatThrownBy(() -> FilterText.parse(many.repeat(2), SCHEMA, "$filter"))
        .hasMessageContaining("at most 10000 characters");
  }

  @Test
  void a_mistake_is_counted_in_characters_not_in_halves_of_them() {
    assertThatThrownBy(() -> FilterText.parse("'𝒜𝒜' eq 5", SCHEMA, "$filter"))
        .hasMessageContaining("At character 6: \"eq\" compares like with like");
  }

  /** OData has these, or may; here they are none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          9  | name in 'a'
          10 | name in ()
          10 | name in (type)
          16 | widgetCount eq --1
          16 | widgetCount eq -refreshInterval
          13 | widgetCount add 1 eq 5
          1  | null
          1  | year(createdAt) eq 2026
          """)
  void what_goes_beyond_the_subset_is_refused(int at, String filter) {
    assertThatThrownBy(() -> FilterText.parse(filter, SCHEMA, "$filter"))
        .hasMessageContaining("At character " + at + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name in (null,'Sales')",
        "name in('Sales')",
        "not(name ne 'Sales')",
        "(name eq 'Sales')and(type eq 'sales')",
        "not not (name eq 'Sales')"
      })
  void what_can_only_mean_one_thing_is_understood(String filter) {
    Expression ours = FilterText.parse(filter, SCHEMA, "$filter");
    assertThat(ROWS.stream().filter(row -> new Evaluation(row::get).holds(ours)))
        .containsExactly(ROWS.get(1));
  }

  @Test
  void a_day_that_is_not_in_the_calendar_is_no_date_time() {
    assertThatThrownBy(
            () -> FilterText.parse("createdAt gt 2026-02-30T10:30:00Z", SCHEMA, "$filter"))
        .hasMessageContaining("At character 14: there is no date-time \"2026-02-30T10:30:00Z\"");
  }

  @Test
  void a_near_name_is_proposed() {
    assertThatThrownBy(() -> FilterText.parse("widgetcount gt 5", SCHEMA, "$filter"))
        .hasMessageContaining("did you mean \"widgetCount\"");
  }
}
