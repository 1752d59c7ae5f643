package dev.facet.plan.cube;

import dev.facet.dataset.cube.Source;
import dev.facet.dataset.cube.TimeForm;
import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.query.CubeQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From measured rows to those of a report: columns have their titles, times their form. */
record CubeShape(CubeQuery query) implements Shape {

  static String dimension(int place) {
    return "d" + place;
  }

  static String metric(int place) {
    return "m" + place;
  }

  @Override
  public Table apply(Table measured) {
    List<Column> columns = new ArrayList<>();
    List<String> titles = query.titles();
    for (int i = 0; i < titles.size(); i++) {
      boolean isText = form(i) != null && form(i) != TimeForm.MILLIS;
      Type type = isText ? Type.TEXT : measured.columns().get(i).type();
      columns.add(new Column(titles.get(i), type));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : measured.rows()) {
      List<@Nullable Object> shown = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        TimeForm form = form(i);
        shown.add(form != null && row.get(i) instanceof Long step ? form.of(step) : row.get(i));
      }
      rows.add(shown);
    }
    return new Table(columns, rows);
  }

  private @Nullable TimeForm form(int column) {
    return column < query.dimensions().size()
            && query.dimensions().get(column).source() instanceof Source.Time(TimeForm form)
        ? form
        : null;
  }
}
