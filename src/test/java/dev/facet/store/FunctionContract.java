package dev.facet.store;

import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each function gives in every store: ordinary values, empty ones, odd ones, extremes. */
abstract class FunctionContract extends OnEmptyStore {
  /** Which arguments must be literals. */
  private static boolean isConstant(Function function, int argument) {
    return switch (function) {
      case REWRITE_ALL, REWRITE_FIRST, EXTRACT, EXTRACT_ALL -> argument > 0;
      case IN_ZONE, INTERVAL -> argument == 1;
      case STEPS_REACHED -> argument > 1;
      default -> false;
    };
  }

  private @Nullable Object of(
      Function function, List<Expression.Literal> arguments, boolean literals) {
    List<Column> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expression.Literal literal = arguments.get(i);
      columns.add(new Column("c" + i, literal.type()));
      values.add(literal.value());
      expressions.add(
          literals || isConstant(function, i)
              ? literal
              : new Expression.Reference("c" + i, literal.type()));
    }
    Plan one = new Plan.Values(columns, List.of(values));
    Expression call = new Expression.Call(function, expressions);
    return run(new Plan.Project(one, List.of(new Named("only", call)))).get(0).get(0);
  }

  private void compare(
      List<String> wrong,
      FunctionExamples.Example example,
      List<Expression.Literal> arguments,
      @Nullable Object expected) {
    for (boolean literals : new boolean[] {false, true}) {
      @Nullable Object got;
      try {
        got = of(example.function(), arguments, literals);
      } catch (RuntimeException failed) {
        got = "failed: " + failed.getMessage();
      }
      if (!Objects.equals(got, expected)) {
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(argument.value()));
        wrong.add(example.function() + " of " + values + " gave " + got + ", not " + expected);
      }
    }
  }

  @Test
  void every_example_comes_out() {
    List<String> wrong = new ArrayList<>();
    for (FunctionExamples.Example example : FunctionExamples.EXAMPLES) {
      compare(wrong, example, example.arguments(), example.expected());
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void null_is_passed_on() {
    List<String> wrong = new ArrayList<>();
    Set<Function> tried = EnumSet.noneOf(Function.class);
    for (FunctionExamples.Example example : FunctionExamples.EXAMPLES) {
      if (!example.function().passesNull() || !tried.add(example.function())) {
        continue;
      }
      for (int i = 0; i < example.arguments().size(); i++) {
        List<Expression.Literal> arguments = new ArrayList<>(example.arguments());
        arguments.set(i, FunctionExamples.no(arguments.get(i).type()));
        if (!isConstant(example.function(), i)) {
          compare(wrong, example, arguments, null);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void no_function_is_forgotten() {
    Set<Function> told = EnumSet.noneOf(Function.class);
    FunctionExamples.EXAMPLES.forEach(example -> told.add(example.function()));
    Set<Function> inOtherContracts =
        EnumSet.of(
            Function.EQUAL,
            Function.LESS,
            Function.LESS_OR_EQUAL,
            Function.AND,
            Function.OR,
            Function.NOT,
            Function.IS_NULL,
            Function.COALESCE,
            Function.IF,
            Function.SECONDS,
            Function.DIVIDE,
            Function.BIN,
            Function.TO_TEXT,
            Function.TO_NUMBER,
            Function.CONTAINS_IGNORE_CASE,
            Function.MATCHES,
            Function.TRIM_URL,
            Function.TRIM_SLASH,
            Function.REPLACE_MATCHES,
            Function.TO_TIME);
    told.addAll(inOtherContracts);
    assertThat(told).containsExactly(Function.values());
  }

  @Test
  void every_character_has_the_same_letters() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
        rows.add(row(Character.toString(c)));
      }
    }
    Plan letters = new Plan.Values(List.of(new Column("v", Type.TEXT)), rows);
    Expression v = letters.column("v");
    List<Named> columns =
        List.of(
            new Named("v", v),
            new Named("lower", Expression.call(Function.LOWER, v)),
            new Named("upper", Expression.call(Function.UPPER, v)));
    List<List<@Nullable Object>> expected =
        new dev.facet.store.memory.MemoryStore().run(1, new Plan.Project(letters, columns)).rows();
    assertThat(run(new Plan.Project(letters, columns))).isEqualTo(expected);
  }
}
