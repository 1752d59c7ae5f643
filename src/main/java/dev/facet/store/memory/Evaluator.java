package dev.facet.store.memory;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes expressions over rows that have these columns. */
final class Evaluator {
  private final Map<String, Integer> places;
  private final Map<String, @Nullable Object> variables;

  Evaluator(List<Column> columns) {
    this(new HashMap<>(), Map.of());
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
    }
  }

  private Evaluator(Map<String, Integer> places, Map<String, @Nullable Object> variables) {
    this.places = places;
    this.variables = variables;
  }

  /** One that knows the values of variables, too. */
  Evaluator with(Map<String, @Nullable Object> inner) {
    Map<String, @Nullable Object> all = new HashMap<>(variables);
    all.putAll(inner);
    return new Evaluator(places, all);
  }

  List<@Nullable Object> values(List<Plan.Named> expressions, List<@Nullable Object> row) {
    List<@Nullable Object> values = new ArrayList<>(expressions.size());
    expressions.forEach(named -> values.add(value(named.expression(), row)));
    return values;
  }

  @Nullable Object value(Expression expression, List<@Nullable Object> row) {
    return switch (expression) {
      case Expression.Reference reference -> row.get(place(reference.column()));
      case Expression.Literal literal -> literal.value();
      case Expression.Property property -> property(property, row);
      case Expression.In in -> in(in, row);
      case Expression.Bucket bucket -> bucket(bucket, row);
      case Expression.Steps steps -> steps(steps, row);
      case Expression.Call call -> call(call, row);
      case Expression.Variable variable -> variables.get(variable.name());
      case Expression.Each each -> Elements.of(each, row, this);
    };
  }

  private int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("No column " + column + " in " + places.keySet());
    }
    return place;
  }

  private @Nullable Object property(Expression.Property property, List<@Nullable Object> row) {
    Object value =
        value(property.object(), row) instanceof Map<?, ?> object
            ? object.get(property.key())
            : null;
    return property.type() == Type.NUMBER ? Values.number(value) : Values.text(value);
  }

  private @Nullable Object in(Expression.In in, List<@Nullable Object> row) {
    Object value = value(in.value(), row);
    return value == null
        ? null
        : in.options().stream().anyMatch(option -> Comparison.compare(value, option) == 0);
  }

  private @Nullable Object bucket(Expression.Bucket bucket, List<@Nullable Object> row) {
    if (value(bucket.time(), row) instanceof Long time) {
      int number = bucket.buckets().indexOf(time);
      return number < 0 ? null : (long) number;
    }
    return null;
  }

  private @Nullable Object steps(Expression.Steps steps, List<@Nullable Object> row) {
    if (value(steps.value(), row) instanceof Long value) {
      int place = Collections.binarySearch(steps.starts(), value);
      return steps.results().get(place >= 0 ? place + 1 : -place - 1);
    }
    return null;
  }

  private @Nullable Object call(Expression.Call call, List<@Nullable Object> row) {
    List<@Nullable Object> arguments = new ArrayList<>(call.arguments().size());
    call.arguments().forEach(argument -> arguments.add(value(argument, row)));
    if (call.function().passesNull() && arguments.contains(null)) {
      return null;
    }
    return Functions.apply(call, arguments);
  }
}
