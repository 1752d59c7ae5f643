package dev.facet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
  private static final Map<String, List<ObjectNode>> ROWS = Ledger.generate(NOW);

  private static List<String> texts(String dataset, String field) {
    return ROWS.getOrDefault(dataset, List.of()).stream()
        .map(row -> row.path(field).asText())
        .toList();
  }

  @Test
  void the_same_clock_gives_the_same_rows() {
    assertThat(Ledger.generate(NOW)).isEqualTo(ROWS);
  }

  @Test
  void keys_are_unique_and_rows_name_customers_who_are_there() {
    assertThat(texts("customers", "customer_id")).doesNotHaveDuplicates().hasSizeBetween(150, 500);
    assertThat(texts("subscriptions", "subscription_id")).doesNotHaveDuplicates();
    assertThat(texts("invoices", "invoice_id"))
        .doesNotHaveDuplicates()
        .hasSizeBetween(1_000, 10_000);
    assertThat(texts("customers", "customer_id"))
        .containsAll(texts("subscriptions", "customer_id"))
        .containsAll(texts("invoices", "customer_id"));
    assertThat(texts("subscriptions", "subscription_id"))
        .containsAll(
            texts("subscriptions", "replaces").stream().filter(id -> !id.equals("null")).toList());
  }

  @Test
  void nothing_is_paid_in_the_future_and_all_that_happens_to_subscriptions_happens() {
    assertThat(texts("invoices", "paid_at"))
        .allMatch(at -> at.isEmpty() || Instant.parse(at).isBefore(NOW));
    assertThat(texts("invoices", "status")).contains("PAID", "OPEN");
    assertThat(texts("invoices", "refunded")).anyMatch(refunded -> !refunded.isEmpty());
    assertThat(texts("invoices", "amount")).anyMatch(amount -> amount.startsWith("-"));
    assertThat(texts("subscriptions", "interval")).contains("month", "year");
    assertThat(texts("subscriptions", "paused_at")).anyMatch(at -> !at.isEmpty());
  }
}
