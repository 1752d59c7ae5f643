package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.StepMode;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code windowFunnel(window, mode…)(time, condition…)}: how many of the conditions, in their
 * order, rows of the group meet within the window. The rows become two lists, when they were and
 * which conditions they meet, that {@link Function#STEPS_REACHED} walks.
 */
record WindowFunnel(Terms terms) {
  private static final int MOST_STEPS = 32;

  static boolean isCalled(Call call) {
    String name = call.function().toLowerCase(Locale.ROOT);
    return name.equals("windowfunnel") || name.equals("windowfunnelif");
  }

  private Scope scope() {
    return terms.scope();
  }

  Expression of(Call call) {
    List<Syntax> given = new ArrayList<>(call.arguments());
    List<Expression> conditions = new ArrayList<>();
    if (call.function().toLowerCase(Locale.ROOT).endsWith("if") && given.size() > 2) {
      conditions.add(terms.condition(given.removeLast()));
    }
    if (call.filter() != null) {
      conditions.add(terms.condition(call.filter()));
    }
    if (call.distinct()) {
      throw scope().mistakes().refused(call.place(), "windowFunnel takes no DISTINCT.");
    }
    int steps = given.size() - 1;
    if (steps < 1 || steps > MOST_STEPS || call.parameters().isEmpty()) {
      throw count(call);
    }
    Set<StepMode> modes = modes(call);
    Expression when = when(given.getFirst());
    Expression met = met(given.subList(1, given.size()));
    conditions.add(call(Function.NOT, call(Function.IS_NULL, when)));
    if (!modes.contains(StepMode.ORDER)) {
      conditions.add(call(Function.LESS, Expression.integer(0), met));
    }
    long bits = modes.stream().mapToLong(StepMode::bit).sum();
    return reached(call, when, met, conditions, List.of(window(call, given), (long) steps, bits));
  }

  private RuntimeException count(Call call) {
    return scope()
        .mistakes()
        .at(
            "argument_count",
            call.place(),
            "windowFunnel takes its window in seconds, then a time and 1 to 32 conditions:"
                + " windowFunnel(86400)(timestamp, event = 'a', event = 'b').");
  }

  /** As long as what tells the time counts: microseconds, days, or whatever a number means. */
  private long window(Call call, List<Syntax> given) {
    long window = new Constants(scope()).count(call.parameters().getFirst(), "windowFunnel");
    boolean micros = type(terms.of(given.getFirst())) == Type.TIME;
    return micros ? Math.min(window, Long.MAX_VALUE / Micros.SECOND) * Micros.SECOND : window;
  }

  private Set<StepMode> modes(Call call) {
    Set<StepMode> modes = EnumSet.noneOf(StepMode.class);
    for (Syntax parameter : call.parameters().subList(1, call.parameters().size())) {
      modes.add(mode(parameter));
    }
    return modes;
  }

  private StepMode mode(Syntax parameter) {
    String name = new Constants(scope()).text(parameter, "a mode of windowFunnel");
    if (name.equals("strict")) {
      return StepMode.DEDUPLICATION;
    }
    return Arrays.stream(StepMode.values())
        .filter(mode -> mode.written().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                scope().mistakes().unknown("mode", name, StepMode.allWritten(), parameter.place()));
  }

  private static Type type(Expression time) {
    return time instanceof Expression.Property ? Type.TIME : time.type();
  }

  private Expression when(Syntax syntax) {
    Expression given = terms.of(syntax);
    Expression time = Coercion.to(given, type(given), scope());
    if (time == null || time.type() != Type.INTEGER && !isMoment(time.type())) {
      throw scope()
          .mistakes()
          .type(
              syntax.place(),
              "windowFunnel takes a time, a date or a whole number first, not %s."
                  .formatted(Coercion.name(given)));
    }
    return time.type() == Type.INTEGER ? time : call(Function.AS_WHOLE, time);
  }

  private static boolean isMoment(Type type) {
    return type == Type.TIME || type == Type.DATE;
  }

  /** The conditions that a row meets, as bits of a whole number. */
  private Expression met(List<Syntax> conditions) {
    Expression met = Expression.integer(0);
    for (int i = 0; i < conditions.size(); i++) {
      Expression isTrue =
          call(Function.COALESCE, terms.condition(conditions.get(i)), Expression.bool(false));
      Expression bit =
          call(Function.IF, isTrue, Expression.integer(1L << i), Expression.integer(0));
      met = i == 0 ? bit : call(Function.ADD, met, bit);
    }
    return met;
  }

  private Expression reached(
      Call call, Expression when, Expression met, List<Expression> conditions, List<Long> how) {
    Expression condition =
        conditions.size() == 1
            ? conditions.getFirst()
            : new Expression.Call(Function.AND, conditions);
    List<Expression> arguments = new ArrayList<>();
    arguments.add(list(call, when, condition, List.of()));
    arguments.add(list(call, met, condition, List.of(new Aggregation.By(when, false))));
    how.forEach(number -> arguments.add(Expression.integer(number)));
    return new Expression.Call(Function.STEPS_REACHED, arguments);
  }

  private Expression list(
      Call call, Expression value, Expression condition, List<Aggregation.By> order) {
    Aggregation list =
        new Aggregation(scope().asked().fresh("a"), Aggregation.Kind.LIST, value)
            .where(condition)
            .ordered(order);
    new Aggregates(terms).refuseNested(list, call);
    return scope().parts().aggregate(list, call.place());
  }
}
