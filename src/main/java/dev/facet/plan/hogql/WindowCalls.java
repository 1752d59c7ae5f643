package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.row.Rewriting;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Bound;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Frame;
import dev.facet.query.Syntax.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Window functions: positions, neighbours, rows of the frame, and aggregates over it. */
final class WindowCalls {
  private static final List<String> NAMES =
      List.of(
          "row_number",
          "rank",
          "dense_rank",
          "percent_rank",
          "cume_dist",
          "ntile",
          "lag",
          "lead",
          "lagInFrame",
          "leadInFrame",
          "first_value",
          "last_value",
          "nth_value");

  private final Terms terms;
  private final Scope scope;

  /** Which rows a function sees, and in which order. */
  private record Around(List<Expression> partition, List<Parts.By> order, Over.Frame frame) {

    Around framed(Over.Frame other) {
      return new Around(partition, order, other);
    }
  }

  WindowCalls(Terms terms) {
    this.terms = terms;
    this.scope = terms.scope();
  }

  Expression of(Call call) {
    Window window = window(call);
    List<Expression> partition = new ArrayList<>();
    for (Syntax one : window.partition()) {
      List<Syntax> each = one instanceof Syntax.TupleOf tuple ? tuple.items() : List.of(one);
      each.forEach(part -> partition.add(terms.of(part)));
    }
    List<Parts.By> order = new ArrayList<>();
    for (Syntax.Order one : window.orders()) {
      order.add(
          new Parts.By(
              terms.of(one.expression()), one.descending(), Boolean.TRUE.equals(one.nullsFirst())));
    }
    return placed(call, new Around(partition, order, frame(window)));
  }

  private Window window(Call call) {
    Syntax.Over over = Objects.requireNonNull(call.over());
    return over.window() != null
        ? resolved(over.window(), call)
        : scope.window(Objects.requireNonNull(over.name()), call.place());
  }

  private Window resolved(Window window, Call call) {
    if (window.base() == null) {
      return window;
    }
    Window base = scope.window(window.base(), call.place());
    return new Window(
        null,
        window.partition().isEmpty() ? base.partition() : window.partition(),
        window.orders().isEmpty() ? base.orders() : window.orders(),
        window.frame() == null ? base.frame() : window.frame());
  }

  private Over.Frame frame(Window window) {
    Frame frame = window.frame();
    if (frame == null) {
      return window.orders().isEmpty() ? Over.Frame.ALL : Over.Frame.UP_TO_PEERS;
    }
    Over.Frame.Unit unit =
        switch (frame.unit()) {
          case ROWS -> Over.Frame.Unit.ROWS;
          case RANGE -> Over.Frame.Unit.RANGE;
          case GROUPS ->
              throw scope
                  .mistakes()
                  .refused(frame.place(), "frames of GROUPS are not served; use ROWS or RANGE.");
        };
    Long from = bound(frame.start());
    Long until = bound(frame.end());
    if (from != null && until != null && from > until) {
      throw scope.mistakes().refused(frame.place(), "this frame ends before it starts.");
    }
    if (unit == Over.Frame.Unit.RANGE && window.orders().size() != 1 && isOffset(frame)) {
      throw scope
          .mistakes()
          .refused(frame.place(), "RANGE with a distance needs one column in ORDER BY.");
    }
    return new Over.Frame(unit, from, until);
  }

  private static boolean isOffset(Frame frame) {
    return frame.start().offset() != null || frame.end().offset() != null;
  }

  private @Nullable Long bound(Bound bound) {
    return switch (bound.kind()) {
      case UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING -> null;
      case CURRENT_ROW -> 0L;
      case PRECEDING -> -offset(bound);
      case FOLLOWING -> offset(bound);
    };
  }

  private long offset(Bound bound) {
    return new Constants(scope).count(Objects.requireNonNull(bound.offset()), "a frame");
  }

  private Expression placed(Call call, Around around) {
    String name = scope.asked().fresh("v");
    String lower = call.function().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "row_number" -> position(name, call, Over.Position.Kind.ROW_NUMBER, around);
      case "rank" -> position(name, call, Over.Position.Kind.RANK, around);
      case "dense_rank" -> position(name, call, Over.Position.Kind.DENSE_RANK, around);
      case "percent_rank" -> share(call, around);
      case "cume_dist" -> {
        Around upTo = around.framed(Over.Frame.UP_TO_PEERS);
        yield divided(counted(call, upTo), counted(call, around.framed(Over.Frame.ALL)));
      }
      case "ntile" -> {
        long parts = Math.max(1, new Constants(scope).count(argument(call, 0), "ntile"));
        yield register(
            name, call, List.of(), around, given -> new Over.Tile(name, parts), Type.INTEGER);
      }
      case "lag", "laginframe" -> neighbour(name, call, -1, around);
      case "lead" -> neighbour(name, call, 1, around);
      case "leadinframe" -> {
        if (around.frame().until() != null && around.frame().until() < 1) {
          throw scope
              .mistakes()
              .refused(
                  call.place(),
                  "leadInFrame sees rows of its frame only: add ROWS BETWEEN UNBOUNDED PRECEDING"
                      + " AND UNBOUNDED FOLLOWING, or use lead.");
        }
        yield neighbour(name, call, 1, around);
      }
      case "first_value" -> nth(name, call, 1, around);
      case "last_value" -> nth(name, call, 0, around);
      case "nth_value" -> {
        long place = new Constants(scope).count(argument(call, 1), "nth_value");
        yield nth(name, call, Math.max(1, place), around);
      }
      default -> summed(call, around);
    };
  }

  private Syntax argument(Call call, int place) {
    if (call.arguments().size() <= place) {
      throw scope
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s takes %d argument(s) or more.".formatted(call.function(), place + 1));
    }
    return call.arguments().get(place);
  }

  private Expression register(
      String name,
      Call call,
      List<Expression> arguments,
      Around around,
      Function<List<Expression>, Over> over,
      Type type) {
    arguments.forEach(argument -> refuseNested(argument, call));
    scope
        .parts()
        .window(
            name,
            new Parts.Windowed(
                arguments, around.partition(), around.order(), over, type, call.place()));
    return new Expression.Reference(name, type);
  }

  private void refuseNested(Expression argument, Call call) {
    if (scope.parts().firstWindow(argument) != null) {
      throw scope
          .mistakes()
          .refused(
              call.place(),
              "a window function cannot stand within a window function; use a subquery.");
    }
  }

  private Expression position(String name, Call call, Over.Position.Kind kind, Around around) {
    return register(
        name, call, List.of(), around, given -> new Over.Position(name, kind), Type.INTEGER);
  }

  /** How many of the other rows come before, from 0 to 1; 0 for a row that is alone. */
  private Expression share(Call call, Around around) {
    Expression one = Expression.integer(1);
    Expression rank = position(scope.asked().fresh("v"), call, Over.Position.Kind.RANK, around);
    Expression others = minus(counted(call, around.framed(Over.Frame.ALL)), one);
    return call(
        dev.facet.plan.Function.COALESCE, divided(minus(rank, one), others), Expression.number(0));
  }

  private Expression counted(Call call, Around around) {
    Aggregation count = new Aggregation(scope.asked().fresh("v"), Aggregation.Kind.COUNT, null);
    return summed(call, count, around);
  }

  private static Expression minus(Expression left, Expression right) {
    return call(dev.facet.plan.Function.SUBTRACT, left, right);
  }

  private static Expression divided(Expression left, Expression right) {
    return call(dev.facet.plan.Function.DIVIDE, left, right);
  }

  private Expression neighbour(String name, Call call, int sign, Around around) {
    Expression value = terms.of(argument(call, 0));
    long distance =
        call.arguments().size() > 1
            ? new Constants(scope).count(call.arguments().get(1), call.function())
            : 1;
    List<Expression> arguments =
        call.arguments().size() > 2
            ? Coercion.alike(List.of(value, terms.of(call.arguments().get(2))), call.place(), scope)
            : List.of(value);
    return register(
        name,
        call,
        arguments,
        around,
        given ->
            new Over.Neighbour(
                name, given.getFirst(), sign * distance, given.size() > 1 ? given.getLast() : null),
        arguments.getFirst().type());
  }

  private Expression nth(String name, Call call, long place, Around around) {
    Expression value = terms.of(argument(call, 0));
    return register(
        name,
        call,
        List.of(value),
        around,
        given -> new Over.Nth(name, given.getFirst(), place, around.frame()),
        value.type());
  }

  private Expression summed(Call call, Around around) {
    if (!Aggregates.isAggregate(call.function())) {
      List<String> known = new ArrayList<>(NAMES);
      known.addAll(Aggregates.names());
      throw scope.mistakes().unknown("window function", call.function(), known, call.place());
    }
    Aggregation aggregation = new Aggregates(terms).windowed(call);
    return Aggregates.finished(
        aggregation, summed(call, aggregation, around), counted -> summed(call, counted, around));
  }

  private Expression summed(Call call, Aggregation aggregation, Around around) {
    return register(
        aggregation.name(),
        call,
        aggregation.expressions(),
        around,
        given -> new Over.Sum(Rewriting.with(aggregation, given), around.frame()),
        aggregation.type());
  }
}
