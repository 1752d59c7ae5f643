package dev.facet.plan.report;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Dimension;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.time.Calendar;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Compare;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From filters over the dimensions of a cube to conditions over its rows. Negative comparisons hold
 * for rows that lack the value.
 */
record RowFilter(ReadRow read, Calendar calendar, Instant now) {
  private static final Expression.Variable ELEMENT = new Expression.Variable("element", Type.TEXT);

  Expression of(Filter filter) {
    return switch (filter) {
      case Filter.And(List<Filter> filters) ->
          Conditions.all(filters.stream().map(this::of).toList());
      case Filter.Or(List<Filter> filters) -> any(filters.stream().map(this::of).toList());
      case Filter.Not(Filter inner) -> none(of(inner));
      case Compare compare -> compare(compare);
      case Filter.InCohort _, Filter.Element _, Filter.Selected _, Filter.Hogql _ ->
          throw new IllegalArgumentException("Rows of datasets are not filtered by " + filter);
    };
  }

  private static Expression any(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Expression.bool(false);
      case 1 -> conditions.getFirst();
      default -> new Expression.Call(Function.OR, conditions);
    };
  }

  private static Expression none(Expression positive) {
    return call(Function.NOT, call(Function.COALESCE, positive, Expression.bool(false)));
  }

  private Expression compare(Compare filter) {
    String key = filter.property().key();
    Dimension dimension =
        read.cube()
            .dimension(key)
            .orElseThrow(() -> new IllegalArgumentException("No dimension " + key));
    Expression value = read.value(dimension.value());
    return switch (filter.operator()) {
      case EXACT -> exact(value, filter.values());
      case IS_NOT -> none(exact(value, filter.values()));
      case ICONTAINS -> each(filter, value, Function.CONTAINS_IGNORE_CASE);
      case NOT_ICONTAINS -> none(each(filter, value, Function.CONTAINS_IGNORE_CASE));
      case REGEX -> each(filter, value, Function.MATCHES);
      case NOT_REGEX -> none(each(filter, value, Function.MATCHES));
      case GT -> anyNumber(filter, number -> call(Function.LESS, number, value));
      case GTE -> anyNumber(filter, number -> call(Function.LESS_OR_EQUAL, number, value));
      case LT -> anyNumber(filter, number -> call(Function.LESS, value, number));
      case LTE -> anyNumber(filter, number -> call(Function.LESS_OR_EQUAL, value, number));
      case BETWEEN -> between(filter, value);
      case NOT_BETWEEN -> none(between(filter, value));
      case IS_SET -> isThere(value);
      case IS_NOT_SET -> call(Function.NOT, isThere(value));
      case DATE_EXACT -> anyDay(filter, day -> day.holds(value));
      case DATE_BEFORE -> anyDay(filter, day -> call(Function.LESS, value, day.start(value)));
      case DATE_AFTER ->
          anyDay(filter, day -> call(Function.LESS_OR_EQUAL, day.next(value), value));
      case CLEAN_PATH_EXACT -> cleanPath(filter, value);
    };
  }

  /** Text by text, numbers by value; what is no number or truth value equals none. */
  private static Expression exact(Expression value, List<String> texts) {
    if (value.type() == Type.TEXTS) {
      return anyElement(value, new Expression.In(ELEMENT, List.copyOf(texts)));
    }
    List<Object> options = new ArrayList<>();
    for (String text : texts) {
      @Nullable Object option =
          switch (value.type()) {
            case NUMBER, INTEGER -> Values.number(text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? text : null;
            default -> text;
          };
      if (option != null) {
        options.add(option);
      }
    }
    return new Expression.In(value.type() == Type.BOOLEAN ? word(value) : value, options);
  }

  private static Expression anyElement(Expression list, Expression condition) {
    return new Expression.Each(
        Expression.Each.Kind.EXISTS, List.of(ELEMENT), List.of(list), condition);
  }

  /** A list without elements is as good as missing. */
  private static Expression isThere(Expression value) {
    return value.type() == Type.TEXTS
        ? call(Function.COALESCE, anyElement(value, Expression.bool(true)), Expression.bool(false))
        : call(Function.NOT, call(Function.IS_NULL, value));
  }

  private static Expression word(Expression truth) {
    return call(
        Function.IF,
        call(Function.IS_NULL, truth),
        Expression.text(null),
        call(Function.IF, truth, Expression.text("true"), Expression.text("false")));
  }

  private static Expression each(Compare filter, Expression value, Function function) {
    return any(
        filter.values().stream()
            .map(text -> call(function, value, Expression.text(text)))
            .toList());
  }

  private static Expression cleanPath(Compare filter, Expression value) {
    Expression clean = call(Function.TRIM_URL, value);
    return any(
        filter.values().stream()
            .map(text -> call(Function.TRIM_URL, Expression.text(text)))
            .map(text -> call(Function.EQUAL, clean, text))
            .toList());
  }

  private interface Test<T> {
    Expression of(T operand);
  }

  private static Expression anyNumber(Compare filter, Test<Expression> test) {
    return any(filter.values().stream().map(RowFilter::number).map(test::of).toList());
  }

  private static Expression number(String text) {
    Double number = Values.number(text);
    if (number == null) {
      throw FailureException.invalid(
          "not_a_number", "filters", "\"" + text + "\" is no number to compare with.");
    }
    return Expression.number(number);
  }

  private static Expression between(Compare filter, Expression value) {
    return Conditions.all(
        List.of(
            call(Function.LESS_OR_EQUAL, number(filter.values().getFirst()), value),
            call(Function.LESS_OR_EQUAL, value, number(filter.values().getLast()))));
  }

  /** What a date in a filter means: from its first instant until the first after it. */
  private record Day(ZonedDateTime start, ZonedDateTime next) {
    Expression start(Expression value) {
      return point(start, value);
    }

    Expression next(Expression value) {
      return point(next, value);
    }

    Expression holds(Expression value) {
      return Conditions.all(
          List.of(
              call(Function.LESS_OR_EQUAL, start(value), value),
              call(Function.LESS, value, next(value))));
    }

    /** Days are compared as the texts they are. */
    private static Expression point(ZonedDateTime time, Expression value) {
      return value.type() == Type.TEXT
          ? Expression.text(time.toLocalDate().toString())
          : Expression.time(Micros.of(time.toInstant()));
    }
  }

  private Expression anyDay(Compare filter, Test<Day> test) {
    return any(filter.values().stream().map(this::day).map(test::of).toList());
  }

  private Day day(String text) {
    DateBound bound = DateText.parse(text, "filters");
    if (bound == null || bound instanceof DateBound.Earliest) {
      throw FailureException.invalid(
          "invalid_date", "filters", "\"" + text + "\" is no date to compare with.");
    }
    ZonedDateTime time = calendar.resolve(bound, now, null);
    boolean whole =
        switch (bound) {
          case DateBound.Absolute absolute -> absolute.dateOnly();
          case DateBound.Relative relative -> relative.unit().isCalendar();
          case DateBound.Earliest _ -> false;
        };
    return whole
        ? new Day(
            calendar.floor(time, Grain.DAY), calendar.endOfDay(time).plus(1, ChronoUnit.MICROS))
        : new Day(time, time.plus(1, ChronoUnit.MICROS));
  }
}
