package dev.facet.store.memory;

import dev.facet.model.Column;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values of a row's neighbours beside it. */
final class Windows {
  private Windows() {}

  /**
   * The rows with their new values.
   *
   * @param rows all rows, in the window's order
   * @param pause called now and then
   */
  static List<List<@Nullable Object>> of(
      Window window, List<List<@Nullable Object>> rows, Runnable pause) {
    Evaluator evaluator = new Evaluator(window.input().columns());
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (List<List<@Nullable Object>> part : parts(window, rows)) {
      pause.run();
      Part beside = new Part(window, part, evaluator);
      for (int i = 0; i < part.size(); i++) {
        List<@Nullable Object> wider = new ArrayList<>(part.get(i));
        for (Over over : window.over()) {
          wider.add(beside.value(over, i));
        }
        all.add(wider);
      }
    }
    return all;
  }

  private static Iterable<List<List<@Nullable Object>>> parts(
      Window window, List<List<@Nullable Object>> rows) {
    List<String> columns = window.input().columns().stream().map(Column::name).toList();
    Map<List<@Nullable Object>, List<List<@Nullable Object>>> parts = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> key = new ArrayList<>();
      window.partition().forEach(name -> key.add(row.get(columns.indexOf(name))));
      parts.computeIfAbsent(Comparison.keys(key), k -> new ArrayList<>()).add(row);
    }
    return parts.values();
  }

  /** The rows of one part, in order. */
  private record Part(Window window, List<List<@Nullable Object>> rows, Evaluator evaluator) {

    @Nullable Object value(Over over, int i) {
      return switch (over) {
        case Over.Position position -> position(position.kind(), i);
        case Over.Tile tile -> tile(tile.parts(), i);
        case Over.Neighbour neighbour -> neighbour(neighbour, i);
        case Over.Nth nth -> nth(nth, i);
        case Over.Sum sum -> Aggregates.of(sum.aggregation(), frame(sum.frame(), i), evaluator);
      };
    }

    private long position(Over.Position.Kind kind, int i) {
      return switch (kind) {
        case ROW_NUMBER -> i + 1L;
        case RANK -> firstPeer(i) + 1L;
        case DENSE_RANK -> {
          long places = 1;
          for (int j = firstPeer(i); j > 0; j = firstPeer(j - 1)) {
            places++;
          }
          yield places;
        }
      };
    }

    private int firstPeer(int i) {
      int first = i;
      while (first > 0 && tie(first - 1, i)) {
        first--;
      }
      return first;
    }

    private boolean tie(int one, int other) {
      for (Plan.Sort.By by : window.order()) {
        Object left = Comparison.key(value(by.column(), one));
        Object right = Comparison.key(value(by.column(), other));
        if (left == null ? right != null : !left.equals(right)) {
          return false;
        }
      }
      return true;
    }

    private @Nullable Object value(String column, int i) {
      return evaluator.value(window.input().column(column), rows.get(i));
    }

    /** The first parts have one row more when they cannot all be equal. */
    private long tile(long parts, int i) {
      long small = rows.size() / parts;
      long larger = rows.size() % parts;
      long inLarger = larger * (small + 1);
      return i < inLarger ? i / (small + 1) + 1 : larger + (i - inLarger) / small + 1;
    }

    private @Nullable Object neighbour(Over.Neighbour neighbour, int i) {
      long place = i + neighbour.offset();
      if (place >= 0 && place < rows.size()) {
        return evaluator.value(neighbour.value(), rows.get((int) place));
      }
      return neighbour.otherwise() == null
          ? null
          : evaluator.value(neighbour.otherwise(), rows.get(i));
    }

    private @Nullable Object nth(Over.Nth nth, int i) {
      List<List<@Nullable Object>> frame = frame(nth.frame(), i);
      long place = nth.place() == 0 ? frame.size() : nth.place();
      return place > frame.size() || frame.isEmpty()
          ? null
          : evaluator.value(nth.value(), frame.get((int) place - 1));
    }

    private List<List<@Nullable Object>> frame(Over.Frame frame, int i) {
      List<List<@Nullable Object>> found = new ArrayList<>();
      for (int j = 0; j < rows.size(); j++) {
        if (isFrom(frame, i, j) && isUntil(frame, i, j)) {
          found.add(rows.get(j));
        }
      }
      return found;
    }

    private boolean isFrom(Over.Frame frame, int i, int j) {
      Long from = frame.from();
      if (from == null) {
        return true;
      }
      if (frame.unit() == Over.Frame.Unit.ROWS) {
        return j >= i + from;
      }
      Double apart = from == 0 ? null : apart(i, j);
      return apart == null ? j >= i || tie(i, j) : apart >= from;
    }

    private boolean isUntil(Over.Frame frame, int i, int j) {
      Long until = frame.until();
      if (until == null) {
        return true;
      }
      if (frame.unit() == Over.Frame.Unit.ROWS) {
        return j <= i + until;
      }
      Double apart = until == 0 ? null : apart(i, j);
      return apart == null ? j <= i || tie(i, j) : apart <= until;
    }

    /** How far row j is after row i in the one column of the order; null when one has no value. */
    private @Nullable Double apart(int i, int j) {
      Plan.Sort.By by = window.order().getFirst();
      return value(by.column(), i) instanceof Number here
              && value(by.column(), j) instanceof Number there
          ? (Double) ((there.doubleValue() - here.doubleValue()) * (by.descending() ? -1 : 1))
          : null;
    }
  }
}
