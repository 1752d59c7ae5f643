package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure of events develops: one number per series, breakdown value, period and step of
 * time; or one per series, breakdown value and period when {@code total}.
 *
 * @param formulas what to show in place of the series, computed from them; none for the series
 *     themselves
 * @param cumulative each step also counts all steps before it
 * @param compare the period to compare with, null for none
 */
public record TrendQuery(
    List<Series> series,
    DateRange range,
    Grain grain,
    Filter filter,
    boolean testAccounts,
    List<Formula> formulas,
    @Nullable Breakdown breakdown,
    @Nullable Comparison compare,
    boolean total,
    boolean cumulative)
    implements Query {

  public static final int MAX_SERIES = 26;

  public TrendQuery {
    series = checked(series);
    formulas = List.copyOf(formulas);
  }

  static List<Series> checked(List<Series> series) {
    if (series.isEmpty() || series.size() > MAX_SERIES) {
      throw FailureException.invalid(
          "series_count",
          "series",
          "A chart has 1 to " + MAX_SERIES + " series, not " + series.size() + ".");
    }
    return List.copyOf(series);
  }
}
