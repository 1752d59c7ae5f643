package dev.facet.plan.trend.tally;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.query.Measure;

/** From how numbers become one number to the aggregation that does it. */
final class Summaries {
  private Summaries() {}

  static Aggregation of(String name, Measure.Summary summary, Expression argument) {
    return switch (summary) {
      case SUM -> new Aggregation(name, Kind.SUM, argument);
      case AVG -> new Aggregation(name, Kind.AVG, argument);
      case MIN -> new Aggregation(name, Kind.MIN, argument);
      case MAX -> new Aggregation(name, Kind.MAX, argument);
      case MEDIAN -> Aggregation.quantile(name, argument, 0.5);
      case P75 -> Aggregation.quantile(name, argument, 0.75);
      case P90 -> Aggregation.quantile(name, argument, 0.9);
      case P95 -> Aggregation.quantile(name, argument, 0.95);
      case P99 -> Aggregation.quantile(name, argument, 0.99);
    };
  }
}
