package dev.facet.plan.insight;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.trend.Scale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a lifecycle whole: {@code status, time, value} for each status and step; those who went
 * dormant are counted below zero.
 *
 * @param steps when the steps shown start; step 1 of the rows is the first of them
 * @param scale what becomes of the numbers of a sample
 */
public record LifecycleShape(List<Long> steps, Scale scale) implements Shape {
  static final String STATUS = "status";
  static final String VALUE = "value";
  static final String NEW = "new";
  static final String RETURNING = "returning";
  static final String RESURRECTING = "resurrecting";
  static final String DORMANT = "dormant";
  private static final String STEP = "step";
  private static final List<String> ORDER = List.of(NEW, RETURNING, RESURRECTING, DORMANT);

  public LifecycleShape {
    steps = List.copyOf(steps);
  }

  @Override
  public Table apply(Table rows) {
    double[][] values = new double[ORDER.size()][steps.size()];
    int status = rows.indexOf(STATUS);
    int step = rows.indexOf(STEP);
    int value = rows.indexOf(VALUE);
    for (List<@Nullable Object> row : rows.rows()) {
      int at = whole(row.get(step)) - 1;
      if (at >= 0 && at < steps.size()) {
        int line = ORDER.indexOf(String.valueOf(row.get(status)));
        double count = scale.apply(whole(row.get(value)));
        values[line][at] = line == ORDER.indexOf(DORMANT) && count > 0 ? -count : count;
      }
    }
    return new Table(
        List.of(
            new Column(STATUS, Type.TEXT),
            new Column("time", Type.TIME),
            new Column(VALUE, Type.NUMBER)),
        lines(values));
  }

  private static int whole(@Nullable Object value) {
    return value instanceof Number n ? n.intValue() : -1;
  }

  private List<List<@Nullable Object>> lines(double[][] values) {
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (int line = 0; line < values.length; line++) {
      for (int i = 0; i < steps.size(); i++) {
        List<@Nullable Object> row = new ArrayList<>(3);
        row.add(ORDER.get(line));
        row.add(steps.get(i));
        row.add(values[line][i]);
        out.add(row);
      }
    }
    return out;
  }
}
