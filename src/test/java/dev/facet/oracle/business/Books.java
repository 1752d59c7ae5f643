package dev.facet.oracle.business;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.model.Micros;
import dev.facet.store.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The rows of a business, each as a record that loops can read, and as a batch for stores. */
record Books(List<Customer> customers, List<Subscription> subscriptions, List<Invoice> invoices) {

  /** A row of customers. */
  record Customer(String id, String country, String segment, @Nullable Long created) {
    List<@Nullable Object> row() {
      return cells(id, "Name of " + id, created, country, segment);
    }
  }

  /** A row of subscriptions; times are microseconds. */
  record Subscription(
      String id,
      @Nullable String customer,
      @Nullable String product,
      @Nullable Double quantity,
      @Nullable Double price,
      @Nullable String currency,
      @Nullable String interval,
      @Nullable Long started,
      @Nullable Long cancelled,
      @Nullable String replaces,
      @Nullable Long paused,
      @Nullable Long resumed) {
    List<@Nullable Object> row() {
      return cells(
          id, customer, product, "plan", quantity, price, currency, interval, started, cancelled,
          replaces, paused, resumed);
    }
  }

  /** A row of invoices. */
  record Invoice(
      String id,
      @Nullable String customer,
      @Nullable Long issued,
      @Nullable Long due,
      @Nullable Long paid,
      String status,
      @Nullable String currency,
      @Nullable Double amount,
      @Nullable Double refunded) {
    List<@Nullable Object> row() {
      return cells(id, customer, issued, due, paid, status, currency, amount, refunded);
    }
  }

  private static List<@Nullable Object> cells(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    return row;
  }

  Batch batch() {
    List<Batch.Change> changes = new ArrayList<>();
    changes.add(
        new Batch.Change.Upsert(
            1, BusinessDatasets.CUSTOMERS, customers.stream().map(Customer::row).toList()));
    changes.add(
        new Batch.Change.Upsert(
            1,
            BusinessDatasets.SUBSCRIPTIONS,
            subscriptions.stream().map(Subscription::row).toList()));
    changes.add(
        new Batch.Change.Upsert(
            1, BusinessDatasets.INVOICES, invoices.stream().map(Invoice::row).toList()));
    return new Batch(1, changes);
  }

  static long micros(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  /** Books of so many customers, over the years before an instant. */
  static Books random(long seed, int customers, Instant now) {
    return new RandomBooks(new Random(seed), now).books(customers);
  }
}
