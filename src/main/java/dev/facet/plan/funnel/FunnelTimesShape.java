package dev.facet.plan.funnel;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.trend.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts times to convert in bins: {@code seconds, count, average_time}, from the shortest time on;
 * bins are whole seconds wide, a minute when all times are equal. One bin more than asked for holds
 * the longest time, and {@code average_time} is that of all. No rows when nobody converted.
 *
 * @param bins how many; null for the cube root of the number of conversions, 60 at most
 * @param scale what becomes of the counts
 */
record FunnelTimesShape(@Nullable Integer bins, Scale scale) implements Shape {
  static final String TOOK = "took";
  static final String COUNT = "count";
  private static final int MOST_AUTOMATIC = 60;
  private static final double EQUAL_TIMES_WIDTH = 60;

  private record Took(double seconds, long count) {}

  @Override
  public Table apply(Table rows) {
    List<Took> all = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      if (row.get(rows.indexOf(TOOK)) instanceof Number micros
          && row.get(rows.indexOf(COUNT)) instanceof Number count) {
        all.add(new Took(micros.doubleValue() / Micros.SECOND, count.longValue()));
      }
    }
    return new Table(
        List.of(
            new Column("seconds", Type.NUMBER),
            new Column("count", Type.INTEGER),
            new Column("average_time", Type.NUMBER)),
        all.isEmpty() ? List.of() : binned(all));
  }

  private List<List<@Nullable Object>> binned(List<Took> all) {
    long conversions = all.stream().mapToLong(Took::count).sum();
    double sum = all.stream().mapToDouble(took -> took.seconds() * took.count()).sum();
    double least = Collections.min(all.stream().map(Took::seconds).toList());
    double greatest = Collections.max(all.stream().map(Took::seconds).toList());
    int count = bins != null ? bins : automatic(conversions);
    double width = greatest == least ? EQUAL_TIMES_WIDTH : Math.ceil((greatest - least) / count);
    long[] counts = new long[count + 1];
    for (Took took : all) {
      counts[(int) Math.floor((took.seconds() - least) / width)] += took.count();
    }
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      out.add(List.of(least + i * width, (long) scale.apply(counts[i]), sum / conversions));
    }
    return out;
  }

  private static int automatic(long conversions) {
    int bins = 1;
    while (bins < MOST_AUTOMATIC && (long) bins * bins * bins < conversions) {
      bins++;
    }
    return bins;
  }
}
