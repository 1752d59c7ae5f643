package dev.facet.ingest.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Intake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentRowsTest {
  private static SentRows read(String dataset, String body) {
    return SentRows.read(body.getBytes(UTF_8), Intake.of(dataset).orElseThrow());
  }

  @Test
  void an_array_and_lines_are_read_alike() {
    String one = "{\"customer_id\":\"c1\",\"name\":\"Ünï\",\"created_at\":\"2026-03-01\"}";
    String two = "{\"customer_id\":\"c2\",\"country\":null}";
    SentRows array = read("customers", "[" + one + " ,\n " + two + "]");
    SentRows lines = read("customers", "\n" + one + "\r\n\n" + two);
    assertThat(array.taken()).isEqualTo(lines.taken()).hasSize(2);
    assertThat(array.taken().getFirst())
        .isEqualTo(
            Map.of("customer_id", "c1", "name", "Ünï", "created_at", 1_772_323_200_000_000L));
    assertThat(array.taken().get(1)).containsEntry("country", null).hasSize(2);
    assertThat(array.refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "customers | {`customer_id`:`c`,`nmae`:`x`} | nmae | no column",
        "customers | {`name`:`x`} | customer_id | required",
        "customers | {`customer_id`:null} | customer_id | required",
        "customers | {`customer_id`:` `} | customer_id | required",
        "customers | {`customer_id`:5} | customer_id | Expected text, got a number",
        "customers | 7 |  | A row is an object",
        "customers | {`customer_id`:`c`,`created_at`:`soon`} | created_at | is no time",
        "customers | {`customer_id`:`c`,`created_at`:`2026-02-30`} | created_at | is no time",
        "customers | {`customer_id`:`c`,`created_at`:17} | created_at | Expected a time",
        "subscriptions | {`subscription_id`:`s`,`quantity`:-1} | quantity | below 0",
        "subscriptions | {`subscription_id`:`s`,`quantity`:1000000001} | quantity | 1000000001 is above 1000000000.",
        "subscriptions | {`subscription_id`:`s`,`unit_price`:1e308} | unit_price | 1.0E308 is above 1000000000000000.",
        "invoices | {`invoice_id`:`i`,`amount`:-1e16} | amount | is below -1000000000000000.",
        "invoices | {`invoice_id`:`i`,`refunded`:1e16} | refunded | is above 1000000000000000.",
        "invoices | {`invoice_id`:`i`,`amount`:1e400} | amount | The number is too large.",
        "subscriptions | {`subscription_id`:`s`,`quantity`:`1`} | quantity | Expected a number",
        "subscriptions | {`subscription_id`:`s`,`currency`:`XQZ`} | currency | is no currency",
        "subscriptions | {`subscription_id`:`s`,`interval`:`week`} | interval | none of month, year",
        "subscriptions | {`subscription_id`:`s`,`started_at`:`2026-02-02`,`cancelled_at`:`2026-02-01`} | cancelled_at | before started_at",
        "invoices | {`invoice_id`:`i`,`status`:`paid`} | status | none of DRAFT, OPEN, PAID, VOID",
        "posts | {`post_id`:`p`,`tags`:[`a`,1]} | tags[1] | Expected text, got a number",
        "posts | {`post_id`:`p`,`tags`:`a`} | tags | Expected a list of texts",
        "posts | {`post_id`:`p`,`success`:`yes`} | success | true or false",
        "post_snapshots | {`post_id`:`p`} | date | required",
        "post_snapshots | {`post_id`:`p`,`date`:`2026-2-1`} | date | no day on the calendar",
        "post_snapshots | {`post_id`:`p`,`date`:`2026-02-29`} | date | no day on the calendar",
        "post_snapshots | {`post_id`:`p`,`date`:`2026-02-01`,`metrics`:{`likes`:`3`}} | metrics.likes | Expected a number",
        "post_snapshots | {`post_id`:`p`,`date`:`2026-02-01`,`metrics`:[1]} | metrics | Expected an object"
      })
  void a_row_that_breaks_a_rule_is_refused_with_its_column(
      String dataset, String row, String path, String message) {
    String good = "{\"%s\":\"good\"%s}".formatted(key(dataset), rest(dataset));
    SentRows rows = read(dataset, "[" + good + "," + row.replace('`', '"') + "," + good + "]");
    assertThat(rows.taken()).hasSize(2);
    assertThat(rows.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.row()).isEqualTo(1);
              assertThat(refused.path()).isEqualTo(path == null ? "" : path);
              assertThat(refused.message()).contains(message);
            });
  }

  private static String key(String dataset) {
    return Intake.of(dataset).orElseThrow().dataset().key().getFirst();
  }

  private static String rest(String dataset) {
    return dataset.equals("post_snapshots") ? ",\"date\":\"2026-02-01\"" : "";
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 1772359200000000",
    "2026-03-01T10:00:00, 1772359200000000",
    "2026-03-01 10:00, 1772359200000000",
    "2026-03-01T11:00:00+01:00, 1772359200000000",
    "2026-03-01T11:00:00.5+0100, 1772359200500000",
    "2026-03-01T10:00:00.1234567Z, 1772359200123456",
    "1969-12-31T23:59:59.999999Z, -1"
  })
  void times_are_read_to_the_microsecond_without_offset_as_utc(String text, long micros) {
    assertThat(
            read("clicks", "{\"click_id\":\"c\",\"at\":\"" + text + "\"}")
                .taken()
                .getFirst()
                .get("at"))
        .isEqualTo(micros);
  }

  @Test
  void platforms_are_kept_in_lower_case_and_twitter_as_x() {
    SentRows rows =
        read(
            "posts",
            "[{\"post_id\":\"a\",\"platform\":\"Twitter\"},{\"post_id\":\"b\",\"platform\":\"LINKEDIN\"}]");
    assertThat(rows.taken())
        .extracting(row -> row.get("platform"))
        .containsExactly("x", "linkedin");
  }

  @Test
  void a_line_that_is_no_json_is_refused_alone() {
    SentRows rows = read("customers", "{\"customer_id\":\"a\"}\n{oops\n{\"customer_id\":\"b\"}\n");
    assertThat(rows.taken()).hasSize(2);
    assertThat(rows.refused()).extracting(SentRows.Refused::row).containsExactly(1);
  }

  @Test
  void a_body_that_is_no_array_is_refused_whole() {
    for (String body : List.of("[{\"customer_id\":\"a\"}", "[{]", "[] []")) {
      assertThatThrownBy(() -> read("customers", body)).hasMessageContaining("no JSON array");
    }
  }

  @Test
  void nothing_is_nothing() {
    for (String body : List.of("", "[]", "\n\n")) {
      assertThat(read("customers", body).taken()).isEmpty();
      assertThat(read("customers", body).refused()).isEmpty();
    }
  }
}
