package dev.facet.plan.business;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.query.Query.BusinessWidget.Widget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * From sums to a widget's numbers. Series have a row for each month, the oldest first.
 *
 * @param converted whether money is converted, which its rows then say
 */
record WidgetShape(Widget widget, Months months, boolean converted) implements Shape {
  private static final Column MONTH = new Column("month", Type.DATE);
  private static final Column MONEY = new Column("value", Type.NUMBER);
  private static final Column COUNT = new Column("value", Type.INTEGER);
  private static final Column CURRENCY = new Column("currency", Type.TEXT);

  @Override
  public Table apply(Table sums) {
    Table table = table(sums);
    return converted && table.has(CURRENCY.name()) ? said(table) : table;
  }

  /** With a column that says so. */
  private static Table said(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(new Column("converted", Type.BOOLEAN));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      List<@Nullable Object> longer = new ArrayList<>(row);
      longer.add(true);
      rows.add(longer);
    }
    return new Table(columns, rows);
  }

  private Table table(Table sums) {
    return switch (widget) {
      case REVENUE_CHART -> money(sums, month -> revenue(sums, month));
      case MRR -> money(sums, month -> Decimals.divided(yearly(sums, month, 2), Decimals.TWELVE));
      case ARR -> money(sums, month -> yearly(sums, month, 2));
      case ARPA -> money(sums, month -> perCustomer(sums, month));
      case CHURN_RATE -> series(MONEY, month -> Decimals.rounded(churn(sums, month)));
      case CUSTOMER_COUNT, NEW_CUSTOMERS ->
          series(COUNT, month -> sums.rows().getFirst().get(month));
      case ACTIVE_SUBSCRIPTIONS -> active(sums.rows().getFirst());
      case REVENUE_BY_PRODUCT -> products(sums);
      case OVERDUE_INVOICES -> overdue(sums);
    };
  }

  private Table series(Column value, IntFunction<@Nullable Object> of) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int month = 0; month < months.count(); month++) {
      rows.add(row(months.day(month).toEpochDay(), of.apply(month)));
    }
    return new Table(List.of(MONTH, value), rows);
  }

  private Table money(Table sums, IntFunction<BigDecimal> of) {
    String currency = currency(sums);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int month = 0; month < months.count(); month++) {
      double value = Decimals.rounded(of.apply(month));
      rows.add(row(months.day(month).toEpochDay(), value, currency));
    }
    return new Table(List.of(MONTH, MONEY, CURRENCY), rows);
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    return row;
  }

  private static String currency(Table sums) {
    int place = sums.indexOf(ReportingCurrency.COLUMN);
    for (List<@Nullable Object> row : sums.rows()) {
      if (row.get(place) instanceof String currency) {
        return currency;
      }
    }
    return ReportingCurrency.OTHERWISE;
  }

  private static BigDecimal revenue(Table sums, int month) {
    int place = sums.indexOf("month");
    for (List<@Nullable Object> row : sums.rows()) {
      if (row.get(place) instanceof Long bucket && bucket == month) {
        return Decimals.of(row.get(sums.indexOf("amount")));
      }
    }
    return BigDecimal.ZERO;
  }

  /** What active subscriptions bring a year; two columns before it each month has as many. */
  private static BigDecimal yearly(Table sums, int month, int columns) {
    return sums.rows().isEmpty()
        ? BigDecimal.ZERO
        : Subscribed.yearly(sums.rows().getFirst(), 2 + month * columns);
  }

  private static BigDecimal perCustomer(Table sums, int month) {
    if (sums.rows().isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigDecimal customers = Decimals.of(sums.rows().getFirst().get(2 + month * 3 + 2));
    return Decimals.divided(yearly(sums, month, 3), customers.multiply(Decimals.TWELVE));
  }

  private static BigDecimal churn(Table sums, int month) {
    List<@Nullable Object> row = sums.rows().getFirst();
    BigDecimal lost = Decimals.of(row.get(2 * month + 1));
    return Decimals.divided(lost.multiply(Decimals.HUNDRED), Decimals.of(row.get(2 * month)));
  }

  private static Table active(List<@Nullable Object> row) {
    BigDecimal now = Decimals.of(row.getFirst());
    BigDecimal before = Decimals.of(row.get(1));
    BigDecimal change = now.subtract(before).multiply(Decimals.HUNDRED);
    Object percent =
        before.signum() == 0 ? null : (Object) Decimals.rounded(Decimals.divided(change, before));
    return new Table(
        List.of(
            COUNT, new Column("previous", Type.INTEGER), new Column("change_percent", Type.NUMBER)),
        List.of(row(row.getFirst(), row.get(1), percent)));
  }

  /** A product and what it brings a year. */
  private record Product(@Nullable String name, BigDecimal yearly, String currency) {
    static final Comparator<Product> LARGEST_FIRST =
        Comparator.comparing(Product::yearly)
            .reversed()
            .thenComparing(Product::name, Comparator.nullsLast(WidgetShape::byCodePoint));

    List<@Nullable Object> row() {
      BigDecimal monthly = Decimals.divided(yearly, Decimals.TWELVE);
      return WidgetShape.row(name, Decimals.rounded(monthly), currency);
    }
  }

  private static int byCodePoint(String one, String other) {
    return java.util.Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  private static Table products(Table sums) {
    List<Product> products = new ArrayList<>();
    for (List<@Nullable Object> row : sums.rows()) {
      products.add(new Product((String) row.get(2), Subscribed.yearly(row, 3), currency(sums)));
    }
    products.sort(Product.LARGEST_FIRST);
    return new Table(
        List.of(new Column("name", Type.TEXT), MONEY, CURRENCY),
        products.stream().map(Product::row).toList());
  }

  /** All are counted, of any currency or none; the amount is that of the reporting currency. */
  private static Table overdue(Table sums) {
    int reporting = sums.indexOf(ReportingCurrency.COLUMN);
    long count = 0;
    BigDecimal amount = BigDecimal.ZERO;
    for (List<@Nullable Object> row : sums.rows()) {
      count += row.get(2) instanceof Long invoices ? invoices : 0;
      amount = row.get(reporting) == null ? amount : Decimals.of(row.get(3));
    }
    return new Table(
        List.of(COUNT, new Column("amount", Type.NUMBER), CURRENCY),
        List.of(row(count, Decimals.rounded(amount), currency(sums))));
  }
}
