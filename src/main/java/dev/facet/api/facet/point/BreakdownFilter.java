package dev.facet.api.facet.point;

import dev.facet.model.FailureException;
import dev.facet.model.Place;
import dev.facet.model.Table;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From the values of a breakdown, as a chart names them, to a filter for the events that have them.
 *
 * @param answer the chart's own answer: which values it names
 */
record BreakdownFilter(@Nullable Breakdown breakdown, Supplier<Table> answer) {

  /** Empty when no filter can say it. */
  Optional<Filter> of(List<String> values) {
    if (breakdown == null || values.isEmpty()) {
      return Optional.of(Filter.ALL);
    }
    List<Dimension> dimensions = breakdown.dimensions();
    if (values.contains(Breakdown.OTHER)) {
      return dimensions.size() == 1 ? others(dimensions.getFirst()) : Optional.empty();
    }
    List<Filter> all = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), dimensions.size()); i++) {
      Optional<Filter> one = one(dimensions.get(i), values.get(i));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(new Filter.And(all));
  }

  private static Optional<Filter> one(Dimension dimension, String value) {
    PropertyRef property = dimension.property();
    if (property.source() == PropertyRef.Source.COHORTS) {
      return Optional.of(
          value.equals(PropertyRef.EVERYBODY)
              ? Filter.ALL
              : new Filter.InCohort(cohort(value), Place.NONE));
    }
    if (!isText(dimension)) {
      return Optional.empty();
    }
    if (value.equals(Breakdown.NULL)) {
      return Optional.of(empty(property));
    }
    Operator operator = dimension.normalizeUrl() ? Operator.CLEAN_PATH_EXACT : Operator.EXACT;
    return Optional.of(new Filter.Compare(property, operator, List.of(value)));
  }

  private static long cohort(String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw FailureException.invalid(
          "invalid_point",
          "point.breakdown",
          "Give the cohort's number as the chart's row does, not '" + value + "'.");
    }
    return Long.parseLong(value);
  }

  /** What is compared as it is shown: no bins, and nothing computed. */
  private static boolean isText(Dimension dimension) {
    return dimension.bins() == 0
        && dimension.property().source() != PropertyRef.Source.HOGQL
        && dimension.property().source() != PropertyRef.Source.COHORTS;
  }

  private static Filter empty(PropertyRef property) {
    return new Filter.Or(
        List.of(
            new Filter.Compare(property, Operator.IS_NOT_SET, List.of()),
            new Filter.Compare(property, Operator.EXACT, List.of(""))));
  }

  /** Those whose value the chart does not name. */
  private Optional<Filter> others(Dimension dimension) {
    if (!isText(dimension)) {
      return Optional.empty();
    }
    Table rows = answer.get();
    int column = rows.indexOf("breakdown");
    List<String> named =
        rows.rows().stream()
            .map(row -> Objects.toString(row.get(column)))
            .distinct()
            .filter(value -> !value.equals(Breakdown.OTHER))
            .toList();
    List<Filter> none = new ArrayList<>();
    for (String value : named) {
      one(dimension, value).map(Filter.Not::new).ifPresent(none::add);
    }
    return Optional.of(new Filter.And(none));
  }
}
