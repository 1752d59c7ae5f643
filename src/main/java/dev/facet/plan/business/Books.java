package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Dataset;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort;
import dev.facet.plan.event.Conditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of subscriptions and invoices as all numbers are made of them: as they were sent, or,
 * where the project names a currency, with their money converted to it. A row is converted by the
 * rate of its day in UTC: that a subscription started, an invoice was paid or else issued. The
 * newest rate known by then holds; before the first, the first does. Rows in a currency that has no
 * rate stay as they are.
 *
 * @param currency what money is converted to; null when it is left as it is
 */
public record Books(@Nullable String currency) {
  private static final String RATED = "rated_currency";
  private static final String RATED_DAY = "rated_day";
  private static final String RATE = "day_rate";
  private static final String SPAN = "span_currency";
  private static final String FIRST = "first_day";
  private static final String LAST = "last_day";
  private static final String DAY = "row_day";
  private static final String FROM = "from_day";
  private static final String UNTIL = "until_day";

  Plan subscriptions() {
    return rows(BusinessDatasets.SUBSCRIPTIONS);
  }

  Plan invoices() {
    return rows(BusinessDatasets.INVOICES);
  }

  /** The rows of any dataset. */
  public Plan rows(Dataset dataset) {
    Plan scan = new Plan.Scan(dataset);
    if (currency == null) {
      return scan;
    }
    if (dataset.equals(BusinessDatasets.SUBSCRIPTIONS)) {
      return converted(scan, scan.column("started_at"), List.of("unit_price"), currency);
    }
    return dataset.equals(BusinessDatasets.INVOICES)
        ? converted(
            scan,
            call(Function.COALESCE, scan.column("paid_at"), scan.column("issued_at")),
            List.of("amount", "refunded"),
            currency)
        : scan;
  }

  private static Plan converted(Plan rows, Expression time, List<String> money, String target) {
    Plan known = known(target);
    Plan dated =
        new Join(Join.Kind.LEFT, rows, spans(known), List.of(new Join.On("currency", SPAN)), false);
    List<Named> columns = new ArrayList<>();
    dated.columns().forEach(c -> columns.add(new Named(c.name(), dated.column(c.name()))));
    columns.add(new Named(DAY, within(dated, day(time))));
    Plan placed = new Plan.Project(dated, columns);
    Plan rated =
        new Join(
            Join.Kind.LEFT,
            placed,
            daily(known),
            List.of(new Join.On("currency", RATED), new Join.On(DAY, RATED_DAY)),
            false);
    return shown(rows, rated, money, target);
  }

  /** The rows as they were, with their money converted where there is a rate. */
  private static Plan shown(Plan rows, Plan rated, List<String> money, String target) {
    Expression rate = rated.column(RATE);
    List<Named> columns = new ArrayList<>();
    rows.columns()
        .forEach(
            column -> {
              Expression value = rated.column(column.name());
              if (money.contains(column.name())) {
                Expression one = call(Function.COALESCE, rate, Expression.number(1));
                value = call(Function.MULTIPLY, value, one);
              } else if (column.name().equals("currency")) {
                Expression isRated = call(Function.NOT, call(Function.IS_NULL, rate));
                value = call(Function.IF, isRated, Expression.text(target), value);
              }
              columns.add(new Named(column.name(), value));
            });
    return new Plan.Project(rated, columns);
  }

  /** The day of a time, counted from 1970. */
  private static Expression day(Expression time) {
    return call(
        Function.FLOOR_DIVIDE, call(Function.AS_WHOLE, time), Expression.integer(Micros.DAY));
  }

  /** The rates to the currency, with the day of each and that of the next. */
  private static Plan known(String target) {
    Plan scan = new Plan.Scan(BusinessDatasets.EXCHANGE_RATES);
    Plan fitting =
        new Plan.Filter(
            scan,
            Conditions.all(
                List.of(
                    call(Function.EQUAL, scan.column("target"), Expression.text(target)),
                    call(Function.NOT, call(Function.IS_NULL, scan.column("rate"))))));
    Plan dated =
        new Plan.Project(
            fitting,
            List.of(
                new Named(RATED, fitting.column("currency")),
                new Named(RATE, fitting.column("rate")),
                new Named(FROM, day(call(Function.TO_TIME, fitting.column("date"))))));
    return new Plan.Window(
        dated,
        List.of(RATED),
        List.of(new Sort.By(FROM, false)),
        List.of(new Over.Neighbour(UNTIL, dated.column(FROM), 1, null)));
  }

  private static Plan spans(Plan known) {
    return new Plan.Aggregate(
        known,
        List.of(new Named(SPAN, known.column(RATED))),
        List.of(
            new Aggregation(FIRST, Kind.MIN, known.column(FROM)),
            new Aggregation(LAST, Kind.MAX, known.column(FROM))));
  }

  /** A day, or the nearest that has a rate. */
  private static Expression within(Plan dated, Expression day) {
    return call(
        Function.IF,
        call(Function.IS_NULL, dated.column(FIRST)),
        new Expression.Literal(null, Type.INTEGER),
        call(
            Function.GREATEST, dated.column(FIRST), call(Function.LEAST, dated.column(LAST), day)));
  }

  /** The rate of each day from the first known one to the last. */
  private static Plan daily(Plan known) {
    Expression from = known.column(FROM);
    Expression next = call(Function.ADD, from, Expression.integer(1));
    Expression days =
        call(
            Function.RANGE,
            from,
            call(Function.COALESCE, known.column(UNTIL), next),
            Expression.integer(1));
    Plan unnested = new Plan.Unnest(known, List.of(new Named(RATED_DAY, days)), null, false);
    return new Plan.Project(
        unnested,
        List.of(
            new Named(RATED, unnested.column(RATED)),
            new Named(RATED_DAY, unnested.column(RATED_DAY)),
            new Named(RATE, unnested.column(RATE))));
  }
}
