package dev.facet.store;

import static dev.facet.plan.Expression.call;
import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each kind of aggregation gives in every store: of values, of one, of nothing, of nulls. */
abstract class AggregationContract extends OnEmptyStore {
  private static final Plan ROWS =
      new Plan.Values(
          List.of(
              new Column("text", Type.TEXT),
              new Column("whole", Type.INTEGER),
              new Column("number", Type.NUMBER)),
          List.of(
              row("b", 2L, 1.0),
              row("a", 2L, 2.0),
              row("a", null, 4.0),
              row("ü", 1L, null),
              row(null, 1L, 5.0)));

  private static Expression column(String name) {
    return ROWS.column(name);
  }

  private @Nullable Object of(Plan rows, Aggregation aggregation) {
    return each(new Plan.Aggregate(rows, List.of(), List.of(aggregation))).getFirst();
  }

  private @Nullable Object of(Aggregation aggregation) {
    return of(ROWS, aggregation);
  }

  private static Aggregation of(Kind kind, String... columns) {
    List<Expression> arguments =
        List.of(columns).stream().map(AggregationContract::column).toList();
    return Aggregation.of("r", kind, arguments, List.of());
  }

  private static Aggregation of(Kind kind, double level, String column) {
    return Aggregation.of("r", kind, List.of(column(column)), List.of(level));
  }

  @Test
  void every_kind_gives_nothing_of_nothing() {
    Plan none = new Plan.Filter(ROWS, Expression.bool(false));
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      Aggregation aggregation =
          switch (kind) {
            case COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX, BIT_AND, BIT_OR, BIT_XOR ->
                of(kind, "whole");
            case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> of(kind, "number");
            case ARG_MIN, ARG_MAX -> of(kind, "text", "whole");
            case COVAR_POP, COVAR_SAMP, CORR -> of(kind, "whole", "number");
            case QUANTILE, QUANTILES -> of(kind, 0.5, "number");
            case LIST -> of(kind, "text");
            case TOP -> of(kind, 3, "text");
          };
      Object expected =
          switch (kind) {
            case COUNT, COUNT_DISTINCT -> (Object) 0L;
            case LIST, TOP -> List.of();
            default -> null;
          };
      assertThat(of(none, aggregation)).as(kind.name()).isEqualTo(expected);
      assertThat(of(aggregation.where(Expression.bool(false)))).isEqualTo(expected);
      seen.add(kind);
    }
    assertThat(seen).containsExactly(Kind.values());
  }

  @Test
  void a_condition_picks_rows_and_null_is_no_pick() {
    Expression isTwo = call(Function.EQUAL, column("whole"), Expression.integer(2));
    assertThat(of(new Aggregation("r", Kind.COUNT, null).where(isTwo))).isEqualTo(2L);
    assertThat(of(of(Kind.SUM, "number").where(isTwo))).isEqualTo(3.0);
    assertThat(of(of(Kind.MAX, "text").where(isTwo))).isEqualTo("b");
    assertThat(of(of(Kind.COUNT_DISTINCT, "text").where(isTwo))).isEqualTo(2L);
  }

  @Test
  void equal_values_may_count_once() {
    assertThat(of(of(Kind.SUM, "whole"))).isEqualTo(6L);
    assertThat(of(of(Kind.SUM, "whole").onlyDistinct())).isEqualTo(3L);
    assertThat(of(of(Kind.AVG, "whole").onlyDistinct())).isEqualTo(1.5);
    assertThat(of(of(Kind.COUNT, "text").onlyDistinct())).isEqualTo(3L);
    assertThat(of(of(Kind.COUNT_DISTINCT, "text", "whole"))).isEqualTo(3L);
  }

  @Test
  void the_value_beside_the_smallest_and_the_largest() {
    assertThat(of(of(Kind.ARG_MIN, "text", "whole"))).isEqualTo("ü");
    assertThat(of(of(Kind.ARG_MAX, "text", "whole"))).as("the larger of two").isEqualTo("b");
    assertThat(of(of(Kind.ARG_MIN, "whole", "text"))).as("null beside is ignored").isEqualTo(2L);
    assertThat(of(of(Kind.ARG_MAX, "number", "number"))).isEqualTo(5.0);
  }

  @Test
  void lists_are_in_order() {
    assertThat(of(of(Kind.LIST, "text"))).isEqualTo(row("a", "a", "b", "ü"));
    assertThat(of(of(Kind.LIST, "text").onlyDistinct())).isEqualTo(row("a", "b", "ü"));
    assertThat(of(of(Kind.LIST, 2, "text"))).isEqualTo(row("a", "a"));
    assertThat(of(of(Kind.LIST, 2, "number").onlyDistinct())).isEqualTo(row(1.0, 2.0));
    Aggregation byNumber =
        of(Kind.LIST, "text").ordered(List.of(new Aggregation.By(column("number"), true)));
    assertThat(of(byNumber)).isEqualTo(row("a", "a", "b", "ü"));
    Aggregation byWhole =
        of(Kind.LIST, "text").ordered(List.of(new Aggregation.By(column("whole"), false)));
    assertThat(of(byWhole)).isEqualTo(row("ü", "a", "b", "a"));
  }

  @Test
  void the_most_frequent_come_first_and_the_smaller_of_equally_many() {
    assertThat(of(of(Kind.TOP, 2, "text"))).isEqualTo(row("a", "b"));
    assertThat(of(of(Kind.TOP, 10, "whole"))).isEqualTo(row(1L, 2L));
    assertThat(of(of(Kind.TOP, 0, "whole"))).isEqualTo(row());
  }

  @Test
  void quantiles_of_several_levels_are_a_list() {
    assertThat(
            of(
                Aggregation.of(
                    "r", Kind.QUANTILES, List.of(column("number")), List.of(0.0, 0.5, 1.0))))
        .isEqualTo(row(1.0, 3.0, 5.0));
  }

  @Test
  void numbers_scatter() {
    assertThat(of(of(Kind.VAR_POP, "number"))).isEqualTo(2.5);
    assertThat((Double) of(of(Kind.VAR_SAMP, "number"))).isEqualTo(10.0 / 3);
    assertThat((Double) of(of(Kind.STDDEV_POP, "number"))).isEqualTo(Math.sqrt(2.5));
    assertThat((Double) of(of(Kind.STDDEV_SAMP, "number"))).isEqualTo(Math.sqrt(10.0 / 3));
    assertThat(of(of(Kind.COVAR_POP, "number", "number"))).isEqualTo(2.5);
    assertThat(of(of(Kind.COVAR_SAMP, "whole", "whole"))).isEqualTo(1.0 / 3);
    assertThat((Double) of(of(Kind.CORR, "number", "number"))).isBetween(0.999999999, 1.000000001);
    Plan one = values(Type.NUMBER, 0.1, null);
    Expression v = one.column("v");
    assertThat(of(one, new Aggregation("r", Kind.STDDEV_POP, v))).isEqualTo(0.0);
    assertThat(of(one, new Aggregation("r", Kind.STDDEV_SAMP, v))).isNull();
    assertThat(of(one, new Aggregation("r", Kind.VAR_SAMP, v))).isNull();
    assertThat(of(one, Aggregation.of("r", Kind.CORR, List.of(v, v), List.of()))).isNull();
  }

  @Test
  void what_is_too_large_is_null() {
    Plan wholes = values(Type.INTEGER, Long.MAX_VALUE, 1L);
    assertThat(of(wholes, new Aggregation("r", Kind.SUM, wholes.column("v")))).isNull();
    Plan back = values(Type.INTEGER, Long.MAX_VALUE, 1L, -2L);
    assertThat(of(back, new Aggregation("r", Kind.SUM, back.column("v"))))
        .isEqualTo(Long.MAX_VALUE - 1);
    Plan numbers = values(Type.NUMBER, Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(of(numbers, new Aggregation("r", Kind.SUM, numbers.column("v")))).isNull();
    assertThat(of(numbers, new Aggregation("r", Kind.AVG, numbers.column("v")))).isNull();
  }
}
