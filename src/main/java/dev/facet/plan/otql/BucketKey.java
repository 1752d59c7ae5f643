package dev.facet.plan.otql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Times;
import dev.facet.plan.otql.value.Values;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How objects are told apart by a bucket directive.
 *
 * @param grouped what rows can be grouped by before all else
 * @param expanded from what was grouped by to the key; to a list of keys where an object may have
 *     several
 * @param hasSeveral whether it is a list
 * @param text from the key to its text
 * @param byCount whether buckets come by their number of objects, else by their key
 * @param limit how many buckets there are at most
 * @param ranges the keys of buckets that are there even when they are empty, by number; else empty
 */
record BucketKey(
    Expression grouped,
    UnaryOperator<Expression> expanded,
    boolean hasSeveral,
    UnaryOperator<Expression> text,
    boolean byCount,
    long limit,
    List<String> ranges) {

  static final long ALL = Long.MAX_VALUE;

  /** Every value is a key. */
  static BucketKey ofValues(FieldValue field, long limit) {
    boolean several = field.mayBeList();
    return new BucketKey(
        field.text(),
        several ? Values::distinct : UnaryOperator.identity(),
        several,
        UnaryOperator.identity(),
        true,
        limit,
        List.of());
  }

  /** What lacks a value has the one key there is. */
  static BucketKey ofMissing(FieldValue field) {
    Expression key =
        Times.choose(
            call(Function.IS_NULL, field.text()),
            Expression.text("missing"),
            Expression.text(null));
    return ofKey(key, UnaryOperator.identity());
  }

  private static BucketKey ofKey(Expression key, UnaryOperator<Expression> text) {
    return new BucketKey(key, UnaryOperator.identity(), false, text, false, ALL, List.of());
  }

  /** The start of the period that a time lies in. */
  static BucketKey ofPeriods(FieldValue field, Interval interval) {
    UnaryOperator<Expression> text = start -> Times.iso(call(Function.AS_TIME, start));
    if (!field.mayBeList()) {
      return ofKey(interval.start(field.asTime()), text);
    }
    return ofElements(
        field,
        value -> interval.start(call(Function.TO_TIME, value)),
        new Expression.Literal(List.of(), Type.INTEGERS),
        text);
  }

  /** The lower bound of the stretch that a number lies in. */
  static BucketKey ofStretches(FieldValue field, double width) {
    UnaryOperator<Expression> text = bound -> call(Function.NUMBER_TEXT, bound);
    if (!field.mayBeList()) {
      return ofKey(bound(field.number(), width), text);
    }
    return ofElements(
        field,
        value -> bound(call(Function.PARSE_NUMBER, value), width),
        new Expression.Literal(List.of(), Type.NUMBERS),
        text);
  }

  private static Expression bound(Expression number, double width) {
    Expression steps = call(Function.DIVIDE, number, Expression.number(width));
    return call(
        Function.ADD,
        call(Function.MULTIPLY, call(Function.FLOOR, steps), Expression.number(width)),
        Expression.number(0));
  }

  private static BucketKey ofElements(
      FieldValue field,
      UnaryOperator<Expression> key,
      Expression none,
      UnaryOperator<Expression> text) {
    UnaryOperator<Expression> keys =
        value ->
            Times.choose(
                Values.isNested(value),
                Times.choose(
                    Values.isOf("list", value),
                    call(Function.DISTINCT, Values.mapped(value, key)),
                    none),
                call(Function.LIST_OF, key.apply(value)));
    return new BucketKey(field.text(), keys, true, text, false, ALL, List.of());
  }

  /** The numbers of the ranges that a value lies in. */
  static BucketKey ofRanges(FieldValue field, List<Range> ranges) {
    List<Expression> within = new java.util.ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      within.add(
          Times.choose(
              ranges.get(i).holds(field),
              Expression.integer(i),
              new Expression.Literal(null, Type.INTEGER)));
    }
    return new BucketKey(
        call(Function.DISTINCT, new Expression.Call(Function.LIST_OF, within)),
        UnaryOperator.identity(),
        true,
        place -> call(Function.TO_TEXT, place),
        false,
        ALL,
        ranges.stream().map(Range::key).toList());
  }
}
