package dev.facet.query;

import dev.facet.model.FailureException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where to where actors go. Each event is at a place (a page, a screen, its own name); the
 * places of a session, equal neighbours as one, are a path, and what is told are its steps.
 *
 * @param kinds which events are looked at
 * @param written what the places of events are that are no page and no screen, null for their names
 * @param actor whose paths they are: a value of each event, null for its person
 * @param start a path begins with this place, null for its first
 * @param end a path ends with this place, null for its last
 * @param excluded places that are passed over; {@code *} stands for any text
 * @param groupings places with {@code *} in them that stand for all they fit
 * @param cleanings how places are rewritten first, one after the other
 * @param length how many places of a path are looked at
 * @param limit how many steps are told, the most frequent ones
 * @param least only steps at least so frequent, null for all
 * @param most only steps at most so frequent, null for all
 * @param funnel which part of their way through a funnel, null for all of it
 * @param sampling the share of distinct ids that is looked at, 1 for all
 */
public record PathsQuery(
    DateRange range,
    Filter filter,
    boolean testAccounts,
    Set<Kind> kinds,
    @Nullable Syntax written,
    @Nullable PropertyRef actor,
    @Nullable String start,
    @Nullable String end,
    List<String> excluded,
    List<String> groupings,
    List<Cleaning> cleanings,
    int length,
    int limit,
    @Nullable Integer least,
    @Nullable Integer most,
    @Nullable Part funnel,
    double sampling)
    implements Query {
  public static final int DEFAULT_LENGTH = 5;
  public static final int MAX_LENGTH = 50;
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 1000;
  private static final int MAX_PATTERNS = 100;

  /** Which events are looked at, and what their places are. */
  public enum Kind {
    /** Page views, at their addresses. */
    PAGEVIEW,
    /** Screens of an application, at their names. */
    SCREEN,
    /** Events whose names do not begin with {@code $}, at those names. */
    CUSTOM,
    /** All others, at what the expression says. */
    WRITTEN
  }

  /** Every occurrence of a pattern becomes a text. */
  public record Cleaning(String pattern, String text) {}

  /**
   * The part of an actor's events around a step of a funnel, of actors who reached it.
   *
   * @param step numbered from 1; below 0, it is of actors who did not reach this step but the one
   *     before it, which is meant
   */
  public record Part(FunnelQuery funnel, Side side, int step) {
    /** Where the events lie. */
    public enum Side {
      BEFORE,
      /** After the step before and until this one. */
      BETWEEN,
      AFTER
    }

    public Part {
      int number = Math.abs(step);
      int first = side == Side.BETWEEN || step < 0 ? 2 : 1;
      if (number < first || number > funnel.steps().size()) {
        throw FailureException.invalid(
            "funnel_step",
            "funnelPathsFilter.funnelStep",
            "Here steps are numbered from "
                + first
                + " to "
                + funnel.steps().size()
                + ", not "
                + step
                + ".");
      }
      if (funnel.actor() != null) {
        throw FailureException.invalid(
            "funnel_actor",
            "funnelPathsFilter.funnelSource",
            "Paths through a funnel are those of persons: follow them in the funnel, too.");
      }
    }
  }

  public PathsQuery {
    TrendQuery.checkSampling(sampling);
    kinds = Set.copyOf(kinds);
    if (kinds.contains(Kind.WRITTEN) && written == null) {
      throw FailureException.invalid(
          "required",
          "pathsFilter.pathsHogQLExpression",
          "Write what the place of an event is, such as properties.page.");
    }
    excluded = checked(excluded, "pathsFilter.excludeEvents");
    groupings = checked(groupings, "pathsFilter.pathGroupings");
    cleanings = checked(cleanings, "pathsFilter.localPathCleaningFilters");
    check(length, 2, MAX_LENGTH, "pathsFilter.stepLimit");
    check(limit, 1, MAX_LIMIT, "pathsFilter.edgeLimit");
    if (funnel != null && actor != null) {
      throw FailureException.invalid(
          "funnel_actor",
          "funnelPathsFilter",
          "Paths through a funnel are those of persons, not of groups.");
    }
  }

  private static <T> List<T> checked(List<T> all, String path) {
    if (all.size() > MAX_PATTERNS) {
      throw FailureException.invalid(
          "pattern_count",
          path,
          "At most " + MAX_PATTERNS + " are taken here, not " + all.size() + ".");
    }
    return List.copyOf(all);
  }

  private static void check(int value, int least, int most, String path) {
    if (value < least || value > most) {
      throw FailureException.invalid(
          "out_of_range", path, "Give " + least + " to " + most + ", not " + value + ".");
    }
  }
}
