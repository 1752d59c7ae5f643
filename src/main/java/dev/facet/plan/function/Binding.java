package dev.facet.plan.function;

import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * Large arguments that a function repeats are computed once, under a name: {@code f(g, g)} becomes
 * the only element of {@code arrayMap(x -> f(x, x), [g])}. Without it functions within functions
 * would grow many times over with each level.
 */
final class Binding {
  /** Smaller arguments are repeated as they are: rewrites and engines know their forms. */
  private static final int SMALL = 6;

  /** The same for arguments of constants only, which are computed before any row is read. */
  private static final int SMALL_CONSTANT = 400;

  private static final String NAME = "bound";

  private Binding() {}

  /** What the definition makes of the arguments. */
  static Expression made(Definition definition, Arguments arguments) {
    List<Variable> named = named(arguments.all());
    if (named.stream().allMatch(Binding::isNone)) {
      return definition.maker().of(arguments);
    }
    Expression tried = definition.maker().of(with(arguments, named));
    for (int i = 0; i < named.size(); i++) {
      if (!isNone(named.get(i)) && uses(tried, named.get(i)) < 2) {
        named.set(i, none(named.get(i)));
      }
    }
    Expression body = definition.maker().of(with(arguments, named));
    return named.stream().allMatch(Binding::isNone) || body.type().listOf() == null
        ? definition.maker().of(arguments)
        : bound(arguments, named, body);
  }

  /** A variable for each argument, none for those that stay. */
  private static List<Variable> named(List<Expression> arguments) {
    int depth = arguments.stream().mapToInt(Binding::depth).max().orElse(0);
    List<Variable> named = new ArrayList<>();
    for (Expression argument : arguments) {
      Expression value = inner(argument);
      boolean wanted = value.type().listOf() != null && isLarge(value);
      named.add(new Variable(wanted ? NAME + ++depth : "", value.type()));
    }
    return named;
  }

  private static boolean isNone(Variable variable) {
    return variable.name().isEmpty();
  }

  private static Variable none(Variable variable) {
    return new Variable("", variable.type());
  }

  /** The value that a zone or a unit stands around: these are read off the argument. */
  private static Expression inner(Expression argument) {
    return isMarked(argument) ? argument.inputs().getFirst() : argument;
  }

  private static boolean isMarked(Expression argument) {
    return argument instanceof Expression.Call(Function function, List<Expression> _)
        && (function == Function.IN_ZONE || function == Function.INTERVAL);
  }

  private static boolean isLarge(Expression value) {
    int limit = isConstant(value) ? SMALL_CONSTANT : SMALL;
    return size(value, limit) > limit;
  }

  private static boolean isConstant(Expression value) {
    boolean varies = value instanceof Expression.Reference || value instanceof Variable;
    return !varies && value.inputs().stream().allMatch(Binding::isConstant);
  }

  /** How many parts it has, counted a little beyond the limit only. */
  private static int size(Expression value, int limit) {
    int size = 1;
    for (Expression input : value.inputs()) {
      if (size > limit) {
        return size;
      }
      size += size(input, limit - size);
    }
    return size;
  }

  /** The highest number among the names in use. */
  private static int depth(Expression value) {
    int own = value instanceof Each each ? depth(each.variables()) : 0;
    return Math.max(own, value.inputs().stream().mapToInt(Binding::depth).max().orElse(0));
  }

  private static int depth(List<Variable> variables) {
    return variables.stream()
        .filter(variable -> variable.name().startsWith(NAME))
        .mapToInt(variable -> Integer.parseInt(variable.name().substring(NAME.length())))
        .max()
        .orElse(0);
  }

  private static int uses(Expression value, Variable variable) {
    return value.equals(variable)
        ? 1
        : value.inputs().stream().mapToInt(input -> uses(input, variable)).sum();
  }

  private static Arguments with(Arguments arguments, List<Variable> named) {
    List<Expression> all = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      Expression argument = arguments.get(i);
      Expression variable = named.get(i);
      if (isNone(named.get(i))) {
        all.add(argument);
      } else if (argument instanceof Expression.Call marked && isMarked(argument)) {
        all.add(Expression.call(marked.function(), variable, marked.arguments().getLast()));
      } else {
        all.add(variable);
      }
    }
    return new Arguments(arguments.function(), List.copyOf(all), arguments.context());
  }

  private static Expression bound(Arguments arguments, List<Variable> named, Expression body) {
    List<Variable> variables = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      if (!isNone(named.get(i))) {
        variables.add(named.get(i));
        values.add(Expression.call(Function.LIST_OF, inner(arguments.get(i))));
      }
    }
    Expression once = new Each(Each.Kind.MAP, variables, values, body);
    return Expression.call(Function.ELEMENT, once, Expression.integer(1));
  }
}
