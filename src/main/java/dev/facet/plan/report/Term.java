package dev.facet.plan.report;

import dev.facet.model.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is computed from the sums of a group. */
sealed interface Term {
  /** From here on hundredths have more digits than are kept. */
  double MOST_HUNDREDTHS = 1e15;

  /** A column of the group as it is. */
  record Of(int column, Type type) implements Term {}

  /** A sum: 0 when there was nothing to add, without digits that come of adding in binary. */
  record Sum(int column, Type type) implements Term {}

  /** A mean, rounded in the same way. */
  record Mean(int column) implements Term {}

  record Together(List<Term> terms) implements Term {
    public Together {
      terms = List.copyOf(terms);
    }
  }

  record Less(Term from, Term by) implements Term {}

  record Scaled(Term term, int times, int dividedBy) implements Term {}

  record Ratio(Term dividend, Term divisor) implements Term {}

  default Type type() {
    return switch (this) {
      case Of of -> of.type();
      case Sum sum -> sum.type();
      case Together(List<Term> terms) ->
          terms.stream().allMatch(term -> term.type() == Type.INTEGER) ? Type.INTEGER : Type.NUMBER;
      case Mean _, Less _, Scaled _, Ratio _ -> Type.NUMBER;
    };
  }

  /** The value, a Long or Double by the type. */
  default @Nullable Object value(List<@Nullable Object> group) {
    return switch (this) {
      case Of of -> group.get(of.column());
      case Sum sum -> sum(group.get(sum.column()), sum.type());
      case Mean(int column) ->
          group.get(column) instanceof Double mean ? (Object) decimal(mean) : null;
      case Together(List<Term> terms) -> together(terms, group);
      case Less(Term from, Term by) -> decimal(number(from, group) - number(by, group));
      case Scaled(Term term, int times, int dividedBy) ->
          decimal(number(term, group) * times / dividedBy);
      case Ratio(Term dividend, Term divisor) -> {
        double divided = number(divisor, group);
        yield divided == 0 ? null : (Object) (number(dividend, group) / divided);
      }
    };
  }

  private @Nullable Object together(List<Term> terms, List<@Nullable Object> group) {
    double sum = 0;
    for (Term term : terms) {
      sum += number(term, group);
    }
    return type() == Type.INTEGER ? (Object) Math.round(sum) : (Object) decimal(sum);
  }

  private static double number(Term term, List<@Nullable Object> group) {
    return term.value(group) instanceof Number number ? number.doubleValue() : 0;
  }

  private static Object sum(@Nullable Object value, Type type) {
    if (value instanceof Double number) {
      return decimal(number);
    }
    return value != null ? value : type == Type.INTEGER ? (Object) 0L : (Object) 0.0;
  }

  /** To 15 digits, which is what a double holds of a decimal number. */
  static double decimal(double value) {
    double hundredths = Math.rint(value * 100);
    // Most money: the nearest to a number of at most 15 digits already.
    if (Math.abs(hundredths) < MOST_HUNDREDTHS && hundredths / 100 == value) {
      return value + 0.0;
    }
    return Double.isFinite(value) && value != 0
        ? new BigDecimal(value).round(new MathContext(15)).doubleValue()
        : 0.0;
  }
}
