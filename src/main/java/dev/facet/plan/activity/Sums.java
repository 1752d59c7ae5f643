package dev.facet.plan.activity;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.activity.ActivityRows.column;

import dev.facet.dataset.activity.ActivityValue;
import dev.facet.dataset.activity.ActivityValue.Formula;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.event.EventRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is summed up of an activity's events, and the values that come of it. */
final class Sums {
  private static final String END = "activity_end";

  private Sums() {}

  /** What the values need, each once. */
  static List<Aggregation> of(Set<ActivityValue> values) {
    Set<Aggregation> sums = new LinkedHashSet<>();
    values.forEach(value -> sums.addAll(of(value)));
    return List.copyOf(sums);
  }

  private static List<Aggregation> of(ActivityValue value) {
    String name = column(value);
    return switch (value.formula()) {
      case Formula.Id(), Formula.Person() -> List.of();
      case Formula.Start() -> List.of(new Aggregation(name, Kind.MIN, EventRows.TIME));
      case Formula.Seconds() -> ends();
      case Formula.First(String property, String _) -> List.of(first(name, property));
      case Formula.EventsOf(String event) -> List.of(events(name, isNamed(List.of(event))));
      case Formula.EventsBut(List<String> names) ->
          List.of(events(name, call(Function.NOT, isNamed(names))));
      case Formula.AtMostOne(ActivityValue count) -> of(count);
      case Formula.Any(String property) ->
          List.of(new Aggregation(name, Kind.COUNT, text(property)));
      case Formula.Numbers(String property) ->
          List.of(new Aggregation(name, Kind.COUNT, number(property)));
      case Formula.Sum(String property) ->
          List.of(new Aggregation(name, Kind.SUM, number(property)));
      case Formula.Distinct(String property) -> List.of(different(name, text(property)));
      case Formula.Names() -> List.of(different(name, EventRows.NAME));
    };
  }

  private static List<Aggregation> ends() {
    return List.of(
        new Aggregation(column(ActivityValue.START), Kind.MIN, EventRows.TIME),
        new Aggregation(END, Kind.MAX, EventRows.TIME));
  }

  private static Aggregation first(String name, String property) {
    List<Expression> inTime = List.of(text(property), EventRows.TIME);
    return Aggregation.of(name, Kind.ARG_MIN, inTime, List.of());
  }

  private static Aggregation events(String name, Expression condition) {
    return new Aggregation(name, Kind.COUNT, null).where(condition);
  }

  private static Aggregation different(String name, Expression value) {
    return new Aggregation(name, Kind.LIST, value).onlyDistinct();
  }

  private static Expression isNamed(List<String> events) {
    return new Expression.In(EventRows.NAME, List.copyOf(events));
  }

  private static Expression text(String property) {
    return ActivityEvents.property(property, Type.TEXT);
  }

  private static Expression number(String property) {
    return ActivityEvents.property(property, Type.NUMBER);
  }

  /**
   * A value out of the sums.
   *
   * @param id the id of the activity
   */
  static Expression value(ActivityValue value, Plan sums, Expression id) {
    return switch (value.formula()) {
      case Formula.Id() -> id;
      case Formula.Seconds() ->
          call(
              Function.SECONDS,
              call(Function.SUBTRACT, sums.column(END), sums.column(column(ActivityValue.START))));
      case Formula.First(String _, String otherwise) when !otherwise.isEmpty() ->
          call(Function.COALESCE, sums.column(column(value)), Expression.text(otherwise));
      case Formula.AtMostOne(ActivityValue count) ->
          call(Function.LESS_OR_EQUAL, sums.column(column(count)), Expression.integer(1));
      case Formula.Any(String _) ->
          call(Function.LESS, Expression.integer(0), sums.column(column(value)));
      case Formula.Distinct(String _) -> Several.of(sums.column(column(value)));
      case Formula.Person(),
          Formula.Start(),
          Formula.First(String _, String _),
          Formula.EventsOf(String _),
          Formula.EventsBut(List<String> _),
          Formula.Numbers(String _),
          Formula.Sum(String _),
          Formula.Names() ->
          sums.column(column(value));
    };
  }
}
