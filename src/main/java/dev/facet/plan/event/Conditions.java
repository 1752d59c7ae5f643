package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.time.Calendar;
import dev.facet.query.Action;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Compare;
import dev.facet.query.Series;
import dev.facet.query.Syntax;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From filters to conditions over {@link EventRows}. Relative dates in values are resolved at the
 * setting's now.
 */
public record Conditions(Setting setting) {

  /** The filter as a boolean expression; null counts as false. */
  public Expression of(Filter filter) {
    return switch (filter) {
      case Filter.And and -> all(and.filters().stream().map(this::of).toList());
      case Filter.Or or -> any(or.filters().stream().map(this::of).toList());
      case Filter.Not(Filter inner) -> none(of(inner));
      case Filter.InCohort(long cohort, Place place) -> inCohort(cohort, place);
      case Filter.Element element -> Elements.of(element);
      case Filter.Selected selected -> Elements.of(selected);
      case Filter.Hogql(Syntax condition, Place place) -> setting.hogql(place).condition(condition);
      case Compare compare -> compare(compare);
    };
  }

  /** Whether an event is one that the subject names; empty when all are. */
  public Optional<Expression> subject(Series.Subject subject) {
    return switch (subject) {
      case Series.Subject.Anything() -> Optional.empty();
      case Series.Subject.Named(String event) -> Optional.of(isNamed(event));
      case Series.Subject.Done(long action, Place place) ->
          Optional.of(any(setting.action(action, place).steps().stream().map(this::step).toList()));
    };
  }

  private static Expression isNamed(String event) {
    return call(Function.EQUAL, EventRows.NAME, Expression.text(event));
  }

  private Expression step(Action.Step step) {
    List<Expression> all = new ArrayList<>();
    if (step.event() != null) {
      all.add(isNamed(step.event()));
    }
    if (!step.filter().equals(Filter.ALL)) {
      all.add(of(step.filter()));
    }
    return all(all);
  }

  /** The column is there for members only. */
  private Expression inCohort(long cohort, Place place) {
    setting.cohort(cohort, place);
    Expression member = new Expression.Reference(Beside.cohort(cohort), Type.INTEGER);
    return call(Function.NOT, call(Function.IS_NULL, member));
  }

  public static Expression all(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Expression.bool(true);
      case 1 -> conditions.getFirst();
      default -> new Expression.Call(Function.AND, conditions);
    };
  }

  public static Expression any(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Expression.bool(false);
      case 1 -> conditions.getFirst();
      default -> new Expression.Call(Function.OR, conditions);
    };
  }

  private Expression compare(Compare filter) {
    return switch (filter.operator()) {
      case EXACT -> exact(text(filter), filter.values());
      case IS_NOT -> none(exact(text(filter), filter.values()));
      case ICONTAINS -> contains(filter);
      case NOT_ICONTAINS -> none(contains(filter));
      case REGEX -> matches(filter);
      case NOT_REGEX -> none(matches(filter));
      case GT -> anyNumber(filter, (property, value) -> call(Function.LESS, value, property));
      case GTE ->
          anyNumber(filter, (property, value) -> call(Function.LESS_OR_EQUAL, value, property));
      case LT -> anyNumber(filter, (property, value) -> call(Function.LESS, property, value));
      case LTE ->
          anyNumber(filter, (property, value) -> call(Function.LESS_OR_EQUAL, property, value));
      case BETWEEN -> between(filter);
      case NOT_BETWEEN -> none(between(filter));
      case IS_SET -> call(Function.NOT, isMissing(filter));
      case IS_NOT_SET -> isMissing(filter);
      case DATE_EXACT -> anyDate(filter, this::onDate);
      case DATE_BEFORE -> anyDate(filter, (time, day) -> call(Function.LESS, time, day.start()));
      case DATE_AFTER ->
          anyDate(filter, (time, day) -> call(Function.LESS_OR_EQUAL, day.next(), time));
      case CLEAN_PATH_EXACT -> cleanPath(filter);
    };
  }

  private static Expression text(Compare filter) {
    Expression text = EventRows.text(filter.property());
    if (text.type() != Type.TEXT) {
      throw invalid(
          "operator_type",
          filter.property().key()
              + " is a time: compare it with is_date_exact, is_date_before or is_date_after.");
    }
    return text;
  }

  private static Expression isMissing(Compare filter) {
    return call(Function.IS_NULL, EventRows.text(filter.property()));
  }

  /** Whether a condition is false or null. */
  static Expression none(Expression positive) {
    return call(Function.NOT, call(Function.COALESCE, positive, Expression.bool(false)));
  }

  private static Expression exact(Expression text, List<String> values) {
    return new Expression.In(text, List.copyOf(values));
  }

  private static Expression contains(Compare filter) {
    Expression text = text(filter);
    return any(
        filter.values().stream()
            .map(value -> call(Function.CONTAINS_IGNORE_CASE, text, Expression.text(value)))
            .toList());
  }

  private static Expression matches(Compare filter) {
    Expression text = text(filter);
    return any(
        filter.values().stream()
            .map(value -> call(Function.MATCHES, text, Expression.text(value)))
            .toList());
  }

  private static Expression cleanPath(Compare filter) {
    List<Expression> same = new ArrayList<>();
    Expression clean = call(Function.TRIM_URL, text(filter));
    for (String value : filter.values()) {
      Expression cleanValue = call(Function.TRIM_URL, Expression.text(value));
      same.add(call(Function.EQUAL, clean, cleanValue));
    }
    return any(same);
  }

  private interface NumberTest {
    Expression test(Expression property, Expression value);
  }

  private static Expression anyNumber(Compare filter, NumberTest test) {
    Expression property = EventRows.number(filter.property());
    return any(
        filter.values().stream()
            .map(value -> test.test(property, Expression.number(number(value))))
            .toList());
  }

  private static Expression between(Compare filter) {
    if (filter.values().size() != 2) {
      throw invalid(
          "between_values", "between takes two numbers, not " + filter.values().size() + ".");
    }
    Expression property = EventRows.number(filter.property());
    Expression low = Expression.number(number(filter.values().get(0)));
    Expression high = Expression.number(number(filter.values().get(1)));
    return all(
        List.of(
            call(Function.LESS_OR_EQUAL, low, property),
            call(Function.LESS_OR_EQUAL, property, high)));
  }

  private static double number(String text) {
    Double number = Values.number(text);
    if (number == null) {
      throw invalid(
          "not_a_number", "\"" + text + "\" is no number; this operator compares numbers.");
    }
    return number;
  }

  /**
   * A day, or an instant when a time was given: from its first microsecond until the first after
   * it.
   */
  private record Day(Expression start, Expression next) {}

  private interface DateTest {
    Expression test(Expression time, Day day);
  }

  private Expression anyDate(Compare filter, DateTest test) {
    Expression time = EventRows.time(filter.property());
    return any(filter.values().stream().map(value -> test.test(time, day(value))).toList());
  }

  private Expression onDate(Expression time, Day day) {
    return all(
        List.of(
            call(Function.LESS_OR_EQUAL, day.start(), time),
            call(Function.LESS, time, day.next())));
  }

  private Day day(String value) {
    @Nullable DateBound bound = DateText.parse(value, "value");
    if (bound == null || bound instanceof DateBound.Earliest) {
      throw invalid("invalid_date", "\"" + value + "\" is no date to compare with.");
    }
    Calendar calendar = setting.calendar();
    ZonedDateTime time = calendar.resolve(bound, setting.now(), null);
    if (!isWholeDay(bound)) {
      long micros = Micros.of(time.toInstant());
      return new Day(Expression.time(micros), Expression.time(micros + 1));
    }
    ZonedDateTime start = calendar.floor(time, Grain.DAY);
    ZonedDateTime next = calendar.endOfDay(time).plus(1, ChronoUnit.MICROS);
    return new Day(
        Expression.time(Micros.of(start.toInstant())),
        Expression.time(Micros.of(next.toInstant())));
  }

  private static boolean isWholeDay(DateBound bound) {
    return switch (bound) {
      case DateBound.Absolute absolute -> absolute.dateOnly();
      case DateBound.Relative relative -> relative.unit().isCalendar();
      case DateBound.Earliest ignored -> false;
    };
  }

  private static FailureException invalid(String code, String message) {
    return FailureException.invalid(code, null, message);
  }
}
