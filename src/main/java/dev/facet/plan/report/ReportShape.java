package dev.facet.plan.report;

import dev.facet.model.Column;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Shape;
import dev.facet.query.ReportQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From groups to the rows of a report: metrics computed, rows put in order and cut, steps of time
 * named, of rows that are stored or made of months alike. A day and the first day of a week are
 * written 2026-03-01, a month 2026-03.
 *
 * @param steps for each dimension its steps of time, null for other values
 * @param terms what is computed of the sums of a group, for each metric
 * @param zone where the steps are at home
 */
record ReportShape(ReportQuery query, List<@Nullable Buckets> steps, List<Term> terms, ZoneId zone)
    implements Shape {
  /** How many groups a report may have before its limit. */
  static final int MAX_GROUPS = 100_000;

  ReportShape {
    steps = Collections.unmodifiableList(new ArrayList<>(steps));
    terms = List.copyOf(terms);
  }

  @Override
  public Table apply(Table groups) {
    if (groups.rows().size() > MAX_GROUPS) {
      throw new FailureException(
          new Failure.TooMuch(
              "too_many_rows",
              "dimensions",
              "A report has at most "
                  + MAX_GROUPS
                  + " rows before its limit: take a dimension away or add a filter.",
              null));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> group : groups.rows()) {
      List<@Nullable Object> row = new ArrayList<>(group.subList(0, steps.size()));
      terms.forEach(term -> row.add(term.value(group)));
      rows.add(row);
    }
    rows.sort(order());
    int from = Math.min(query.offset(), rows.size());
    int until = (int) Math.min(rows.size(), (long) from + query.limit());
    List<List<@Nullable Object>> shown = new ArrayList<>();
    for (List<@Nullable Object> row : rows.subList(from, until)) {
      shown.add(named(row));
    }
    return new Table(columns(), shown);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (ReportQuery.By by : query.dimensions()) {
      boolean isText = by.grain() != null && !by.grain().isElapsed();
      Type element = by.dimension().type().element();
      Type type = element == null ? by.dimension().type() : element;
      columns.add(new Column(by.name(), isText ? Type.TEXT : type));
    }
    for (int i = 0; i < terms.size(); i++) {
      columns.add(new Column(query.metrics().get(i).name(), terms.get(i).type()));
    }
    return columns;
  }

  private Comparator<List<@Nullable Object>> order() {
    List<ReportQuery.Order> all = new ArrayList<>(query.order());
    if (all.isEmpty()) {
      all.addAll(usual());
    }
    for (int i = 0; i < steps.size(); i++) {
      all.add(new ReportQuery.Order(i, false));
    }
    Comparator<List<@Nullable Object>> order = (_, _) -> 0;
    for (ReportQuery.Order one : all) {
      order =
          order.thenComparing(
              (a, b) -> Cells.compare(a.get(one.column()), b.get(one.column()), one.descending()));
    }
    return order;
  }

  private List<ReportQuery.Order> usual() {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) != null) {
        return List.of(new ReportQuery.Order(i, false));
      }
    }
    return terms.isEmpty() ? List.of() : List.of(new ReportQuery.Order(steps.size(), true));
  }

  private List<@Nullable Object> named(List<@Nullable Object> row) {
    List<@Nullable Object> named = new ArrayList<>(row);
    for (int i = 0; i < steps.size(); i++) {
      Buckets buckets = steps.get(i);
      Grain grain = query.dimensions().get(i).grain();
      if (buckets != null && grain != null && row.get(i) instanceof Long step) {
        named.set(i, name(buckets.starts().get(step.intValue()), grain));
      }
    }
    return named;
  }

  private Object name(long micros, Grain grain) {
    LocalDate day = Micros.toInstant(micros).atZone(zone).toLocalDate();
    return switch (grain) {
      case MINUTE, HOUR -> (Object) micros;
      case DAY, WEEK -> day.toString();
      case MONTH -> day.toString().substring(0, day.toString().length() - 3);
    };
  }
}
