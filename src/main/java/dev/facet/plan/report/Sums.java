package dev.facet.plan.report;

import dev.facet.dataset.Metric;
import dev.facet.dataset.Value;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what has to be summed up for metrics, each thing once. Used for one question. */
final class Sums {
  private final ReadRow read;
  private final int first;
  private final List<Aggregation> aggregations = new ArrayList<>();

  /**
   * @param first how many columns stand before the sums
   */
  Sums(ReadRow read, int first) {
    this.read = read;
    this.first = first;
  }

  List<Aggregation> aggregations() {
    return aggregations;
  }

  Term term(Metric.Formula formula) {
    return switch (formula) {
      case Metric.Count() -> of(Kind.COUNT, null);
      case Metric.CountOf(Value value) -> of(Kind.COUNT, read.value(value));
      case Metric.Distinct(Value value) -> of(Kind.COUNT_DISTINCT, read.value(value));
      case Metric.Sum(Value value) -> sum(read.number(value));
      case Metric.Avg(Value value) -> mean(read.number(value));
      case Metric.Min(Value value) -> of(Kind.MIN, read.number(value));
      case Metric.Max(Value value) -> of(Kind.MAX, read.number(value));
      case Metric.Together(List<Metric.Formula> parts) ->
          new Term.Together(parts.stream().map(this::term).toList());
      case Metric.Ratio(Metric.Formula dividend, Metric.Formula divisor) ->
          new Term.Ratio(term(dividend), term(divisor));
      case Metric.Scaled(Metric.Formula scaled, int times, int dividedBy) ->
          new Term.Scaled(term(scaled), times, dividedBy);
      case Metric.Last(Value.OfKey level) -> sum(CubeRows.last(rows(), level));
      case Metric.Change(Value.OfKey level) ->
          new Term.Less(sum(CubeRows.later(rows(), level)), sum(CubeRows.earlier(rows(), level)));
    };
  }

  private Plan rows() {
    return read.rows();
  }

  private Term of(Kind kind, @Nullable Expression argument) {
    Aggregation added = add(kind, argument);
    return new Term.Of(first + aggregations.indexOf(added), added.type());
  }

  private Term mean(Expression argument) {
    return new Term.Mean(first + aggregations.indexOf(add(Kind.AVG, argument)));
  }

  private Term sum(Expression argument) {
    Aggregation added = add(Kind.SUM, argument);
    return new Term.Sum(first + aggregations.indexOf(added), added.type());
  }

  private Aggregation add(Kind kind, @Nullable Expression argument) {
    for (Aggregation known : aggregations) {
      if (known.equals(new Aggregation(known.name(), kind, argument))) {
        return known;
      }
    }
    Aggregation added = new Aggregation("m" + aggregations.size(), kind, argument);
    aggregations.add(added);
    return added;
  }
}
