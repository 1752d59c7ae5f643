package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.hogql.tuple.Tupled;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions that take a lambda and lists: {@code arrayMap(x -> x + 1, [1, 2])}. */
record Lambdas(Terms terms) {
  private static final Set<String> SUMMED = Set.of("arraysum", "arrayavg", "arraymin", "arraymax");
  private static final List<String> NAMES =
      List.of(
          "arrayMap",
          "arrayFilter",
          "arrayExists",
          "arrayAll",
          "arrayCount",
          "arrayFirst",
          "arrayFirstIndex",
          "arraySort",
          "arrayReverseSort",
          "arraySum",
          "arrayAvg",
          "arrayMin",
          "arrayMax");

  /**
   * What a call walks.
   *
   * @param inside where its names stand for elements
   */
  record Walk(List<Expression.Variable> variables, List<Expression> lists, Terms inside) {}

  Expression of(Call call) {
    Walk walk = walk(call);
    Each.Kind kind = kind(call);
    Syntax body = lambda(call).body();
    List<Syntax> keys =
        isOrder(kind) && body instanceof Syntax.TupleOf tuple
            ? tuple.items().reversed()
            : List.of(body);
    Walk done = walk;
    for (Syntax key : keys) {
      Expression each = new Each(kind, done.variables(), done.lists(), value(kind, key, walk));
      done = new Walk(walk.variables(), List.of(each), walk.inside());
    }
    Expression each = done.lists().getFirst();
    return SUMMED.contains(lower(call))
        ? Library.scalar(call.function(), List.of(each), call.place(), scope())
        : each;
  }

  /** The tuples that {@code arrayMap} makes of elements; empty when it makes other values. */
  Optional<Tupled> tupled(Call call) {
    Walk walk = walk(call);
    return new Tuples(walk.inside())
        .find(lambda(call).body())
        .map(
            tuple -> {
              refuseAggregates(tuple.raw(), lambda(call).body());
              return Tupled.listOf(
                  new Each(Each.Kind.MAP, walk.variables(), walk.lists(), tuple.text()),
                  tuple.type());
            });
  }

  private static Syntax.Lambda lambda(Call call) {
    return (Syntax.Lambda) call.arguments().getFirst();
  }

  private static String lower(Call call) {
    return call.function().toLowerCase(Locale.ROOT);
  }

  private Walk walk(Call call) {
    return terms.walk(call, () -> walked(call));
  }

  private Walk walked(Call call) {
    Syntax.Lambda lambda = lambda(call);
    List<Syntax> given = call.arguments().subList(1, call.arguments().size());
    if (given.size() != lambda.parameters().size()) {
      throw scope()
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s walks %d lists with %d names."
                  .formatted(call.function(), given.size(), lambda.parameters().size()));
    }
    Tuples tuples = new Tuples(terms);
    List<Expression.Variable> variables = new ArrayList<>();
    List<Expression> lists = tuples.raws(given);
    Map<String, Terms.Variable> names = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      Expression.Variable variable = variable(call, lists.get(i));
      Optional<Tupled> element =
          tuples
              .find(given.get(i))
              .map(list -> list.element(variable, () -> scope().asked().fresh("l")));
      variables.add(variable);
      names.put(
          lambda.parameters().get(i),
          new Terms.Variable(element.map(tuples::shown).orElse(variable), element.orElse(null)));
    }
    return new Walk(variables, lists, terms.within(names));
  }

  private Expression.Variable variable(Call call, Expression list) {
    Type element = list.type().element();
    if (element == null) {
      throw scope()
          .mistakes()
          .type(
              call.place(),
              "%s takes lists, not %s.".formatted(call.function(), Coercion.name(list)));
    }
    return new Expression.Variable(scope().asked().fresh("l"), element);
  }

  private Scope scope() {
    return terms.scope();
  }

  private Expression value(Each.Kind kind, Syntax body, Walk walk) {
    Expression value = isCondition(kind) ? walk.inside().condition(body) : walk.inside().of(body);
    refuseAggregates(value, body);
    if (value.type().listOf() == null) {
      throw scope()
          .mistakes()
          .type(body.place(), "a list cannot hold %s.".formatted(Coercion.name(value)));
    }
    return value;
  }

  private void refuseAggregates(Expression value, Syntax body) {
    if (scope().parts().firstAggregate(value) != null) {
      throw scope().mistakes().refused(body.place(), "an aggregate cannot stand after ->.");
    }
  }

  private static boolean isOrder(Each.Kind kind) {
    return kind == Each.Kind.SORT || kind == Each.Kind.SORT_DESCENDING;
  }

  private static boolean isCondition(Each.Kind kind) {
    return switch (kind) {
      case FILTER, EXISTS, ALL, COUNT, FIRST, FIRST_INDEX -> true;
      case MAP, SORT, SORT_DESCENDING -> false;
    };
  }

  private Each.Kind kind(Call call) {
    return switch (lower(call)) {
      case "arraymap", "arraysum", "arrayavg", "arraymin", "arraymax" -> Each.Kind.MAP;
      case "arrayfilter" -> Each.Kind.FILTER;
      case "arrayexists" -> Each.Kind.EXISTS;
      case "arrayall" -> Each.Kind.ALL;
      case "arraycount" -> Each.Kind.COUNT;
      case "arrayfirst" -> Each.Kind.FIRST;
      case "arrayfirstindex" -> Each.Kind.FIRST_INDEX;
      case "arraysort" -> Each.Kind.SORT;
      case "arrayreversesort" -> Each.Kind.SORT_DESCENDING;
      default ->
          throw scope()
              .mistakes()
              .unknown("function with ->", call.function(), NAMES, call.place());
    };
  }
}
