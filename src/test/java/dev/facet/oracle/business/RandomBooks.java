package dev.facet.oracle.business;

import dev.facet.model.Micros;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Customers who come, upgrade, pause, leave and come back over five years. Many instants are the
 * very start of a month in some zone, or the instant the books are read at; some columns are
 * missing, some rows name customers that are not there.
 */
final class RandomBooks {
  private static final int YEARS = 5;
  private static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kathmandu"));
  private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "JPY");
  private static final List<String> PRODUCTS = List.of("Hosting", "Mail", "Domains", "Ünïcode");
  private static final List<Double> PRICES = List.of(9.99, 0.1, 0.2, 33.335, 120.0, 1000.01, 7.0);

  private final RandomGenerator random;
  private final Instant now;
  private final List<Books.Customer> customers = new ArrayList<>();
  private final List<Books.Subscription> subscriptions = new ArrayList<>();
  private final List<Books.Invoice> invoices = new ArrayList<>();

  RandomBooks(RandomGenerator random, Instant now) {
    this.random = random;
    this.now = now;
  }

  Books books(int count) {
    for (int i = 0; i < count; i++) {
      long created = time();
      String id = "c" + i;
      if (random.nextInt(20) > 0) {
        Long known = random.nextInt(30) == 0 ? null : (Long) created;
        customers.add(
            new Books.Customer(
                id, pick(List.of("DE", "US")), pick(List.of("small", "large")), known));
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        contract(id, Math.max(created, time()));
      }
      for (int n = random.nextInt(12); n > 0; n--) {
        invoice(id);
      }
    }
    return new Books(customers, subscriptions, invoices);
  }

  /** A subscription, perhaps upgraded a few times. */
  private void contract(String customer, long from) {
    String currency = random.nextInt(40) == 0 ? null : pick(CURRENCIES);
    String product = random.nextInt(30) == 0 ? null : pick(PRODUCTS);
    String replaces = null;
    long start = from;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      boolean last = i == 1;
      Long end = last && random.nextBoolean() ? null : (Long) later(start);
      Books.Subscription row = row(customer, product, currency, start, end, replaces);
      subscriptions.add(row);
      if (end == null) {
        return;
      }
      replaces = random.nextInt(5) == 0 ? null : row.id();
      start = random.nextInt(3) > 0 ? end : end + random.nextLong(3 * Micros.DAY);
    }
  }

  private Books.Subscription row(
      String customer,
      @Nullable String product,
      @Nullable String currency,
      long start,
      @Nullable Long end,
      @Nullable String replaces) {
    boolean pauses = random.nextInt(6) == 0;
    Long paused = pauses ? (Long) later(start) : null;
    Long resumed = paused != null && random.nextBoolean() ? (Long) later(paused) : null;
    return new Books.Subscription(
        "s" + subscriptions.size(),
        random.nextInt(60) == 0 ? null : customer,
        product,
        random.nextInt(60) == 0 ? null : (Double) (double) random.nextInt(1, 6),
        random.nextInt(60) == 0 ? null : pick(PRICES),
        currency,
        random.nextInt(60) == 0 ? null : pick(List.of("month", "month", "year")),
        random.nextInt(60) == 0 ? null : (Long) start,
        end,
        replaces,
        paused,
        resumed);
  }

  private void invoice(String customer) {
    long issued = time();
    String status = pick(List.of("DRAFT", "OPEN", "PAID", "PAID", "PAID", "VOID"));
    double amount = random.nextInt(10) == 0 ? -random.nextInt(5000) / 100.0 : cents();
    invoices.add(
        new Books.Invoice(
            "i" + invoices.size(),
            customer,
            random.nextInt(40) == 0 ? null : (Long) issued,
            random.nextInt(10) == 0 ? null : (Long) (issued + 14 * Micros.DAY),
            status.equals("PAID") && random.nextInt(5) > 0 ? (Long) later(issued) : null,
            status,
            random.nextInt(40) == 0 ? null : pick(CURRENCIES),
            random.nextInt(40) == 0 ? null : (Double) amount,
            random.nextInt(10) == 0 ? (Double) cents() : null));
  }

  private double cents() {
    return random.nextInt(1, 100_000) / 100.0;
  }

  /** Some instant of the five years; often the first of a month, rarely now or after it. */
  private long time() {
    return switch (random.nextInt(40)) {
      case 0 -> Micros.of(now);
      case 1 -> Micros.of(now) + random.nextLong(60 * Micros.DAY);
      case 2, 3, 4, 5, 6, 7 -> monthStart(random.nextInt(YEARS * 12));
      default -> Micros.of(now) - random.nextLong(YEARS * 365 * Micros.DAY);
    };
  }

  private long monthStart(int ago) {
    ZoneId zone = pick(ZONES);
    YearMonth month = YearMonth.from(now.atZone(zone)).minusMonths(ago);
    return Micros.of(month.atDay(1).atStartOfDay(zone).toInstant());
  }

  private long later(long than) {
    long end = than + random.nextLong(900 * Micros.DAY);
    if (random.nextInt(4) > 0) {
      return end;
    }
    long start = monthStart(random.nextInt(YEARS * 12));
    return Math.max(start, than);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
