package dev.facet.plan.funnel;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.trend.Bins;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Attribution;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a funnel's breakdown reads of each event, in a column of text for each of its dimensions:
 * empty for a missing value, the number of the bin for a histogram.
 */
record Splits(FunnelQuery query, Matching matching) {

  /** The column of a dimension's values, by its place. */
  static String value(int place) {
    return "value" + suffix(place);
  }

  /** The column of the least number of a histogram. */
  static String low(int place) {
    return "low" + suffix(place);
  }

  /** The column of the greatest number of a histogram. */
  static String high(int place) {
    return "high" + suffix(place);
  }

  private static String suffix(int place) {
    return place == 0 ? "" : "_" + (place + 1);
  }

  private List<Dimension> dimensions() {
    Breakdown breakdown = query.breakdown();
    return breakdown == null ? List.of() : breakdown.dimensions();
  }

  /** The columns of all values. */
  List<String> all() {
    return IntStream.range(0, dimensions().size()).mapToObj(Splits::value).toList();
  }

  /** The columns whose values have attempts of their own: a person is in each of their cohorts. */
  List<String> apart() {
    return IntStream.range(0, dimensions().size())
        .filter(i -> isApart(dimensions().get(i)))
        .mapToObj(Splits::value)
        .toList();
  }

  /** The columns of which an actor has one value, which the attribution decides. */
  List<String> attributed() {
    return all().stream().filter(column -> !apart().contains(column)).toList();
  }

  private boolean isApart(Dimension dimension) {
    return query.attribution() instanceof Attribution.AllEvents
        || dimension.property().source() == PropertyRef.Source.COHORTS;
  }

  private boolean hasBins() {
    return dimensions().stream().anyMatch(dimension -> dimension.bins() > 0);
  }

  /** What is read of each event; {@link #binned} makes values of it. */
  List<Named> read() {
    List<Named> read = new ArrayList<>();
    for (int i = 0; i < dimensions().size(); i++) {
      Dimension dimension = dimensions().get(i);
      read.add(
          new Named(
              value(i),
              dimension.bins() > 0 ? EventRows.number(dimension.property()) : text(dimension)));
    }
    return read;
  }

  private Expression text(Dimension dimension) {
    Expression text = matching.text(dimension.property());
    Expression clean = dimension.normalizeUrl() ? call(Function.TRIM_URL, text) : text;
    return call(Function.COALESCE, clean, Expression.text(""));
  }

  /**
   * The rows with bins in place of numbers.
   *
   * @param steps the events that fit steps, among whose numbers the bins lie
   */
  Plan binned(Plan rows, Plan steps) {
    if (!hasBins()) {
      return rows;
    }
    Plan bounded = bounded(rows, steps);
    List<Named> columns = new ArrayList<>();
    rows.columns()
        .forEach(
            column -> {
              int place = all().indexOf(column.name());
              boolean isNumber = place >= 0 && dimensions().get(place).bins() > 0;
              columns.add(
                  new Named(
                      column.name(),
                      isNumber ? bin(bounded, place) : bounded.column(column.name())));
            });
    return new Plan.Project(bounded, columns);
  }

  /** The rows with the least and the greatest number of each histogram beside them. */
  Plan bounded(Plan rows, Plan steps) {
    List<Aggregation> bounds = new ArrayList<>();
    for (int i = 0; i < dimensions().size(); i++) {
      if (dimensions().get(i).bins() > 0) {
        Expression number = EventRows.number(dimensions().get(i).property());
        bounds.add(new Aggregation(low(i), Aggregation.Kind.MIN, number));
        bounds.add(new Aggregation(high(i), Aggregation.Kind.MAX, number));
      }
    }
    return bounds.isEmpty()
        ? rows
        : new Join(
            Join.Kind.INNER, rows, new Plan.Aggregate(steps, List.of(), bounds), List.of(), false);
  }

  /** Whether rows with their bounds have a value, as the answer names it. */
  Expression is(Plan bounded, int place, String value) {
    int bins = dimensions().get(place).bins();
    OptionalDouble number = bins > 0 ? Bins.within(value) : OptionalDouble.empty();
    Expression wanted =
        number.isEmpty()
            ? Expression.text(value.isEmpty() ? Breakdown.NULL : value)
            : call(
                Function.TO_TEXT,
                call(
                    Function.BIN,
                    Expression.number(number.getAsDouble()),
                    bounded.column(low(place)),
                    bounded.column(high(place)),
                    Expression.integer(bins)));
    return call(Function.EQUAL, bounded.column(value(place)), wanted);
  }

  /** The bin of a number; none beyond the numbers of steps. */
  private Expression bin(Plan bounded, int place) {
    Expression number = bounded.column(value(place));
    Expression low = bounded.column(low(place));
    Expression high = bounded.column(high(place));
    Expression bin =
        call(
            Function.TO_TEXT,
            call(
                Function.BIN,
                number,
                low,
                high,
                Expression.integer(dimensions().get(place).bins())));
    Expression within =
        Conditions.all(
            List.of(
                call(Function.LESS_OR_EQUAL, low, number),
                call(Function.LESS_OR_EQUAL, number, high)));
    return call(Function.COALESCE, Attempts.when(within, bin), Expression.text(""));
  }
}
