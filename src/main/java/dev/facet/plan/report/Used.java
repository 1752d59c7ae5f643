package dev.facet.plan.report;

import dev.facet.dataset.Metric;
import dev.facet.dataset.Value;
import dev.facet.query.ReportQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a question reads of its rows.
 *
 * @param columns by name
 * @param lasts the levels of which the last is shown
 * @param changes the levels whose changes are shown
 * @param isAboutNow whether the answer changes as time goes by
 */
record Used(
    Set<String> columns, List<Value.OfKey> lasts, List<Value.OfKey> changes, boolean isAboutNow) {

  static Used by(ReportQuery query) {
    Found found = new Found();
    query.metrics().forEach(metric -> found.look(metric.formula()));
    return new Used(
        found.columns,
        new ArrayList<>(found.lasts),
        new ArrayList<>(found.changes),
        found.aboutNow);
  }

  /** Looks through formulas. */
  private static final class Found {
    private final Set<String> columns = new HashSet<>();
    private final Set<Value.OfKey> lasts = new LinkedHashSet<>();
    private final Set<Value.OfKey> changes = new LinkedHashSet<>();
    private boolean aboutNow;

    void look(Metric.Formula formula) {
      switch (formula) {
        case Metric.Count() -> {}
        case Metric.CountOf(Value value) -> look(value);
        case Metric.Distinct(Value value) -> look(value);
        case Metric.Sum(Value value) -> look(value);
        case Metric.Avg(Value value) -> look(value);
        case Metric.Min(Value value) -> look(value);
        case Metric.Max(Value value) -> look(value);
        case Metric.Together(List<Metric.Formula> parts) -> parts.forEach(this::look);
        case Metric.Ratio(Metric.Formula dividend, Metric.Formula divisor) -> {
          look(dividend);
          look(divisor);
        }
        case Metric.Scaled(Metric.Formula scaled, int _, int _) -> look(scaled);
        case Metric.Last(Value.OfKey level) -> lasts.add(level);
        case Metric.Change(Value.OfKey level) -> changes.add(level);
      }
    }

    private void look(Value value) {
      switch (value) {
        case Value.OfColumn(String column) -> columns.add(column);
        case Value.OfKey(String column, String _) -> columns.add(column);
        case Value.FirstOf(List<Value> values) -> values.forEach(this::look);
        case Value.Product(Value left, Value right) -> {
          look(left);
          look(right);
        }
        case Value.Where(Value inner, List<Value.Condition> conditions) -> {
          look(inner);
          conditions.forEach(this::look);
        }
        case Value.Either(String column, String _, String _) -> columns.add(column);
      }
    }

    private void look(Value.Condition condition) {
      switch (condition) {
        case Value.Is(String column, String _) -> columns.add(column);
        case Value.IsThere(String column) -> columns.add(column);
        case Value.Lacks(Value lacked) -> look(lacked);
        case Value.IsNegative(Value value) -> look(value);
        case Value.Past _, Value.IsActive _ -> aboutNow = true;
      }
    }
  }
}
