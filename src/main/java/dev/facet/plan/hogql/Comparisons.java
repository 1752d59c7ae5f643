package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Comparisons of two values, or of two tuples part by part. */
record Comparisons(Terms terms) {

  Expression of(Call call) {
    if (call.arguments().size() != 2) {
      throw terms
          .scope()
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s takes 2 arguments, not %d.".formatted(call.function(), call.arguments().size()));
    }
    Syntax left = call.arguments().getFirst();
    Syntax right = call.arguments().getLast();
    Tuples tuples = new Tuples(terms);
    List<Expression> ones = tuples.values(left);
    List<Expression> others = tuples.values(right);
    if (ones.size() > 1 && others.size() > 1) {
      return tuples(call, ones, others);
    }
    Expression one = ones.size() == 1 ? ones.getFirst() : terms.of(left);
    Expression other = others.size() == 1 ? others.getFirst() : terms.of(right);
    if (Coercion.isNull(one) || Coercion.isNull(other)) {
      return withNull(call, Coercion.isNull(one) ? other : one);
    }
    return compare(name(call), one, other, call.place());
  }

  private static String name(Call call) {
    return call.function().toLowerCase(Locale.ROOT);
  }

  /** NULL as it was written is compared as IS NULL does. */
  private static Expression withNull(Call call, Expression value) {
    Expression isNull = call(Function.IS_NULL, value);
    return switch (name(call)) {
      case "equals", "isnotdistinctfrom" -> isNull;
      case "notequals", "isdistinctfrom" -> call(Function.NOT, isNull);
      default -> Coercion.missing(Type.BOOLEAN);
    };
  }

  private Expression tuples(Call call, List<Expression> one, List<Expression> other) {
    if (one.size() != other.size()) {
      throw terms.scope().mistakes().type(call.place(), "only tuples of equal length compare.");
    }
    return switch (name(call)) {
      case "equals" -> same(call, one, other);
      case "notequals" -> call(Function.NOT, same(call, one, other));
      case "less", "lessorequals", "greater", "greaterorequals" -> ordered(call, one, other, 0);
      default ->
          throw terms
              .scope()
              .mistakes()
              .type(call.place(), "tuples compare with =, !=, <, <=, > and >= only.");
    };
  }

  /** By the first part in which they differ. */
  private Expression ordered(Call call, List<Expression> one, List<Expression> other, int i) {
    Expression left = one.get(i);
    Expression right = other.get(i);
    if (i == one.size() - 1) {
      return compare(name(call), left, right, call.place());
    }
    String strict = name(call).startsWith("less") ? "less" : "greater";
    Expression rest =
        call(
            Function.AND,
            compare("equals", left, right, call.place()),
            ordered(call, one, other, i + 1));
    return call(Function.OR, compare(strict, left, right, call.place()), rest);
  }

  private Expression same(Call call, List<Expression> one, List<Expression> other) {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      parts.add(compare("equals", one.get(i), other.get(i), call.place()));
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Call(Function.AND, parts);
  }

  Expression compare(String function, Expression left, Expression right, Place place) {
    List<Expression> alike = alike(left, right, place);
    Expression one = alike.getFirst();
    Expression other = alike.getLast();
    return switch (function) {
      case "equals" -> call(Function.EQUAL, one, other);
      case "notequals", "isdistinctfrom" -> call(Function.NOT, same(one, other));
      case "less" -> call(Function.LESS, one, other);
      case "lessorequals" -> call(Function.LESS_OR_EQUAL, one, other);
      case "greater" -> call(Function.LESS, other, one);
      case "greaterorequals" -> call(Function.LESS_OR_EQUAL, other, one);
      case "isnotdistinctfrom" -> same(one, other);
      default -> throw new IllegalStateException("No comparison " + function);
    };
  }

  private List<Expression> alike(Expression left, Expression right, Place place) {
    List<Expression> alike = Coercion.alike(List.of(left, right), place, terms.scope());
    Type type = alike.getFirst().type();
    if (type == Type.OBJECT || type == Type.LIST) {
      throw terms
          .scope()
          .mistakes()
          .type(place, type.words() + " cannot be compared; compare a part of it.");
    }
    return alike;
  }

  /** Equal, or both null; never null. */
  private static Expression same(Expression one, Expression other) {
    Expression equal =
        call(Function.COALESCE, call(Function.EQUAL, one, other), Expression.bool(false));
    if (one instanceof Expression.Literal || other instanceof Expression.Literal) {
      return equal;
    }
    Expression none =
        call(Function.AND, call(Function.IS_NULL, one), call(Function.IS_NULL, other));
    return call(Function.OR, none, equal);
  }
}
