package dev.facet.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The books of the shop's side business, software for other shops by subscription: customers who
 * come over two years, upgrade, pause, leave and come back, and an invoice for each period.
 */
public final class Ledger {
  private static final int DAYS = 730;
  private static final List<String> COUNTRIES = List.of("DE", "DE", "AT", "CH", "FR", "NL");
  private static final List<String> SEGMENTS = List.of("small", "small", "medium", "large");
  private static final List<String> FIRST =
      List.of("Nord", "Alt", "Berg", "Linden", "Blau", "Stern", "See", "Feld", "Kirsch", "Gold");
  private static final List<String> LAST =
      List.of("haus", "markt", "werk", "laden", "garten", "kontor", "bäckerei", "optik");

  /** What is sold: the larger plans cost more. */
  private enum Plan {
    STARTER("Checkout", "starter", 29),
    TEAM("Checkout", "team", 79),
    STOCK("Stock", "team", 49),
    SUITE("Suite", "business", 199);

    private final String product;
    private final String plan;
    private final int price;

    Plan(String product, String plan, int price) {
      this.product = product;
      this.plan = plan;
      this.price = price;
    }
  }

  private final RandomGenerator random = new Random(20_28);
  private final LocalDate today;
  private final Map<String, List<ObjectNode>> rows = new LinkedHashMap<>();

  private Ledger(Instant now) {
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** All rows, by dataset. */
  public static Map<String, List<ObjectNode>> generate(Instant now) {
    Ledger ledger = new Ledger(now);
    for (int day = 0; day < DAYS; day++) {
      double busy = 0.25 + 0.45 * day / DAYS;
      if (ledger.random.nextDouble() < busy) {
        ledger.customer(ledger.today.minusDays(DAYS - day));
      }
    }
    return ledger.rows;
  }

  private ObjectNode row(String dataset) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    rows.computeIfAbsent(dataset, name -> new ArrayList<>()).add(row);
    return row;
  }

  private int count(String dataset) {
    return rows.getOrDefault(dataset, List.of()).size();
  }

  private static String time(LocalDate day) {
    return day + "T09:00:00Z";
  }

  private void customer(LocalDate since) {
    String id = "cust_%03d".formatted(count("customers") + 1);
    row("customers")
        .put("customer_id", id)
        .put("name", pick(FIRST) + pick(LAST))
        .put("created_at", time(since))
        .put("country", pick(COUNTRIES))
        .put("segment", pick(SEGMENTS));
    LocalDate left = contract(id, since.plusDays(random.nextInt(10)));
    if (left != null && random.nextInt(4) == 0) {
      contract(id, left.plusDays(40L + random.nextInt(120)));
    }
  }

  /** Subscriptions that replace one another; when the last one ended, null while it goes on. */
  private @Nullable LocalDate contract(String customer, LocalDate from) {
    int plan = random.nextInt(3);
    boolean yearly = random.nextInt(4) == 0;
    int seats = 1 + random.nextInt(4);
    LocalDate start = from;
    String replaces = null;
    while (true) {
      LocalDate end = start.plusDays(60L + random.nextInt(500));
      boolean ends = end.isBefore(today);
      ObjectNode row = subscription(customer, Plan.values()[plan], seats, yearly, start);
      row.put("replaces", replaces);
      if (start.isBefore(today)) {
        invoices(customer, row, start, ends ? end : today, yearly);
      }
      if (!ends) {
        pause(row, start);
        return null;
      }
      row.put("cancelled_at", time(end));
      if (random.nextInt(5) < 2) {
        return end;
      }
      replaces = row.path("subscription_id").asText();
      start = end;
      plan = Math.max(0, Math.min(3, plan + random.nextInt(-1, 3)));
      seats = Math.max(1, seats + random.nextInt(-1, 3));
    }
  }

  private ObjectNode subscription(
      String customer, Plan plan, int seats, boolean yearly, LocalDate start) {
    return row("subscriptions")
        .put("subscription_id", "sub_%04d".formatted(count("subscriptions")))
        .put("customer_id", customer)
        .put("product", plan.product)
        .put("plan", plan.plan)
        .put("quantity", seats)
        .put("unit_price", yearly ? plan.price * 10 : plan.price)
        .put("currency", "EUR")
        .put("interval", yearly ? "year" : "month")
        .put("started_at", time(start));
  }

  private void pause(ObjectNode subscription, LocalDate start) {
    LocalDate paused = start.plusDays(30);
    if (random.nextInt(12) == 0 && paused.plusDays(45).isBefore(today)) {
      subscription.put("paused_at", time(paused)).put("resumed_at", time(paused.plusDays(40)));
    }
  }

  private void invoices(
      String customer, ObjectNode subscription, LocalDate from, LocalDate until, boolean yearly) {
    double amount =
        subscription.path("quantity").asInt() * subscription.path("unit_price").asDouble();
    for (LocalDate day = from;
        day.isBefore(until);
        day = yearly ? day.plusYears(1) : day.plusMonths(1)) {
      invoice(customer, day, amount);
    }
  }

  /** Mostly paid within days; some late, a few never, fewer given back or credited. */
  private void invoice(String customer, LocalDate issued, double amount) {
    LocalDate due = issued.plusDays(14);
    LocalDate paid = issued.plusDays(2L + random.nextInt(random.nextInt(8) == 0 ? 40 : 12));
    boolean isPaid = paid.isBefore(today) && random.nextInt(40) > 0;
    ObjectNode row = row("invoices");
    row.put("invoice_id", "inv_%05d".formatted(count("invoices")))
        .put("customer_id", customer)
        .put("issued_at", time(issued))
        .put("due_at", time(due))
        .put("status", isPaid ? "PAID" : "OPEN")
        .put("currency", "EUR")
        .put("amount", amount);
    if (isPaid) {
      row.put("paid_at", time(paid));
    }
    if (isPaid && random.nextInt(60) == 0) {
      row.put("refunded", Math.round(amount * 50) / 100.0);
    } else if (isPaid && random.nextInt(90) == 0 && paid.plusDays(1).isBefore(today)) {
      credit(customer, paid.plusDays(1), amount);
    }
  }

  private void credit(String customer, LocalDate day, double amount) {
    row("invoices")
        .put("invoice_id", "inv_%05d".formatted(count("invoices")))
        .put("customer_id", customer)
        .put("issued_at", time(day))
        .put("due_at", time(day))
        .put("paid_at", time(day))
        .put("status", "PAID")
        .put("currency", "EUR")
        .put("amount", -Math.round(amount * 30) / 100.0);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
