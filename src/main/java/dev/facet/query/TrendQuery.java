package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.time.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure of events develops: one number per series, breakdown value, period and step of
 * time; or one per series, breakdown value and period.
 *
 * @param formulas what to show in place of the series, computed from them; none for the series
 *     themselves
 * @param smoothing over how many steps, up to and with its own, a step is averaged; 1 for none
 * @param cumulative each step also counts all steps before it
 * @param compare the period to compare with, null for none
 * @param sampling the share of distinct ids that is looked at, 1 for all
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
    Show show,
    boolean cumulative,
    int smoothing,
    double sampling)
    implements Query {

  public static final int MAX_SERIES = 26;
  public static final int MAX_SMOOTHING = 1000;

  /** How time is shown. */
  public enum Show {
    /** A number for each step. */
    STEPS,
    /** One number for the whole range. */
    TOTAL,
    /** A number for each hour of the week, and for each weekday, each hour of the day and all. */
    CALENDAR
  }

  /** Whether there is one number for the whole range. */
  public boolean total() {
    return show == Show.TOTAL;
  }

  public TrendQuery {
    series = checked(series);
    formulas = List.copyOf(formulas);
    if (smoothing < 1 || smoothing > MAX_SMOOTHING) {
      throw FailureException.invalid(
          "smoothing",
          "trendsFilter.smoothingIntervals",
          "Lines are smoothed over 1 to " + MAX_SMOOTHING + " steps, not " + smoothing + ".");
    }
    checkSampling(sampling);
  }

  static void checkSampling(double sampling) {
    if (!(sampling > 0 && sampling <= 1)) {
      throw FailureException.invalid(
          "sampling_factor",
          "samplingFactor",
          "Give the share of persons to look at, above 0 and up to 1, not " + sampling + ".");
    }
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

  /**
   * A number computed from the series of a chart, step by step.
   *
   * @param text as it was written
   * @param name what to call the result, null for none
   */
  public record Formula(String text, @Nullable String name, Term term) {

    /** What the result is called. */
    public String label() {
      return name != null ? name : "Formula (" + text + ")";
    }

    /** A part of a formula. */
    public sealed interface Term {

      /** The value, given the values of all series; dividing by zero gives 0. */
      default double value(double[] series) {
        return switch (this) {
          case Constant constant -> constant.number();
          case Of of -> series[of.series()];
          case Negated negated -> -negated.term().value(series);
          case Binary binary ->
              binary.operator().apply(binary.left().value(series), binary.right().value(series));
        };
      }
    }

    /** Always the same number. */
    public record Constant(double number) implements Term {}

    /** The value of a series, by its place. */
    public record Of(int series) implements Term {}

    /** The term with its sign turned. */
    public record Negated(Term term) implements Term {}

    /** Two terms made one. */
    public record Binary(Operator operator, Term left, Term right) implements Term {}

    /** How two numbers become one. */
    public enum Operator {
      PLUS,
      MINUS,
      TIMES,
      DIVIDED,
      POWER;

      double apply(double left, double right) {
        double result =
            switch (this) {
              case PLUS -> left + right;
              case MINUS -> left - right;
              case TIMES -> left * right;
              case DIVIDED -> right == 0 ? 0 : left / right;
              case POWER -> Math.pow(left, right);
            };
        return Double.isFinite(result) ? result : 0;
      }
    }
  }
}
