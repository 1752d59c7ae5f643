package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Place;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.ComparisonContext;
import dev.facet.query.text.hogql.HogqlParser.ExpressionContext;
import dev.facet.query.text.hogql.HogqlParser.ExpressionsContext;
import dev.facet.query.text.hogql.HogqlParser.NegationContext;
import dev.facet.query.text.hogql.HogqlParser.PostfixContext;
import dev.facet.query.text.hogql.HogqlParser.ProductContext;
import dev.facet.query.text.hogql.HogqlParser.SumContext;
import dev.facet.query.text.hogql.HogqlParser.TernaryContext;
import dev.facet.query.text.hogql.HogqlParser.UnaryContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Operators and what they stand between: from the parser's tree to {@link Syntax}. */
final class HogqlExpressions {
  private final HogqlReading reading;
  private final HogqlComparisons comparisons;
  private final HogqlPrimaries primaries;

  HogqlExpressions(HogqlReading reading, HogqlStatements statements) {
    this.reading = reading;
    this.comparisons = new HogqlComparisons(this);
    this.primaries = new HogqlPrimaries(reading, statements, this);
  }

  List<Syntax> all(@Nullable ExpressionsContext context) {
    return context == null ? List.of() : HogqlReading.each(context.expression(), this::of);
  }

  @Nullable Syntax orNull(@Nullable ExpressionContext context) {
    return context == null ? null : of(context);
  }

  Syntax of(ExpressionContext context) {
    return reading.deeper(1, reading.place(context), () -> lambda(context));
  }

  private Syntax lambda(ExpressionContext context) {
    Syntax left = ternary(context.ternary());
    if (context.ARROW() == null) {
      return left;
    }
    return new Syntax.Lambda(parameters(left), of(context.expression()), left.place());
  }

  private List<String> parameters(Syntax left) {
    List<Syntax> names = left instanceof Syntax.TupleOf tuple ? tuple.items() : List.of(left);
    return names.stream().map(this::parameter).toList();
  }

  private String parameter(Syntax syntax) {
    if (syntax instanceof Syntax.Name name && name.parts().size() == 1) {
      return name.parts().getFirst();
    }
    throw reading.refuse(
        syntax.place(), "what stands before -> is a name, or names in parentheses.");
  }

  private Syntax ternary(TernaryContext context) {
    Syntax condition = disjunction(context.disjunction());
    if (context.QUESTION() == null) {
      return condition;
    }
    return new Call(
        "if",
        List.of(condition, of(context.expression(0)), of(context.expression(1))),
        reading.place(context));
  }

  private Syntax disjunction(HogqlParser.DisjunctionContext context) {
    return many("or", context, HogqlReading.each(context.conjunction(), this::conjunction));
  }

  private Syntax conjunction(HogqlParser.ConjunctionContext context) {
    return many("and", context, HogqlReading.each(context.negation(), this::negation));
  }

  private Syntax many(String function, ParserRuleContext context, List<Syntax> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Call(function, parts, reading.place(context));
  }

  private Syntax negation(NegationContext context) {
    if (context.NOT() == null) {
      return nullish(context.nullish());
    }
    Place place = reading.place(context);
    return reading.deeper(
        1, place, () -> new Call("not", List.of(negation(context.negation())), place));
  }

  private Syntax nullish(HogqlParser.NullishContext context) {
    return many("coalesce", context, HogqlReading.each(context.comparison(), this::comparison));
  }

  private Syntax comparison(ComparisonContext context) {
    return reading.deeper(
        context.comparisonTail().size(), reading.place(context), () -> comparisons.of(context));
  }

  Syntax sum(SumContext context) {
    List<String> operators =
        context.sumOperator().stream().map(operator -> operator.getText()).toList();
    return reading.deeper(
        operators.size(),
        reading.place(context),
        () -> chain(operators, HogqlReading.each(context.product(), this::product)));
  }

  private Syntax product(ProductContext context) {
    List<String> operators =
        context.productOperator().stream().map(operator -> operator.getText()).toList();
    return reading.deeper(
        operators.size(),
        reading.place(context),
        () -> chain(operators, HogqlReading.each(context.unary(), this::unary)));
  }

  private static Syntax chain(List<String> operators, List<Syntax> operands) {
    Syntax result = operands.getFirst();
    for (int i = 0; i < operators.size(); i++) {
      result = operation(function(operators.get(i)), result, operands.get(i + 1));
    }
    return result;
  }

  private static Syntax operation(String function, Syntax left, Syntax right) {
    if (function.equals("concat")
        && left instanceof Call call
        && call.function().equals("concat")) {
      List<Syntax> parts = new ArrayList<>(call.arguments());
      parts.add(right);
      return new Call(function, parts, left.place());
    }
    return new Call(function, List.of(left, right), left.place());
  }

  private static String function(String operator) {
    return switch (operator) {
      case "+" -> "plus";
      case "-" -> "minus";
      case "*" -> "multiply";
      case "/" -> "divide";
      case "%" -> "modulo";
      case "||" -> "concat";
      default -> throw new IllegalStateException("No operator " + operator);
    };
  }

  private Syntax unary(UnaryContext context) {
    if (context.MINUS() == null) {
      return postfix(context.postfix());
    }
    Place place = reading.place(context);
    Syntax value = reading.deeper(1, place, () -> unary(context.unary()));
    if (value instanceof Constant(Long number, Place ignored)) {
      return new Constant(-number, place);
    }
    if (value instanceof Constant(Double number, Place ignored)) {
      return new Constant(-number, place);
    }
    return new Call("negate", List.of(value), place);
  }

  private Syntax postfix(PostfixContext context) {
    return reading.deeper(
        context.suffix().size() / 4,
        reading.place(context),
        () -> {
          Syntax result = primaries.of(context.primary());
          for (HogqlParser.SuffixContext suffix : context.suffix()) {
            result = suffix(result, suffix);
          }
          return result;
        });
  }

  private Syntax suffix(Syntax object, HogqlParser.SuffixContext context) {
    return switch (context) {
      case HogqlParser.MemberContext member -> members(object, member);
      case HogqlParser.MemberStarContext star -> memberStar(object, star);
      case HogqlParser.IndexContext index ->
          new Syntax.Index(object, of(index.expression()), object.place());
      case HogqlParser.CastSuffixContext cast ->
          new Syntax.Cast(object, cast.typeName().getText(), object.place());
      default -> throw new IllegalStateException("No suffix in " + context.getText());
    };
  }

  /** A number after a dot may have taken the next dot with it: {@code a.1.2}. */
  private Syntax members(Syntax object, HogqlParser.MemberContext context) {
    if (context.NUMBER() == null) {
      return member(object, HogqlNames.of(context.anyName()));
    }
    Syntax result = object;
    for (String part : context.NUMBER().getText().split("\\.", -1)) {
      if (part.isEmpty() || !part.chars().allMatch(Character::isDigit)) {
        throw reading.refuse(reading.place(context), "a name or a number follows the dot.");
      }
      result = member(result, part);
    }
    return result;
  }

  private static Syntax member(Syntax object, String name) {
    if (object instanceof Syntax.Name start) {
      List<String> parts = new ArrayList<>(start.parts());
      parts.add(name);
      return new Syntax.Name(parts, start.place());
    }
    return new Syntax.Member(object, name, object.place());
  }

  private Syntax memberStar(Syntax object, HogqlParser.MemberStarContext context) {
    if (object instanceof Syntax.Name name) {
      return new Syntax.Star(name.parts(), HogqlNames.excluded(context.exclude()), name.place());
    }
    throw reading.refuse(reading.place(context), "* follows the name of a table only.");
  }
}
