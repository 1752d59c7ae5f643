package dev.facet.plan;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.query.Measure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a measure is counted: at once over events ({@link #whole}), or in two steps, {@link #partial}
 * sums first and those {@link #merged} later. Either way {@link #value} reads the result.
 *
 * @param number what is summed up, null when events or persons are counted
 */
record Tally(Measure measure, @Nullable Expression number) {
  private static final String SUM = "sum";
  private static final String COUNT = "count";

  static Tally of(Measure measure) {
    return switch (measure) {
      case Measure.Count ignored -> new Tally(measure, null);
      case Measure.Persons ignored -> new Tally(measure, null);
      case Measure.OfProperty of -> new Tally(measure, EventRows.number(of.property()));
    };
  }

  boolean readsPerson() {
    return measure instanceof Measure.OfProperty of && EventRows.readsPerson(of.property());
  }

  /** Whom partial sums must keep apart. */
  Optional<Expression> actor() {
    return measure instanceof Measure.Persons ? Optional.of(EventRows.PERSON) : Optional.empty();
  }

  List<Aggregation> whole() {
    return measure instanceof Measure.Persons
        ? List.of(new Aggregation(COUNT, Kind.COUNT_DISTINCT, EventRows.PERSON))
        : partial();
  }

  List<Aggregation> partial() {
    return switch (measure) {
      case Measure.Count ignored -> List.of(new Aggregation(COUNT, Kind.COUNT, null));
      case Measure.Persons ignored -> List.of();
      case Measure.OfProperty of ->
          switch (of.summary()) {
            case SUM -> List.of(new Aggregation(SUM, Kind.SUM, number));
            case AVG ->
                List.of(
                    new Aggregation(SUM, Kind.SUM, number),
                    new Aggregation(COUNT, Kind.COUNT, number));
            case MIN -> List.of(new Aggregation(SUM, Kind.MIN, number));
            case MAX -> List.of(new Aggregation(SUM, Kind.MAX, number));
          };
    };
  }

  /** Sums up the partial sums of {@code input}. */
  List<Aggregation> merged(Plan input) {
    if (measure instanceof Measure.Persons) {
      return List.of(new Aggregation(COUNT, Kind.COUNT_DISTINCT, EventRows.PERSON));
    }
    return partial().stream()
        .map(
            part -> new Aggregation(part.name(), mergeKind(part.kind()), input.column(part.name())))
        .toList();
  }

  private static Kind mergeKind(Kind kind) {
    return switch (kind) {
      case COUNT, SUM -> Kind.SUM;
      case MIN -> Kind.MIN;
      case MAX -> Kind.MAX;
      case COUNT_DISTINCT, AVG, QUANTILE ->
          throw new IllegalStateException(kind + " cannot be summed up in parts");
    };
  }

  /** The measure, read from the columns of {@link #whole} or {@link #merged}. */
  Expression value(Plan counted) {
    boolean mean = measure instanceof Measure.OfProperty of && of.summary() == Measure.Summary.AVG;
    if (mean) {
      return call(Function.DIVIDE, counted.column(SUM), counted.column(COUNT));
    }
    String column = whole().getFirst().name();
    Expression value = counted.column(column);
    return value.type() == Type.INTEGER ? call(Function.TO_NUMBER, value) : value;
  }
}
