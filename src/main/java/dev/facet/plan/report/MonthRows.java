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
import java.util.Set;

/** The rows of cubes that are made of whole months: those that the dates of a question touch. */
record MonthRows(ReportQuery query, Books books, Range range, Instant now) {
  private static final Set<String> ABOUT_CUSTOMERS =
      Set.of(MonthColumns.COUNTRY, MonthColumns.SEGMENT);

  Plan ofCustomers() {
    Months asked = until(YearMonth.from(range.to()));
    Months months = asked.count() == 0 ? current() : asked;
    Plan rows = new CustomerMonths(books, months, isApart(), isDescribed()).rows();
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
    return !query.filter().equals(Filter.ALL)
        || query.dimensions().stream()
            .anyMatch(by -> ABOUT_CUSTOMERS.contains(by.dimension().name()));
  }
}
