package dev.facet.plan.otql.object;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Nearest;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.otql.value.Given;
import dev.facet.plan.otql.value.Times;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the scores of linked objects become the score of the object they hang on.
 *
 * @param sum what is made of them; null when one object is as good as many
 * @param min the least it must be, null for anything above 0
 * @param max the most it may be, null for anything
 * @param field whose value is the score of a linked object, null for how well it satisfies
 * @param boost what the score is multiplied by
 */
public record Score(
    Aggregation.@Nullable Kind sum,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable Name field,
    double boost) {

  private static final Score PLAIN = new Score(null, null, null, null, 1);
  private static final Map<String, Aggregation.Kind> SUMS =
      Map.of(
          "scoresum", Aggregation.Kind.SUM,
          "scoremax", Aggregation.Kind.MAX,
          "scoremin", Aggregation.Kind.MIN,
          "scoreavg", Aggregation.Kind.AVG);
  private static final List<String> KNOWN =
      List.of("ScoreSum", "ScoreMax", "ScoreMin", "ScoreAvg", "ScoreField", "ScoreBoost");

  /** What the directives of a link say. */
  public static Score of(List<Directive> directives, Given given) {
    Score score = PLAIN;
    for (Directive directive : directives) {
      score = score.with(directive, given);
    }
    return score;
  }

  private Score with(Directive directive, Given given) {
    Aggregation.Kind kind = SUMS.get(directive.name());
    if (kind != null) {
      check(directive, List.of("min", "max"));
      return new Score(
          kind, number(directive, "min", given), number(directive, "max", given), field, boost);
    }
    return switch (directive.name()) {
      case "scorefield" -> {
        check(directive, List.of("field"));
        yield new Score(sum, min, max, field(directive), boost);
      }
      case "scoreboost" -> {
        check(directive, List.of("factor"));
        Double factor = number(directive, "factor", given);
        yield new Score(sum, min, max, field, factor == null ? 1 : factor);
      }
      default -> throw unknown(directive, KNOWN);
    };
  }

  public static RuntimeException unknown(Directive directive, List<String> known) {
    String name = directive.name();
    boolean isKnownElsewhere = name.equalsIgnoreCase("geo");
    return Mistake.directive(
        directive.place(),
        (isKnownElsewhere
                ? "@geo is not answered, as fields hold no places"
                : "there is no directive @" + name + " here" + Nearest.hint(name, known))
            + "; there are @"
            + String.join(", @", known)
            + ".");
  }

  /** Refuses arguments of other names. */
  public static void check(Directive directive, List<String> known) {
    List<String> seen = new ArrayList<>();
    for (Directive.Argument argument : directive.arguments()) {
      String name = argument.name().text();
      if (!known.contains(name) || seen.contains(name)) {
        throw Mistake.directive(
            directive.place(),
            "@"
                + directive.name()
                + (known.isEmpty()
                    ? " takes no arguments."
                    : " takes " + String.join(", ", known) + ", each once, not " + name + "."));
      }
      seen.add(name);
    }
  }

  /** The number that an argument is; null when it is not there. */
  public static @Nullable Double number(Directive directive, String argument, Given given) {
    return directive
        .argument(argument)
        .map(
            value ->
                Given.number(given.single(value))
                    .orElseThrow(
                        () ->
                            Mistake.directive(
                                directive.place(),
                                "@" + directive.name() + " takes a number as " + argument + ".")))
        .orElse(null);
  }

  private static Name field(Directive directive) {
    return directive
        .argument("field")
        .filter(Literal.Text.class::isInstance)
        .map(Literal.Text.class::cast)
        .map(text -> new Name(text.text(), text.place()))
        .orElseThrow(
            () ->
                Mistake.directive(
                    directive.place(), "@ScoreField takes the name of a field as text."));
  }

  /** Whether one linked object is as good as many. */
  public boolean isPlain() {
    return equals(PLAIN);
  }

  /** The score that comes of a sum (null without any linked object): 0 when it does not do. */
  public Expression of(Expression total) {
    Expression score =
        call(
            Function.MULTIPLY,
            call(Function.COALESCE, total, Expression.number(0)),
            Expression.number(boost));
    List<Expression> holds = new ArrayList<>();
    holds.add(call(Function.LESS, Expression.number(0), score));
    if (min != null) {
      holds.add(call(Function.LESS_OR_EQUAL, Expression.number(min), score));
    }
    if (max != null) {
      holds.add(call(Function.LESS_OR_EQUAL, score, Expression.number(max)));
    }
    return Times.choose(
        holds.size() == 1 ? holds.getFirst() : new Expression.Call(Function.AND, holds),
        score,
        Expression.number(0));
  }
}
