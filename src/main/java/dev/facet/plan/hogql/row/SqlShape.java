package dev.facet.plan.hogql.row;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the columns that a statement selects, by the names it gives them; there is one row more
 * than {@code limit} when there are more to have.
 *
 * @param shown the columns of the store's rows, in the order of {@code names}
 */
public record SqlShape(List<String> names, List<String> shown, long limit, long offset)
    implements Shape {

  public SqlShape {
    names = List.copyOf(names);
    shown = List.copyOf(shown);
  }

  @Override
  public Table apply(Table rows) {
    int[] places = shown.stream().mapToInt(rows::indexOf).toArray();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      columns.add(new Column(names.get(i), rows.columns().get(places[i]).type()));
    }
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      List<@Nullable Object> one = new ArrayList<>(places.length);
      for (int place : places) {
        one.add(row.get(place));
      }
      cells.add(one);
    }
    return new Table(columns, cells);
  }

  /** Whether there are more rows than those that were asked for. */
  public boolean hasMore(Table table) {
    return table.rows().size() > limit;
  }

  @Override
  public Table page(Table table) {
    return hasMore(table)
        ? new Table(table.columns(), table.rows().subList(0, (int) limit))
        : table;
  }
}
