package dev.facet.dataset.cube;

/** A number about the facts of a row. */
public record CubeMetric(String name, Formula formula) {

  /** How it is computed. */
  public sealed interface Formula {

    /** How many facts. */
    record Count() implements Formula {}

    /** How many facts of which a source is true. */
    record Holding(Source source) implements Formula {}

    /** How many different values. */
    record Distinct(Source source) implements Formula {}

    /** What the values add up to; 0 without any. */
    record Sum(Source source) implements Formula {}

    /** One divided by the other; 0 where that is 0. */
    record Ratio(Formula dividend, Formula divisor) implements Formula {}

    /** Always 0. */
    record Zero() implements Formula {}
  }
}
