package dev.facet.oracle.business;

import dev.facet.model.Micros;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Recurring revenue of a currency, month by month, by loops over all rows for each instant. */
record MovementsByHand(
    Books books,
    String currency,
    ZoneId zone,
    Instant now,
    Map<String, Long> replaced,
    Map<String, Long> firsts) {
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  MovementsByHand(Books books, String currency, ZoneId zone, Instant now) {
    this(books, currency, zone, now, replaced(books), new HashMap<>());
  }

  /** When the first row starts that replaces another, by the other's id. */
  private static Map<String, Long> replaced(Books books) {
    Map<String, Long> replaced = new HashMap<>();
    for (Books.Subscription row : books.subscriptions()) {
      if (row.replaces() != null && row.started() != null) {
        replaced.merge(row.replaces(), row.started(), Math::min);
      }
    }
    return replaced;
  }

  /** What one customer has at an instant. */
  private record Holding(int subscriptions, BigDecimal yearly) {
    static final Holding NOTHING = new Holding(0, BigDecimal.ZERO);

    Holding plus(Holding more) {
      return new Holding(subscriptions + more.subscriptions(), yearly.add(more.yearly()));
    }
  }

  /** The metrics of a month, by name. */
  Map<String, BigDecimal> month(YearMonth month) {
    return month(month, row -> "").getOrDefault("", Map.of());
  }

  /** The metrics of a month, by name, of each part that a function tells of a row. */
  Map<String, Map<String, BigDecimal>> month(
      YearMonth month, Function<Books.Subscription, String> part) {
    long start = start(month);
    Map<String, Map<String, Holding>> before = holdings(start, part);
    Map<String, Map<String, Holding>> after = holdings(end(month), part);
    Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    for (String customer : both(before, after)) {
      Map<String, Holding> was = before.getOrDefault(customer, Map.of());
      Map<String, Holding> is = after.getOrDefault(customer, Map.of());
      String movement = movement(customer, whole(was), whole(is), start);
      for (String one : both(was, is)) {
        share(
            sums.computeIfAbsent(one, p -> new TreeMap<>()),
            was.getOrDefault(one, Holding.NOTHING),
            is.getOrDefault(one, Holding.NOTHING),
            movement,
            !customer.isEmpty());
      }
    }
    return sums;
  }

  private static Set<String> both(Map<String, ?> before, Map<String, ?> after) {
    Set<String> both = new LinkedHashSet<>(before.keySet());
    both.addAll(after.keySet());
    return both;
  }

  private static Holding whole(Map<String, Holding> parts) {
    return parts.values().stream().reduce(Holding.NOTHING, Holding::plus);
  }

  private static void share(
      Map<String, BigDecimal> sums, Holding was, Holding is, String movement, boolean isKnown) {
    add(sums, "mrr_start", was.yearly());
    add(sums, "mrr", is.yearly());
    add(sums, movement, is.yearly().subtract(was.yearly()));
    count(sums, "customers_start", was.subscriptions() > 0 && isKnown);
    count(sums, "customers", is.subscriptions() > 0 && isKnown);
    count(sums, "count " + movement, isKnown);
    add(sums, "active_subscriptions", BigDecimal.valueOf(12L * is.subscriptions()));
  }

  private static void add(Map<String, BigDecimal> sums, String name, BigDecimal yearly) {
    sums.merge(name, yearly.divide(TWELVE, new MathContext(40)), BigDecimal::add);
  }

  private static void count(Map<String, BigDecimal> sums, String name, boolean counts) {
    sums.merge(name, counts ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal::add);
  }

  private String movement(String customer, Holding was, Holding is, long start) {
    if (was.subscriptions() == 0) {
      return firstStart(customer) < start ? "reactivation_mrr" : "new_mrr";
    }
    if (is.subscriptions() == 0) {
      return "churned_mrr";
    }
    int more = is.yearly().compareTo(was.yearly());
    return more > 0 ? "expansion_mrr" : more < 0 ? "contraction_mrr" : "none";
  }

  long start(YearMonth month) {
    return Micros.of(month.atDay(1).atStartOfDay(zone).toInstant());
  }

  long end(YearMonth month) {
    return Math.min(Micros.of(now), start(month.plusMonths(1)));
  }

  /** By customer, those without a customer as one, and by part. */
  private Map<String, Map<String, Holding>> holdings(
      long at, Function<Books.Subscription, String> part) {
    Map<String, Map<String, Holding>> holdings = new HashMap<>();
    for (Books.Subscription row : books.subscriptions()) {
      if (currency.equals(row.currency()) && brings(row, at)) {
        holdings
            .computeIfAbsent(name(row), customer -> new HashMap<>())
            .merge(part.apply(row), new Holding(1, yearly(row)), Holding::plus);
      }
    }
    return holdings;
  }

  private static String name(Books.Subscription row) {
    String customer = row.customer();
    return customer == null ? "" : customer;
  }

  private static BigDecimal yearly(Books.Subscription row) {
    Double quantity = row.quantity();
    Double price = row.price();
    if (quantity == null || price == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal paid = BigDecimal.valueOf(quantity).multiply(BigDecimal.valueOf(price));
    return "year".equals(row.interval()) ? paid : paid.multiply(TWELVE);
  }

  private boolean brings(Books.Subscription row, long at) {
    Long started = row.started();
    Long end = end(row);
    return started != null && started < at && (end == null || end >= at) && !isPaused(row, at);
  }

  private static boolean isPaused(Books.Subscription row, long at) {
    Long paused = row.paused();
    Long resumed = row.resumed();
    return paused != null && paused < at && (resumed == null || resumed >= at);
  }

  /** When it is cancelled; one that was replaced, when the first that replaces it starts. */
  private @Nullable Long end(Books.Subscription row) {
    Long replacedAt = replaced.get(row.id());
    return replacedAt == null ? row.cancelled() : replacedAt;
  }

  /** When a customer first had anything, in any currency. */
  long firstStart(String customer) {
    return firsts.computeIfAbsent(customer, this::findFirst);
  }

  private long findFirst(String customer) {
    long first = Long.MAX_VALUE;
    for (Books.Subscription row : books.subscriptions()) {
      Long started = row.started();
      Long end = end(row);
      if (started == null || !name(row).equals(customer)) {
        continue;
      }
      Long paused = row.paused();
      Long resumed = row.resumed();
      boolean pausedAtOnce = paused != null && paused <= started;
      if (pausedAtOnce && resumed == null) {
        continue;
      }
      long from = pausedAtOnce && resumed != null ? Math.max(started, resumed) : started;
      first = end == null || from < end ? Math.min(first, from) : first;
    }
    return first;
  }

  /** What customers whose first subscription started in a month bring at the end of another. */
  BigDecimal cohort(YearMonth cohort, YearMonth month) {
    BigDecimal sum = BigDecimal.ZERO;
    for (var holding : holdings(end(month), row -> "").entrySet()) {
      long first = firstStart(holding.getKey());
      boolean isOf = start(cohort) <= first && first < start(cohort.plusMonths(1));
      sum = isOf ? sum.add(whole(holding.getValue()).yearly()) : sum;
    }
    return sum.divide(TWELVE, new MathContext(40));
  }
}
