package dev.facet.plan.otql.value;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition.Operator;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Conditions on the values of one field. Null is as good as false. */
public record Comparing(FieldValue field, Instant now) {

  public Expression compared(Operator operator, Literal literal) {
    return switch (operator) {
      case EQUAL -> in(List.of(literal));
      case DIFFERENT -> different(literal);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(operator, literal);
    };
  }

  /** A value is one of these. */
  public Expression in(List<Literal> literals) {
    if (literals.isEmpty()) {
      return Expression.bool(false);
    }
    if (field.kind().isTime()) {
      List<Expression> within = new ArrayList<>();
      literals.forEach(literal -> within.add(within(literal)));
      return within.size() == 1 ? within.getFirst() : new Expression.Call(Function.OR, within);
    }
    List<String> texts = literals.stream().map(Given::text).distinct().toList();
    UnaryOperator<Expression> isOne = value -> isOne(value, texts);
    boolean nested = texts.stream().anyMatch(text -> text.startsWith("[") || text.startsWith("{"));
    return nested
        ? Values.any(field, isOne)
        : Values.anyOf(field, isOne.apply(field.text()), isOne);
  }

  private static Expression isOne(Expression value, List<String> texts) {
    return texts.size() == 1
        ? call(Function.EQUAL, value, Expression.text(texts.getFirst()))
        : new Expression.In(value, List.copyOf(texts));
  }

  /** Also true of what is missing, and of objects, which equal nothing. */
  private Expression different(Literal literal) {
    Expression missing = call(Function.IS_NULL, field.text());
    if (field.kind().isTime()) {
      return call(Function.OR, missing, call(Function.NOT, within(literal)));
    }
    Expression text = Expression.text(Given.text(literal));
    Expression different =
        Values.any(field, value -> call(Function.NOT, call(Function.EQUAL, value, text)));
    return field.mayBeList()
        ? call(Function.OR, missing, different, Values.isObject(field.text()))
        : call(Function.OR, missing, different);
  }

  private Expression ordered(Operator operator, Literal literal) {
    if (field.kind().isTime()) {
      return ordered(operator, field.asTime(), moment(literal));
    }
    Optional<Double> number = Given.number(literal);
    if (number.isPresent()) {
      Expression bound = Expression.number(number.get());
      return Values.anyOf(
          field,
          ordered(operator, field.number(), bound),
          value -> ordered(operator, call(Function.PARSE_NUMBER, value), bound));
    }
    Optional<Moment> moment = Moment.of(Given.text(literal), now);
    if (moment.isPresent()) {
      return Values.any(
          field, value -> ordered(operator, call(Function.TO_TIME, value), moment.get()));
    }
    Expression bound = Expression.text(Given.text(literal));
    return Values.any(field, value -> ordered(operator, value, bound));
  }

  private static Expression ordered(Operator operator, Expression value, Expression bound) {
    return switch (operator) {
      case LESS -> call(Function.LESS, value, bound);
      case LESS_OR_EQUAL -> call(Function.LESS_OR_EQUAL, value, bound);
      case GREATER -> call(Function.LESS, bound, value);
      case GREATER_OR_EQUAL -> call(Function.LESS_OR_EQUAL, bound, value);
      case EQUAL, DIFFERENT -> throw new IllegalStateException("No order: " + operator);
    };
  }

  private static Expression ordered(Operator operator, Expression time, Moment moment) {
    Expression from = Expression.time(moment.from());
    Expression until = Expression.time(moment.until());
    return switch (operator) {
      case LESS -> call(Function.LESS, time, from);
      case LESS_OR_EQUAL -> call(Function.LESS, time, until);
      case GREATER -> call(Function.LESS_OR_EQUAL, until, time);
      case GREATER_OR_EQUAL -> call(Function.LESS_OR_EQUAL, from, time);
      case EQUAL, DIFFERENT -> throw new IllegalStateException("No order: " + operator);
    };
  }

  private Expression within(Literal literal) {
    Moment moment = moment(literal);
    Expression time = field.asTime();
    return call(
        Function.AND,
        call(Function.LESS_OR_EQUAL, Expression.time(moment.from()), time),
        call(Function.LESS, time, Expression.time(moment.until())));
  }

  private Moment moment(Literal literal) {
    return moment(literal, now);
  }

  /** The time that a value of a date field means. */
  public static Moment moment(Literal literal, Instant now) {
    return switch (literal) {
      case Literal.Number number -> Moment.ofMillis(number.value().doubleValue());
      case Literal.Text text ->
          Moment.of(text.text(), now).orElseThrow(() -> noDate(literal.place(), text.text()));
      case Literal _ -> throw noDate(literal.place(), Given.text(literal));
    };
  }

  private static RuntimeException noDate(Place place, String given) {
    return Mistake.typings(
        place,
        "\""
            + given
            + "\" is no date: give an ISO date such as \"2024-05-01\", date math such as"
            + " \"now-7d/d\", or milliseconds since 1970.");
  }

  /** The field has a value. */
  public Expression isDefined() {
    return call(Function.NOT, call(Function.IS_NULL, field.text()));
  }

  public Expression startsWith(Literal literal) {
    Expression start = Expression.text(Given.text(literal));
    return Values.any(field, value -> call(Function.STARTS_WITH, value, start));
  }

  /** All words of a text occur in a value, whatever their order and case. */
  public Expression matches(Literal literal) {
    List<String> words = Words.of(Given.text(literal));
    if (words.isEmpty()) {
      return isDefined();
    }
    return Values.any(
        field,
        value -> {
          List<Expression> found = new ArrayList<>();
          words.forEach(word -> found.add(Words.occurs(word, value)));
          return found.size() == 1 ? found.getFirst() : new Expression.Call(Function.AND, found);
        });
  }
}
