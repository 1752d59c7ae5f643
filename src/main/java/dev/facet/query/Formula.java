package dev.facet.query;

import org.jspecify.annotations.Nullable;

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
