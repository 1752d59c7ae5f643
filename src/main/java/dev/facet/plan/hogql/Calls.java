package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.event.Channel;
import dev.facet.plan.function.Functions;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Calls of functions: operators first, then aggregates, then whatever else the library has. */
final class Calls {
  /** Functions that read their arguments in a way of their own, each called once. */
  private static final Map<String, String> EXAMPLES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (String example :
        List.of(
            "arrayAll(x -> x > 1, [1, 2])",
            "arrayCount(x -> x > 1, [1, 2])",
            "arrayExists(x -> x > 1, [1, 2])",
            "arrayFilter(x -> x > 1, [1, 2])",
            "arrayFirst(x -> x > 1, [1, 2])",
            "arrayFirstIndex(x -> x > 1, [1, 2])",
            "arrayJoin([1, 2])",
            "arrayMap(x -> x + 1, [1, 2])",
            "arrayZip([1, 2], ['a', 'b'])",
            "avgWeighted(value, weight)",
            "coalesce(value, 0)",
            "if(condition, 1, 0)",
            "ifNull(value, 0)",
            "isNotNull(value)",
            "isNull(value)",
            "lookupDomainType('google.com')",
            "matchesAction('name')",
            "maxMap(['a', 'b'], [1, 2])",
            "minMap(['a', 'b'], [1, 2])",
            "multiIf(condition, 1, 0)",
            "recording_button($session_id)",
            "retention(condition, condition)",
            "sequenceCount('(?1)(?2)')(timestamp, condition, condition)",
            "sequenceMatch('(?1)(?2)')(timestamp, condition, condition)",
            "sparkline([1, 2])",
            "sumMap(['a', 'b'], [1, 2])",
            "tupleElement((1, 'a'), 2)",
            "windowFunnel(3600)(timestamp, condition, condition)")) {
      EXAMPLES.put(example.substring(0, example.indexOf('(')), example);
    }
  }

  private final Terms terms;
  private final Scope scope;

  Calls(Terms terms) {
    this.terms = terms;
    this.scope = terms.scope();
  }

  /** Those that are no plain functions. */
  static List<String> names() {
    return List.copyOf(EXAMPLES.keySet());
  }

  /** Whether it is one of them that the library knows nothing of. */
  static boolean isSpecial(String name) {
    return EXAMPLES.containsKey(name) && !Functions.isKnown(name);
  }

  static String example(String name) {
    return EXAMPLES.getOrDefault(name, name);
  }

  Expression of(Call call) {
    if (call.over() != null) {
      return new WindowCalls(terms).of(call);
    }
    if (Aggregates.isAggregate(call.function())) {
      return new Aggregates(terms).of(call);
    }
    if (Sequences.isCalled(call)) {
      return new Sequences(terms).of(call);
    }
    if (call.distinct() || call.filter() != null) {
      throw scope
          .mistakes()
          .refused(
              call.place(), call.function() + " is no aggregate: it takes no DISTINCT, no FILTER.");
    }
    if (!call.arguments().isEmpty() && call.arguments().getFirst() instanceof Syntax.Lambda) {
      return new Lambdas(terms).of(call);
    }
    return operator(call);
  }

  private Expression operator(Call call) {
    return switch (call.function().toLowerCase(Locale.ROOT)) {
      case "and" -> logic(Function.AND, call);
      case "or" -> logic(Function.OR, call);
      case "not" -> not(only(call));
      case "equals",
          "notequals",
          "less",
          "lessorequals",
          "greater",
          "greaterorequals",
          "isdistinctfrom",
          "isnotdistinctfrom" ->
          new Comparisons(terms).of(call);
      case "in" -> new Membership(terms).of(call);
      case "notin" -> none(new Membership(terms).of(call));
      case "incohort" -> new Membership(terms).inCohort(call);
      case "notincohort" -> none(new Membership(terms).inCohort(call));
      case "matchesaction" -> new Membership(terms).action(call);
      case "retention" -> retention(call);
      case "sparkline" -> sparkline(call);
      case "tupleelement" -> tupleElement(call);
      case "recording_button" -> Library.scalar("toString", List.of(terms.of(only(call))), scope);
      case "lookupdomaintype" ->
          Channel.ofDomain(Library.scalar("toString", List.of(terms.of(only(call))), scope));
      case "avgweighted" -> weighted(call);
      case "exists" -> exists(call);
      case "arrayjoin" -> arrayJoin(call);
      case "if", "multiif" -> branches(call);
      case "coalesce", "ifnull" -> new Expression.Call(Function.COALESCE, several(call));
      case "isnull" -> call(Function.IS_NULL, terms.of(only(call)));
      case "isnotnull" -> call(Function.NOT, call(Function.IS_NULL, terms.of(only(call))));
      default -> Library.call(call, terms);
    };
  }

  /** Comparisons with what is missing are false, and so what denies them is true. */
  private Expression not(Syntax inner) {
    Expression condition = terms.condition(inner);
    return inner instanceof Call ? none(condition) : call(Function.NOT, condition);
  }

  private static Expression none(Expression condition) {
    return call(Function.NOT, call(Function.COALESCE, condition, Expression.bool(false)));
  }

  private Syntax only(Call call) {
    return counted(call, 1, 1).getFirst();
  }

  /** The arguments, of which there are so many. */
  private List<Syntax> counted(Call call, int least, int most) {
    int size = call.arguments().size();
    if (size < least || size > most) {
      throw scope
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s takes %s, not %d."
                  .formatted(
                      call.function(),
                      least == most
                          ? least + (least == 1 ? " argument" : " arguments")
                          : least + " arguments or more",
                      size));
    }
    return call.arguments();
  }

  private Expression logic(Function function, Call call) {
    List<Expression> conditions =
        counted(call, 1, Integer.MAX_VALUE).stream().map(terms::condition).toList();
    return conditions.size() == 1
        ? conditions.getFirst()
        : new Expression.Call(function, conditions);
  }

  private List<Expression> several(Call call) {
    List<Syntax> values = counted(call, 1, Integer.MAX_VALUE);
    return Coercion.alike(new Tuples(terms).raws(values), call.place(), scope);
  }

  /** Of a choice what may come out. */
  static List<Syntax> results(Call call) {
    List<Syntax> arguments = call.arguments();
    boolean isAny = !call.function().toLowerCase(Locale.ROOT).endsWith("if");
    return IntStream.range(0, arguments.size())
        .filter(i -> isAny || i % 2 == 1 || i == arguments.size() - 1)
        .mapToObj(arguments::get)
        .toList();
  }

  /** A row for each element of the list, beside the row it is of. */
  private Expression arrayJoin(Call call) {
    Expression list = new Tuples(terms).raw(only(call));
    Type element = list.type().element();
    if (element == null || scope.parts().firstAggregate(list) != null) {
      throw scope
          .mistakes()
          .type(call.place(), "arrayJoin takes a list of the rows, and no aggregate of them.");
    }
    return scope.unnest(list, element);
  }

  /**
   * A list of 1 and 0: whether the first condition holds for one row of the group, and whether each
   * further one does too.
   */
  private Expression retention(Call call) {
    List<Expression> flags = new ArrayList<>();
    Expression first = happened(counted(call, 1, Integer.MAX_VALUE).getFirst());
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression both =
          i == 0 ? first : call(Function.AND, first, happened(call.arguments().get(i)));
      flags.add(call(Function.IF, both, Expression.integer(1), Expression.integer(0)));
    }
    return Library.list(flags, call.place(), scope);
  }

  private Expression happened(Syntax condition) {
    Expression count = terms.of(new Call("countIf", List.of(condition), condition.place()));
    return call(Function.LESS, Expression.integer(0), count);
  }

  private Expression tupleElement(Call call) {
    List<Syntax> arguments = counted(call, 2, 2);
    long place = new Constants(scope).count(arguments.getLast(), "tupleElement");
    return new Tuples(terms)
        .element(arguments.getFirst(), Math.toIntExact(Math.min(place, Integer.MAX_VALUE)))
        .orElseThrow(
            () ->
                scope
                    .mistakes()
                    .type(
                        call.place(),
                        "tupleElement takes a tuple such as (1, 'a') and a place in it."));
  }

  /** The numbers of a small chart as they are: whoever shows them draws it. */
  private Expression sparkline(Call call) {
    Expression list = terms.of(only(call));
    Type element = list.type().element();
    if (element == null || !element.isNumeric()) {
      throw scope
          .mistakes()
          .type(
              call.place(), "sparkline takes a list of numbers, not " + Coercion.name(list) + ".");
    }
    return list;
  }

  /** The rows without a value count for nothing, nor do their weights. */
  private Expression weighted(Call call) {
    List<Syntax> arguments = counted(call, 2, 2);
    Syntax product = named("multiply", arguments, call);
    Syntax isThere = named("isNotNull", arguments.subList(0, 1), call);
    Syntax weights = named("sumIf", List.of(arguments.getLast(), isThere), call);
    return terms.of(named("divide", List.of(named("sum", List.of(product), call), weights), call));
  }

  private static Call named(String function, List<Syntax> arguments, Call call) {
    return new Call(function, arguments, call.place());
  }

  private Expression exists(Call call) {
    if (only(call) instanceof Syntax.Subquery subquery) {
      return Subqueries.exists(subquery, scope);
    }
    throw scope.mistakes().type(call.place(), "EXISTS takes a statement in parentheses.");
  }

  /** Conditions with their results, and a result for when none is true. */
  private Expression branches(Call call) {
    List<Syntax> arguments = counted(call, 3, Integer.MAX_VALUE);
    if (arguments.size() % 2 == 0) {
      throw scope
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s takes conditions with their results and one more result."
                  .formatted(call.function()));
    }
    List<Expression> conditions = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      conditions.add(terms.condition(arguments.get(i)));
    }
    List<Expression> results = new Tuples(terms).raws(results(call));
    List<Expression> alike = Coercion.alike(results, call.place(), scope);
    Expression result = alike.getLast();
    for (int i = conditions.size() - 1; i >= 0; i--) {
      Expression isTrue = call(Function.COALESCE, conditions.get(i), Expression.bool(false));
      result = call(Function.IF, isTrue, alike.get(i), result);
    }
    return result;
  }
}
