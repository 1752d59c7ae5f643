package dev.facet.plan.funnel;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.trend.Bins;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The breakdown's part of an answer: one column {@code breakdown}, a {@link Type#LIST} of values
 * when there are several breakdowns, none when there is none. Rows name bins by their numbers and
 * say beside it between what numbers they lie; the answer names them by their bounds.
 */
record Groups(List<Dimension> dimensions) {
  Groups {
    dimensions = List.copyOf(dimensions);
  }

  static Groups of(@Nullable Breakdown breakdown) {
    return new Groups(breakdown == null ? List.of() : breakdown.dimensions());
  }

  List<String> values(Table rows, List<@Nullable Object> row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      String value = String.valueOf(row.get(rows.indexOf(Splits.value(i))));
      boolean isBin = dimensions.get(i).bins() > 0 && !value.startsWith("$$");
      values.add(isBin ? bins(rows, row, i).label(Integer.parseInt(value)) : value);
    }
    return values;
  }

  private Bins bins(Table rows, List<@Nullable Object> row, int place) {
    return new Bins(
        number(row.get(rows.indexOf(Splits.low(place)))),
        number(row.get(rows.indexOf(Splits.high(place)))),
        dimensions.get(place).bins());
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  /** What stands in an answer's row. */
  List<Object> cells(List<String> values) {
    return switch (dimensions.size()) {
      case 0 -> List.of();
      case 1 -> List.of(values.getFirst());
      default -> List.of(values);
    };
  }

  List<Column> columns() {
    return dimensions.isEmpty()
        ? List.of()
        : List.of(new Column("breakdown", dimensions.size() == 1 ? Type.TEXT : Type.LIST));
  }

  /** Orders groups of equal size: what is beyond the limit comes last. */
  static int compare(List<String> one, List<String> other) {
    int last = Boolean.compare(one.contains(Breakdown.OTHER), other.contains(Breakdown.OTHER));
    return last != 0 ? last : Breakdown.label(one).compareTo(Breakdown.label(other));
  }
}
