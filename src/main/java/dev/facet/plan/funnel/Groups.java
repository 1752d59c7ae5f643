package dev.facet.plan.funnel;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.query.Breakdown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The breakdown's part of an answer: one column {@code breakdown}, a {@link Type#LIST} of values
 * when there are several breakdowns, none when there is none.
 *
 * @param dimensions how many breakdowns there are
 */
record Groups(int dimensions) {

  List<String> values(Table rows, List<@Nullable Object> row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      values.add(String.valueOf(row.get(rows.indexOf(StepRows.value(i)))));
    }
    return values;
  }

  /** What stands in an answer's row. */
  List<Object> cells(List<String> values) {
    return switch (dimensions) {
      case 0 -> List.of();
      case 1 -> List.of(values.getFirst());
      default -> List.of(values);
    };
  }

  List<Column> columns() {
    return dimensions == 0
        ? List.of()
        : List.of(new Column("breakdown", dimensions == 1 ? Type.TEXT : Type.LIST));
  }

  /** Orders groups of equal size: what is beyond the limit comes last. */
  static int compare(List<String> one, List<String> other) {
    int last = Boolean.compare(one.contains(Breakdown.OTHER), other.contains(Breakdown.OTHER));
    return last != 0 ? last : Breakdown.label(one).compareTo(Breakdown.label(other));
  }
}
