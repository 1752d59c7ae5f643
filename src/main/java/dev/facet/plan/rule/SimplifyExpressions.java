package dev.facet.plan.rule;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Call;
import dev.facet.plan.Expression.Literal;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code AND(a, true, AND(b, a)) → AND(a, b)}, {@code IF(true, a, b) → a}, {@code 1 = 2 → false}:
 * what is known without a row is computed here, once.
 */
final class SimplifyExpressions implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    return Nodes.mapped(node, SimplifyExpressions::simple);
  }

  /** The same value from less. */
  static Expression simple(Expression expression) {
    Expression inside = Terms.over(expression, SimplifyExpressions::simple);
    return switch (inside) {
      case Call call -> call(call);
      case Expression.Property p when isNull(p.object()) -> new Literal(null, p.type());
      case Expression.In in when isNull(in.value()) -> new Literal(null, Type.BOOLEAN);
      case Expression.Bucket bucket when isNull(bucket.time()) -> new Literal(null, Type.INTEGER);
      case Expression.Steps steps when isNull(steps.value()) -> new Literal(null, steps.type());
      case Expression.Reference _,
          Literal _,
          Expression.Property _,
          Expression.In _,
          Expression.Bucket _,
          Expression.Steps _,
          Expression.Variable _,
          Expression.Each _ ->
          inside;
    };
  }

  static boolean isNull(Expression expression) {
    return expression instanceof Literal literal && literal.value() == null;
  }

  private static Expression call(Call call) {
    List<Expression> parts = call.arguments();
    if (call.function().passesNull() && parts.stream().anyMatch(SimplifyExpressions::isNull)) {
      return new Literal(null, call.type());
    }
    return switch (call.function()) {
      case AND -> joined(call, false);
      case OR -> joined(call, true);
      case NOT -> not(call, parts.getFirst());
      case IS_NULL -> parts.getFirst() instanceof Literal(Object v, var _) ? bool(v == null) : call;
      case IF -> choice(call, parts);
      case COALESCE -> firstPresent(call, parts);
      case EQUAL, LESS, LESS_OR_EQUAL -> compared(call, parts.getFirst(), parts.getLast());
      case ADD, SUBTRACT, AS_WHOLE -> whole(call, parts);
      default -> call;
    };
  }

  private static Expression bool(boolean value) {
    return Expression.bool(value);
  }

  /**
   * @param decides what makes the whole so when one part is
   */
  private static Expression joined(Call call, boolean decides) {
    Set<Expression> parts = new LinkedHashSet<>();
    for (Expression part : call.arguments()) {
      if (part instanceof Call(Function function, List<Expression> inner)
          && function == call.function()) {
        parts.addAll(inner);
      } else {
        parts.add(part);
      }
    }
    if (parts.contains(bool(decides))) {
      return bool(decides);
    }
    parts.remove(bool(!decides));
    return switch (parts.size()) {
      case 0 -> bool(!decides);
      case 1 -> parts.iterator().next();
      default ->
          parts.size() == call.arguments().size()
              ? call
              : new Call(call.function(), List.copyOf(parts));
    };
  }

  private static Expression not(Call call, Expression part) {
    return switch (part) {
      case Literal(Boolean value, var _) -> bool(!value);
      case Call(Function function, List<Expression> inner) when function == Function.NOT ->
          inner.getFirst();
      default -> call;
    };
  }

  private static Expression choice(Call call, List<Expression> parts) {
    if (parts.get(0) instanceof Literal) {
      return Terms.isTrue(parts.get(0)) ? parts.get(1) : parts.get(2);
    }
    return parts.get(1).equals(parts.get(2)) ? parts.get(2) : call;
  }

  private static Expression firstPresent(Call call, List<Expression> parts) {
    List<Expression> some = new ArrayList<>();
    for (Expression part : parts) {
      if (!isNull(part)) {
        some.add(part);
      }
      if (part instanceof Literal literal && literal.value() != null) {
        break;
      }
    }
    return switch (some.size()) {
      case 0 -> parts.getLast();
      case 1 -> some.getFirst();
      default -> some.size() == parts.size() ? call : new Call(Function.COALESCE, some);
    };
  }

  private static Expression compared(Call call, Expression one, Expression other) {
    if (one instanceof Literal(Long left, var _) && other instanceof Literal(Long right, var _)) {
      return bool(
          switch (call.function()) {
            case EQUAL -> left.equals(right);
            case LESS -> left < right;
            default -> left <= right;
          });
    }
    boolean texts =
        one instanceof Literal(String _, var _) && other instanceof Literal(String _, var _);
    return texts && call.function() == Function.EQUAL ? bool(one.equals(other)) : call;
  }

  private static Expression whole(Call call, List<Expression> parts) {
    @Nullable Long one = number(parts.getFirst());
    @Nullable Long other = number(parts.getLast());
    if (call.type() != Type.INTEGER || one == null && other == null) {
      return call;
    }
    if (call.function() == Function.AS_WHOLE) {
      return one == null ? call : Expression.integer(one);
    }
    if (one != null && other != null) {
      return computed(call, one, other);
    }
    boolean stays = other != null && other == 0 && parts.getFirst().type() == Type.INTEGER;
    return stays ? parts.getFirst() : call;
  }

  private static Expression computed(Call call, long one, long other) {
    try {
      return Expression.integer(
          call.function() == Function.ADD
              ? Math.addExact(one, other)
              : Math.subtractExact(one, other));
    } catch (ArithmeticException tooLarge) {
      return new Literal(null, Type.INTEGER);
    }
  }

  private static @Nullable Long number(Expression expression) {
    return expression instanceof Literal(Long value, var _) ? value : null;
  }
}
