package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions that take a lambda and lists: {@code arrayMap(x -> x + 1, [1, 2])}. */
record Lambdas(Terms terms) {
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

  Expression of(Call call) {
    Syntax.Lambda lambda = (Syntax.Lambda) call.arguments().getFirst();
    List<Expression> lists = terms.all(call.arguments().subList(1, call.arguments().size()));
    if (lists.size() != lambda.parameters().size()) {
      throw scope()
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s walks %d lists with %d names."
                  .formatted(call.function(), lists.size(), lambda.parameters().size()));
    }
    List<Expression.Variable> variables = new ArrayList<>();
    Map<String, Expression> names = new HashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      Type element = lists.get(i).type().element();
      if (element == null) {
        throw scope()
            .mistakes()
            .type(
                call.place(),
                "%s takes lists, not %s.".formatted(call.function(), Coercion.name(lists.get(i))));
      }
      Expression.Variable variable = new Expression.Variable(scope().asked().fresh("l"), element);
      variables.add(variable);
      names.put(lambda.parameters().get(i), variable);
    }
    return each(call, variables, lists, lambda.body(), terms.within(names));
  }

  private Scope scope() {
    return terms.scope();
  }

  private Expression each(
      Call call,
      List<Expression.Variable> variables,
      List<Expression> lists,
      Syntax body,
      Terms inside) {
    String lower = call.function().toLowerCase(Locale.ROOT);
    Each.Kind kind = kind(lower);
    boolean summed =
        kind == null && List.of("arraysum", "arrayavg", "arraymin", "arraymax").contains(lower);
    if (kind == null && !summed) {
      throw scope().mistakes().unknown("function with ->", call.function(), NAMES, call.place());
    }
    Expression value = isCondition(kind) ? inside.condition(body) : inside.of(body);
    if (scope().parts().firstAggregate(value) != null) {
      throw scope().mistakes().refused(body.place(), "an aggregate cannot stand after ->.");
    }
    if (value.type().listOf() == null) {
      throw scope()
          .mistakes()
          .type(body.place(), "a list cannot hold %s.".formatted(Coercion.name(value)));
    }
    Expression each =
        new Each(Objects.requireNonNullElse(kind, Each.Kind.MAP), variables, lists, value);
    return summed ? Library.scalar(call.function(), List.of(each), call.place(), scope()) : each;
  }

  private static boolean isCondition(Each.@Nullable Kind kind) {
    return switch (kind) {
      case null -> false;
      case FILTER, EXISTS, ALL, COUNT, FIRST, FIRST_INDEX -> true;
      case MAP, SORT, SORT_DESCENDING -> false;
    };
  }

  private static Each.@Nullable Kind kind(String name) {
    return switch (name) {
      case "arraymap" -> Each.Kind.MAP;
      case "arrayfilter" -> Each.Kind.FILTER;
      case "arrayexists" -> Each.Kind.EXISTS;
      case "arrayall" -> Each.Kind.ALL;
      case "arraycount" -> Each.Kind.COUNT;
      case "arrayfirst" -> Each.Kind.FIRST;
      case "arrayfirstindex" -> Each.Kind.FIRST_INDEX;
      case "arraysort" -> Each.Kind.SORT;
      case "arrayreversesort" -> Each.Kind.SORT_DESCENDING;
      default -> null;
    };
  }
}
