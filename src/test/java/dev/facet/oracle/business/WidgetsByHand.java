package dev.facet.oracle.business;

import dev.facet.model.Micros;
import dev.facet.query.Query.BusinessWidget.Widget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of every widget, by loops over the books and exact decimal numbers. */
record WidgetsByHand(Books books, ZoneId zone, Instant now, String currency) {
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  WidgetsByHand(Books books, ZoneId zone, Instant now) {
    this(books, zone, now, currency(books));
  }

  /** A month: from when until when, and when it ends so far. */
  private record Month(LocalDate day, long start, long over, long end) {}

  List<List<@Nullable Object>> rows(Widget widget) {
    return switch (widget) {
      case REVENUE_CHART -> money(this::revenue);
      case MRR -> money(month -> monthly(yearly(month.end(), row -> true)));
      case ARR -> money(month -> yearly(month.end(), row -> true));
      case ARPA -> money(this::arpa);
      case CHURN_RATE -> series(month -> (Object) rounded(churn(month)));
      case CUSTOMER_COUNT -> series(month -> created(Long.MIN_VALUE, month.end()));
      case NEW_CUSTOMERS -> series(month -> created(month.start(), month.end()));
      case ACTIVE_SUBSCRIPTIONS -> List.of(active());
      case REVENUE_BY_PRODUCT -> products();
      case OVERDUE_INVOICES -> List.of(overdue());
    };
  }

  private List<Month> months() {
    List<Month> months = new ArrayList<>();
    LocalDate current = now.atZone(zone).toLocalDate().withDayOfMonth(1);
    for (int ago = 11; ago >= 0; ago--) {
      LocalDate day = current.minusMonths(ago);
      long over = start(day.plusMonths(1));
      months.add(new Month(day, start(day), over, ago == 0 ? Micros.of(now) : over));
    }
    return months;
  }

  private long start(LocalDate day) {
    return Micros.of(day.atStartOfDay(zone).toInstant());
  }

  private List<List<@Nullable Object>> series(Function<Month, Object> value) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    months().forEach(month -> rows.add(List.of(month.day().toEpochDay(), value.apply(month))));
    return rows;
  }

  private List<List<@Nullable Object>> money(Function<Month, BigDecimal> value) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Month month : months()) {
      rows.add(List.of(month.day().toEpochDay(), rounded(value.apply(month)), currency));
    }
    return rows;
  }

  private static double rounded(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private static String currency(Books books) {
    Map<String, Integer> counts = new TreeMap<>();
    Stream.concat(
            books.subscriptions().stream().map(Books.Subscription::currency),
            books.invoices().stream().map(Books.Invoice::currency))
        .filter(Objects::nonNull)
        .forEach(currency -> counts.merge(currency, 1, Integer::sum));
    String most = "USD";
    for (var entry : counts.entrySet()) {
      most = entry.getValue() > counts.getOrDefault(most, 0) ? entry.getKey() : most;
    }
    return most;
  }

  private static boolean active(Books.Subscription row, long at) {
    return row.started() != null
        && row.started() < at
        && (row.cancelled() == null || row.cancelled() >= at);
  }

  private boolean counts(Books.Subscription row) {
    return currency.equals(row.currency());
  }

  private static BigDecimal monthly(BigDecimal yearly) {
    return yearly.divide(TWELVE, new MathContext(40));
  }

  private BigDecimal yearly(long at, Predicate<Books.Subscription> which) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Books.Subscription row : books.subscriptions()) {
      Double quantity = row.quantity();
      Double price = row.price();
      if (active(row, at)
          && which.test(row)
          && currency.equals(row.currency())
          && quantity != null
          && price != null) {
        BigDecimal paid = BigDecimal.valueOf(quantity).multiply(BigDecimal.valueOf(price));
        sum = sum.add("year".equals(row.interval()) ? paid : paid.multiply(TWELVE));
      }
    }
    return sum;
  }

  private BigDecimal revenue(Month month) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Books.Invoice row : books.invoices()) {
      Long time = row.paid() == null ? row.issued() : row.paid();
      Double amount = row.amount();
      if (row.status().equals("PAID")
          && currency.equals(row.currency())
          && time != null
          && amount != null
          && month.start() <= time
          && time < month.over()) {
        sum = sum.add(BigDecimal.valueOf(amount));
      }
    }
    return sum;
  }

  private BigDecimal arpa(Month month) {
    Set<String> customers = new HashSet<>();
    for (Books.Subscription row : books.subscriptions()) {
      if (active(row, month.end()) && counts(row) && row.customer() != null) {
        customers.add(row.customer());
      }
    }
    return customers.isEmpty()
        ? BigDecimal.ZERO
        : yearly(month.end(), row -> true)
            .divide(TWELVE.multiply(BigDecimal.valueOf(customers.size())), new MathContext(40));
  }

  private BigDecimal churn(Month month) {
    Set<String> before = new HashSet<>();
    Set<String> after = new HashSet<>();
    for (Books.Subscription row : books.subscriptions()) {
      String customer = row.customer();
      if (customer != null && active(row, month.start())) {
        before.add(customer);
      }
      if (customer != null && active(row, month.end())) {
        after.add(customer);
      }
    }
    long lost = before.stream().filter(customer -> !after.contains(customer)).count();
    return before.isEmpty()
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(100 * lost)
            .divide(BigDecimal.valueOf(before.size()), new MathContext(40));
  }

  private long created(long from, long until) {
    return books.customers().stream()
        .map(Books.Customer::created)
        .filter(created -> created != null && from <= created && created < until)
        .count();
  }

  private List<@Nullable Object> active() {
    long at = Micros.of(now);
    long start = months().getLast().start();
    long value = books.subscriptions().stream().filter(row -> active(row, at)).count();
    long previous = books.subscriptions().stream().filter(row -> active(row, start)).count();
    List<@Nullable Object> row = new ArrayList<>(List.of(value, previous));
    row.add(
        previous == 0
            ? null
            : (Object)
                rounded(
                    BigDecimal.valueOf(100 * (value - previous))
                        .divide(BigDecimal.valueOf(previous), new MathContext(40))));
    return row;
  }

  private List<List<@Nullable Object>> products() {
    long at = Micros.of(now);
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Books.Subscription row : books.subscriptions()) {
      if (active(row, at) && counts(row)) {
        String name = Objects.requireNonNullElse(row.product(), "\uffff");
        sums.computeIfAbsent(
            name, key -> yearly(at, other -> Objects.equals(other.product(), row.product())));
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
        .forEach(
            entry -> {
              List<@Nullable Object> row = new ArrayList<>();
              row.add(entry.getKey().equals("\uffff") ? null : entry.getKey());
              row.add(rounded(monthly(entry.getValue())));
              row.add(currency);
              rows.add(row);
            });
    return rows;
  }

  private List<@Nullable Object> overdue() {
    long count = 0;
    BigDecimal amount = BigDecimal.ZERO;
    for (Books.Invoice row : books.invoices()) {
      if (row.status().equals("OPEN") && row.due() != null && row.due() < Micros.of(now)) {
        count++;
        Double open = row.amount();
        if (open != null && currency.equals(row.currency())) {
          amount = amount.add(BigDecimal.valueOf(open));
        }
      }
    }
    return List.of(count, rounded(amount), currency);
  }
}
