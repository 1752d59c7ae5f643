package dev.facet.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of persons.
 *
 * @param createdAt null where nobody knows
 * @param modifiedAt when its definition last changed, null where nobody knows
 */
public record Cohort(
    long id, String name, Rule rule, @Nullable Instant createdAt, @Nullable Instant modifiedAt) {

  public Cohort(long id, String name, Rule rule) {
    this(id, name, rule, null, null);
  }

  /** The same, made and last changed at these instants. */
  public Cohort at(Instant created, Instant modified) {
    return new Cohort(id, name, rule, created, modified);
  }

  /** Who is in it. */
  public sealed interface Rule {

    /** Those the dataset {@code cohort_people} lists for it. */
    record Listed() implements Rule {}

    /** Whoever meets the criterion when it is asked about. */
    record Computed(Criterion criterion) implements Rule {}
  }

  /** What is true of a person. */
  public sealed interface Criterion {

    /** All of these hold; true when there are none. */
    record All(List<Criterion> criteria) implements Criterion {
      public All {
        criteria = List.copyOf(criteria);
      }
    }

    /** At least one of these holds; false when there are none. */
    record Any(List<Criterion> criteria) implements Criterion {
      public Any {
        criteria = List.copyOf(criteria);
      }
    }

    /** It does not hold. */
    record Not(Criterion criterion) implements Criterion {}

    /** The person's own properties pass the filter. */
    record Has(Filter filter) implements Criterion {}

    /**
     * The person did something so many times within a stretch of time before now.
     *
     * @param event its name, null when {@code action} says it or for all events
     * @param action the number of an action, null for an event
     * @param within how far back to look, null for all of time
     * @param count compared by {@code operator} with how often they did it
     */
    record Did(
        @Nullable String event,
        @Nullable Long action,
        Filter filter,
        DateBound.@Nullable Relative within,
        Times operator,
        int count)
        implements Criterion {}

    /** The person is in another cohort. */
    record In(long cohort) implements Criterion {}
  }

  /** How a number of times is compared. */
  public enum Times {
    AT_LEAST,
    AT_MOST,
    EXACTLY
  }
}
