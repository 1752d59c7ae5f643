package dev.facet.dataset;

import java.util.List;

/**
 * A number about a group of rows.
 *
 * @param about what it is, in a sentence without its first word capital
 */
public record Metric(String name, String about, Formula formula) {

  /** How it is computed. */
  public sealed interface Formula {}

  /** How many rows. */
  public record Count() implements Formula {}

  /** How many rows have the value. */
  public record CountOf(Value value) implements Formula {}

  /** How many different values. */
  public record Distinct(Value value) implements Formula {}

  /** The sum; 0 when no row has the value. */
  public record Sum(Value value) implements Formula {}

  /** The mean of the rows that have the value. */
  public record Avg(Value value) implements Formula {}

  public record Min(Value value) implements Formula {}

  public record Max(Value value) implements Formula {}

  /** The sum of other metrics. */
  public record Together(List<Formula> parts) implements Formula {
    public Together {
      parts = List.copyOf(parts);
    }
  }

  /** One metric divided by another, missing when that is 0: never a mean of the rows' rates. */
  public record Ratio(Formula dividend, Formula divisor) implements Formula {}

  /** A metric so many times, then divided. */
  public record Scaled(Formula formula, int times, int dividedBy) implements Formula {}

  /** For each series of snapshots the last level in the group, added up. */
  public record Last(Value.OfKey level) implements Formula {}

  /** By how much a level changed from one snapshot of a series to the next, added up. */
  public record Change(Value.OfKey level) implements Formula {}
}
