package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far actors get through a series of steps. Each actor has one attempt that counts: the one
 * that gets furthest.
 *
 * @param steps what is to be done; of their measures only first times say which events are meant
 * @param grain how time is cut when the view is a {@link View.Trend}
 * @param window how long after its first step an attempt may go on
 * @param actor what is followed through the steps: a value of each event, null for its person
 * @param breakdown each of several cohorts has attempts of its own, of the persons in it; times to
 *     convert are told of all
 * @param attribution which of an actor's values the breakdown goes by
 * @param sampling the share of distinct ids that is looked at, 1 for all
 */
public record FunnelQuery(
    List<Series> steps,
    DateRange range,
    Grain grain,
    Filter filter,
    boolean testAccounts,
    Order order,
    Window window,
    List<Exclusion> exclusions,
    @Nullable PropertyRef actor,
    @Nullable Breakdown breakdown,
    Attribution attribution,
    View view,
    double sampling)
    implements Query {
  public static final int MAX_STEPS = 30;
  public static final int MAX_BINS = 90;

  /** How the events of an attempt follow each other. */
  public enum Order {
    /** Step by step, with anything in between. */
    ORDERED,
    /** Step by step, with no event of the actor in between. */
    STRICT,
    /** In any order. */
    UNORDERED
  }

  /** A length of elapsed time; a month is 30 days. */
  public record Window(int amount, Unit unit) {
    public static final Window DEFAULT = new Window(14, Unit.DAY);
    private static final int LONGEST_DAYS = 3660;

    /** What a window is measured in. */
    public enum Unit {
      SECOND(Micros.SECOND),
      MINUTE(Micros.MINUTE),
      HOUR(Micros.HOUR),
      DAY(Micros.DAY),
      WEEK(7 * Micros.DAY),
      MONTH(30 * Micros.DAY);

      private final long micros;

      Unit(long micros) {
        this.micros = micros;
      }
    }

    public Window {
      if (amount < 1 || amount > LONGEST_DAYS * Micros.DAY / unit.micros) {
        throw FailureException.invalid(
            "window",
            "funnelsFilter.funnelWindowInterval",
            "A conversion takes from 1 second to "
                + LONGEST_DAYS
                + " days, not "
                + amount
                + " times the unit.");
      }
    }

    public long micros() {
      return amount * unit.micros;
    }
  }

  /**
   * An actor who does this after step {@code from} and before step {@code to} of the attempt that
   * counts is not counted at all. Steps are numbered from 0.
   */
  public record Exclusion(Series series, int from, int to) {}

  /** By which of an actor's values the breakdown goes. */
  public sealed interface Attribution {

    /** The first one that is not empty, at any step. */
    record FirstTouch() implements Attribution {}

    /** The last one that is not empty, at any step. */
    record LastTouch() implements Attribution {}

    /** All: each value has attempts of its own, all of whose events have it. */
    record AllEvents() implements Attribution {}

    /** The one at this step, numbered from 0; who does not get there is not counted. */
    record AtStep(int step) implements Attribution {}
  }

  /** What is told of the attempts. Steps are numbered from 0. */
  public sealed interface View {

    /** How many get to each step and how long it takes them. */
    record Steps() implements View {}

    /**
     * How long those who convert take from one step to another, in bins of equal width.
     *
     * @param bins how many, null for as many as the number of conversions suggests
     */
    record TimeToConvert(int from, int to, @Nullable Integer bins) implements View {}

    /** Which share of those who reach one step reach another, by when they reach the first. */
    record Trend(int from, int to) implements View {}
  }

  public FunnelQuery {
    if (steps.isEmpty() || steps.size() > MAX_STEPS) {
      throw FailureException.invalid(
          "series_count",
          "series",
          "A funnel has 1 to " + MAX_STEPS + " steps, not " + steps.size() + ".");
    }
    TrendQuery.checkSampling(sampling);
    steps = List.copyOf(steps);
    exclusions = List.copyOf(exclusions);
    checkExclusions(steps, order, exclusions);
    checkAttribution(steps.size(), order, attribution);
    checkView(steps.size(), view);
  }

  /** The same question without its breakdown. */
  public FunnelQuery whole() {
    return new FunnelQuery(
        steps,
        range,
        grain,
        filter,
        testAccounts,
        order,
        window,
        exclusions,
        actor,
        null,
        attribution,
        view,
        sampling);
  }

  private static void checkExclusions(List<Series> steps, Order order, List<Exclusion> exclusions) {
    for (int i = 0; i < exclusions.size(); i++) {
      checkExclusion(steps, order, exclusions.get(i), "funnelsFilter.exclusions[" + i + "]");
    }
  }

  private static void checkExclusion(
      List<Series> steps, Order order, Exclusion exclusion, String path) {
    int from = exclusion.from();
    int to = exclusion.to();
    checkSpan(steps.size(), from, to, path);
    boolean whole = from == 0 && to == steps.size() - 1;
    if (order != Order.ORDERED && !whole) {
      throw FailureException.invalid(
          "partial_exclusion",
          path + ".funnelFromStep",
          "Only an ordered funnel takes exclusions between some of its steps; here they go from 0 to "
              + (steps.size() - 1)
              + ", not from "
              + from
              + " to "
              + to
              + ".");
    }
    for (int step = from; step <= to; step++) {
      if (isSame(steps.get(step), exclusion.series())) {
        throw FailureException.invalid(
            "excluded_step", path, "What is excluded is step " + step + " itself.");
      }
    }
  }

  private static boolean isSame(Series step, Series excluded) {
    return step.subject().equals(excluded.subject()) && step.filter().equals(excluded.filter());
  }

  private static void checkSpan(int steps, int from, int to, String path) {
    if (from < 0 || from >= to || to >= steps) {
      throw FailureException.invalid(
          "step_range",
          path + (from < 0 || from >= to ? ".funnelFromStep" : ".funnelToStep"),
          "Steps are numbered from 0 to "
              + (steps - 1)
              + ", and the first comes before the last: not from "
              + from
              + " to "
              + to
              + ".");
    }
  }

  private static void checkAttribution(int steps, Order order, Attribution attribution) {
    String path = "funnelsFilter.breakdownAttributionValue";
    if (!(attribution instanceof Attribution.AtStep(int step))) {
      return;
    }
    if (step < 0 || step >= steps) {
      throw FailureException.invalid(
          "attribution_step",
          path,
          "Steps are numbered from 0 to " + (steps - 1) + ", there is no " + step + ".");
    }
    if (order == Order.UNORDERED && step != 0) {
      throw FailureException.invalid(
          "attribution_step",
          path,
          "Steps in any order have no step " + step + " to go by: give 0, or another attribution.");
    }
  }

  private static void checkView(int steps, View view) {
    switch (view) {
      case View.Steps _ -> {}
      case View.Trend(int from, int to) -> checkSpan(steps, from, to, "funnelsFilter");
      case View.TimeToConvert(int from, int to, Integer bins) -> {
        checkSpan(steps, from, to, "funnelsFilter");
        if (bins != null && (bins < 1 || bins > MAX_BINS)) {
          throw FailureException.invalid(
              "bin_count",
              "funnelsFilter.binCount",
              "Times are put in 1 to " + MAX_BINS + " bins, not " + bins + ".");
        }
      }
    }
  }
}
