package dev.facet.plan.report;

import dev.facet.dataset.MonthColumns;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.business.Books;
import dev.facet.plan.business.Cohorts;
import dev.facet.plan.business.CustomerMonths;
import dev.facet.plan.business.Months;
import dev.facet.plan.time.Range;
import dev.facet.query.Filter;
import dev.facet.query.ReportQuery;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of cubes that are made of whole months: those that the dates of a question touch. */
record MonthRows(ReportQuery query, Books books, Range range, Instant now) {
  private static final Set<String> ABOUT_CUSTOMERS =
      Set.of(MonthColumns.COUNTRY, MonthColumns.SEGMENT);

  Plan ofCustomers() {
    Months asked = until(YearMonth.from(range.to()));
    Months months = asked.count() == 0 ? current() : asked;
    Plan rows = new CustomerMonths(books, months, isApart(), isDescribed(), parts()).rows();
    return shown(rows, asked);
  }

  /** Customers of the months asked for, followed until now. */
  Plan ofCohorts() {
    Months asked = until(YearMonth.from(range.to()));
    Months months = asked.count() == 0 ? current() : until(YearMonth.from(now.atZone(zone())));
    return shown(new Cohorts(books, months, asked.count()).rows(), asked);
  }

  /** All rows, or none where no month was asked for that has begun. */
  private static Plan shown(Plan rows, Months asked) {
    return asked.count() == 0 ? new Plan.Filter(rows, Expression.bool(false)) : rows;
  }

  private Months until(YearMonth last) {
    return Months.between(YearMonth.from(range.from()), last, zone(), now);
  }

  private Months current() {
    YearMonth current = YearMonth.from(now.atZone(zone()));
    return Months.between(current, current, zone(), now);
  }

  private ZoneId zone() {
    return range.calendar().zone();
  }

  private boolean isApart() {
    return query.dimensions().stream()
        .anyMatch(by -> by.dimension().name().equals(MonthColumns.START));
  }

  private boolean isDescribed() {
    return asked().anyMatch(ABOUT_CUSTOMERS::contains);
  }

  private List<String> parts() {
    Set<String> asked = asked().collect(Collectors.toSet());
    return MonthColumns.PARTS.stream().filter(asked::contains).toList();
  }

  /** The dimensions that the question shows or compares. */
  private Stream<String> asked() {
    return Stream.concat(
        query.dimensions().stream().map(by -> by.dimension().name()), compared(query.filter()));
  }

  private static Stream<String> compared(Filter filter) {
    return switch (filter) {
      case Filter.And(List<Filter> filters) -> filters.stream().flatMap(MonthRows::compared);
      case Filter.Or(List<Filter> filters) -> filters.stream().flatMap(MonthRows::compared);
      case Filter.Not(Filter inner) -> compared(inner);
      case Filter.Compare compare -> Stream.of(compare.property().key());
      case Filter.InCohort _, Filter.Hogql _, Filter.Element _, Filter.Selected _ -> Stream.empty();
    };
  }
}
