package dev.facet.store.sql;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From aggregations, of groups or of the rows around one, to SQL. */
record Summaries(Dialect dialect, Expressions expressions) {
  private static final int PARTS = 10;

  /** The aggregation of the rows of a group. */
  Sql sql(Aggregation aggregation) {
    return sql(aggregation, Sql.of(""));
  }

  /**
   * The value out of the rows around one.
   *
   * @param rows partition and order
   */
  Sql sql(Over over, Sql rows) {
    return switch (over) {
      case Over.Position position -> Sql.fill(function(position.kind()) + " OVER (@0)", rows);
      case Over.Tile tile -> Sql.fill("ntile(" + tile.parts() + ") OVER (@0)", rows);
      case Over.Neighbour neighbour -> neighbour(neighbour, rows);
      case Over.Nth nth ->
          Sql.fill(
              nth(nth.place()) + " OVER (@1)",
              expressions.sql(nth.value()),
              framed(rows, nth.frame()));
      case Over.Sum sum ->
          sql(sum.aggregation(), Sql.fill(" OVER (@0)", framed(rows, sum.frame())));
    };
  }

  private static String function(Over.Position.Kind kind) {
    return switch (kind) {
      case ROW_NUMBER -> "row_number()";
      case RANK -> "rank()";
      case DENSE_RANK -> "dense_rank()";
    };
  }

  private static String nth(long place) {
    return place == 0
        ? "last_value(@0)"
        : place == 1 ? "first_value(@0)" : "nth_value(@0, " + place + ")";
  }

  private Sql neighbour(Over.Neighbour neighbour, Sql rows) {
    String function = neighbour.offset() < 0 ? "lag" : "lead";
    long offset = Math.abs(neighbour.offset());
    Expression otherwise = neighbour.otherwise();
    Sql value = expressions.sql(neighbour.value());
    return otherwise == null && offset == 1
        ? Sql.fill(function + "(@0) OVER (@1)", value, rows)
        : Sql.fill(
            function + "(@0, " + offset + ", @2) OVER (@1)",
            value,
            rows,
            otherwise == null
                ? Sql.of(dialect.nullOf(neighbour.type()))
                : expressions.sql(otherwise));
  }

  private static Sql framed(Sql rows, Over.Frame frame) {
    String between =
        frame.unit()
            + " BETWEEN "
            + bound(frame.from(), "UNBOUNDED PRECEDING")
            + " AND "
            + bound(frame.until(), "UNBOUNDED FOLLOWING");
    return Sql.join(
        " ", rows.text().isEmpty() ? List.of(Sql.of(between)) : List.of(rows, Sql.of(between)));
  }

  private static String bound(@Nullable Long offset, String unbounded) {
    if (offset == null) {
      return unbounded;
    }
    return offset == 0
        ? "CURRENT ROW"
        : offset < 0 ? -offset + " PRECEDING" : offset + " FOLLOWING";
  }

  private Sql sql(Aggregation aggregation, Sql over) {
    Sql[] parts = new Sql[PARTS];
    Arrays.fill(parts, Sql.of(""));
    List<Sql> arguments = arguments(aggregation);
    if (arguments.size() > 1 && aggregation.kind() == Aggregation.Kind.COUNT_DISTINCT) {
      parts[0] = Sql.fill("(@,)", arguments.toArray(Sql[]::new));
    } else {
      for (int i = 0; i < arguments.size(); i++) {
        parts[i] = arguments.get(i);
      }
    }
    parts[7] = Sql.of(aggregation.distinct() ? "DISTINCT " : "");
    parts[8] = order(aggregation);
    parts[9] = filter(aggregation, arguments).then(over);
    return arguments.isEmpty()
        ? Sql.of("count(*)").then(parts[9])
        : Sql.fill(dialect.aggregate(aggregation), parts);
  }

  /**
   * Those that are written more than once, as the value and as what is not null, hold no subquery.
   */
  private List<Sql> arguments(Aggregation aggregation) {
    Expressions own = keepsNulls(aggregation) ? expressions.inside() : expressions;
    return aggregation.arguments().stream().map(own::sql).toList();
  }

  private Sql order(Aggregation aggregation) {
    List<Sql> order = new ArrayList<>();
    for (Aggregation.By by : aggregation.order()) {
      Sql value = expressions.sql(by.expression());
      order.add(value.then(by.descending() ? " DESC NULLS LAST" : " ASC NULLS LAST"));
    }
    if (!aggregation.arguments().isEmpty()) {
      order.add(expressions.sql(aggregation.arguments().getFirst()).then(" ASC"));
    }
    return Sql.join(", ", order);
  }

  /** Which rows to leave out where the engine would not by itself. */
  private Sql filter(Aggregation aggregation, List<Sql> arguments) {
    List<Sql> conditions = new ArrayList<>();
    if (keepsNulls(aggregation)) {
      arguments.forEach(argument -> conditions.add(argument.then(" IS NOT NULL")));
    }
    if (aggregation.condition() != null) {
      conditions.add(expressions.sql(aggregation.condition()));
    }
    return conditions.isEmpty()
        ? Sql.of("")
        : Sql.fill(" FILTER (WHERE @0)", Sql.join(" AND ", conditions));
  }

  private static boolean keepsNulls(Aggregation aggregation) {
    return switch (aggregation.kind()) {
      case LIST, ARG_MIN, ARG_MAX -> true;
      case COUNT_DISTINCT -> aggregation.arguments().size() > 1;
      default -> false;
    };
  }
}
