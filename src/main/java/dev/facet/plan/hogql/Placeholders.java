package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Grain;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.Setting;
import dev.facet.plan.function.Functions;
import dev.facet.plan.hogql.row.Rewriting;
import dev.facet.plan.hogql.table.EventsTable;
import dev.facet.plan.hogql.table.Reading;
import dev.facet.plan.hogql.table.SessionsTable;
import dev.facet.plan.time.Range;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.Filter;
import dev.facet.query.SqlQuery;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import dev.facet.query.Syntax.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in braces: the filters, variables and values that a query brings beside its text. */
record Placeholders(Scope scope) {

  Expression of(Placeholder placeholder) {
    List<String> path = placeholder.path();
    boolean isFilters = path.getFirst().equals("filters");
    if (!isFilters && placeholder.arguments() != null) {
      throw refused(placeholder, "only {filters(…)} takes something in parentheses");
    }
    if (isFilters) {
      return filters(placeholder);
    }
    if (path.getFirst().equals("variables") && path.size() == 2) {
      return constant(variable(path.get(1), placeholder.place()), placeholder);
    }
    Map<String, @Nullable Object> values = query().values();
    if (path.size() != 1 || !values.containsKey(path.getFirst())) {
      throw scope
          .mistakes()
          .unknown(
              "placeholder",
              "{" + String.join(".", path) + "}",
              values.keySet().stream().map(name -> "{" + name + "}").toList(),
              placeholder.place());
    }
    return constant(values.get(path.getFirst()), placeholder);
  }

  /** A list of values is a list of options for IN. */
  Optional<List<Expression>> options(Syntax syntax) {
    if (syntax instanceof Placeholder placeholder
        && placeholder.path().size() == 1
        && query().values().get(placeholder.path().getFirst()) instanceof List<?> list) {
      return Optional.of(list.stream().map(one -> constant(one, placeholder)).toList());
    }
    return Optional.empty();
  }

  private SqlQuery query() {
    return scope.asked().query();
  }

  private Setting setting() {
    return scope.asked().setting();
  }

  private RuntimeException refused(Placeholder placeholder, String sentence) {
    return scope.mistakes().refused(placeholder.place(), sentence + ".");
  }

  private Expression constant(@Nullable Object value, Placeholder placeholder) {
    return switch (value) {
      case List<?> list ->
          Library.list(
              Coercion.alike(
                  list.stream().map(one -> constant(one, placeholder)).toList(),
                  placeholder.place(),
                  scope),
              placeholder.place(),
              scope);
      case Integer whole -> Terms.constant(whole.longValue());
      case null -> Terms.constant(null);
      default -> Terms.constant(value);
    };
  }

  private @Nullable Object variable(String name, Place place) {
    if (query().variables().containsKey(name)) {
      return query().variables().get(name);
    }
    Variable variable = setting().definitions().variables().get(name);
    if (variable == null) {
      List<String> known = new ArrayList<>(setting().definitions().variables().keySet());
      known.addAll(query().variables().keySet());
      throw scope.mistakes().unknown("variable", name, known, place);
    }
    return variable.value();
  }

  private Expression filters(Placeholder placeholder) {
    List<String> path = placeholder.path();
    if (path.size() == 1) {
      return placeholder.arguments() == null ? ofTable(placeholder) : ofColumns(placeholder);
    }
    if (path.size() == 2 && path.get(1).equals("interval")) {
      return interval(placeholder);
    }
    if (path.size() == 3 && path.get(1).equals("dateRange") && placeholder.arguments() == null) {
      switch (path.get(2)) {
        case "from", "date_from" -> {
          return bound(true);
        }
        case "to", "date_to" -> {
          return bound(false);
        }
        default -> {}
      }
    }
    throw scope
        .mistakes()
        .unknown(
            "placeholder",
            "{" + String.join(".", path) + "}",
            List.of(
                "{filters}",
                "{filters.dateRange.from}",
                "{filters.dateRange.to}",
                "{filters.interval('day')}"),
            placeholder.place());
  }

  /** The interval of the filters, else the one that stands in the parentheses, else a day. */
  private Expression interval(Placeholder placeholder) {
    List<Syntax.Item> arguments =
        Objects.requireNonNullElse(placeholder.arguments(), List.<Syntax.Item>of());
    String usual = Grain.DAY.name();
    if (!arguments.isEmpty()) {
      boolean isUnit =
          arguments.size() == 1
              && arguments.getFirst().expression() instanceof Syntax.Constant(Object value, Place _)
              && value instanceof String name
              && Functions.isUnit(name);
      if (!isUnit) {
        throw refused(placeholder, "{filters.interval('week')} takes one unit of time, in quotes");
      }
      usual = String.valueOf(((Syntax.Constant) arguments.getFirst().expression()).value());
    }
    Grain asked = query().interval();
    return Expression.text((asked == null ? usual : asked.name()).toLowerCase(Locale.ROOT));
  }

  /** The first microsecond of the range, or the last one; null where it has none. */
  private Expression bound(boolean first) {
    Range range = range();
    if (range == null) {
      return Coercion.missing(Type.TIME);
    }
    return Expression.time(first ? range.fromMicros() : range.untilMicros() - 1);
  }

  /** The range as section "dates" of trends by day has it; null for all of time. */
  private @Nullable Range range() {
    DateRange asked = query().range();
    return asked == null || asked.from() instanceof DateBound.Earliest
        ? null
        : Range.resolve(asked, Grain.DAY, setting().calendar(), setting().now(), null);
  }

  /** {@code {filters}} over the events or sessions of this SELECT. */
  private Expression ofTable(Placeholder placeholder) {
    for (Reading reading : scope.readings()) {
      if (reading.schema() instanceof EventsTable) {
        return over(reading, "timestamp");
      }
      if (reading.schema() instanceof SessionsTable) {
        return overSessions(reading, placeholder);
      }
    }
    throw refused(
        placeholder,
        "{filters} stands in a SELECT from events or sessions; elsewhere say which column is the"
            + " time: {filters(created_at AS timestamp)}");
  }

  private Expression over(Reading reading, String time) {
    List<Expression> all = new ArrayList<>();
    new Conditions(setting())
        .subject(query().subject())
        .ifPresent(subject -> all.add(reading.value("subject", subject)));
    Filter filter = filter();
    if (!filter.equals(Filter.ALL)) {
      all.add(reading.value("filters", new Conditions(setting()).of(filter)));
    }
    all.addAll(within(reading.find(List.of(time)).orElseThrow().value()));
    return Conditions.all(all);
  }

  private Filter filter() {
    Filter own = query().filter();
    return query().testAccounts() ? own.and(setting().definitions().testAccounts()) : own;
  }

  private Expression overSessions(Reading reading, Placeholder placeholder) {
    Expression condition = new Conditions(setting()).of(filter());
    boolean fits =
        Rewriting.columns(condition).stream().allMatch(column -> column.startsWith("session_"));
    if (!fits) {
      throw refused(placeholder, "sessions are filtered by dates and session properties only");
    }
    return over(reading, "$start_timestamp");
  }

  private List<Expression> within(Expression time) {
    Range range = range();
    if (range == null) {
      return List.of();
    }
    return List.of(
        call(Function.LESS_OR_EQUAL, Expression.time(range.fromMicros()), time),
        call(Function.LESS, time, Expression.time(range.untilMicros())));
  }

  /** {@code {filters(created_at AS timestamp)}}: the dates over a column of any table. */
  private Expression ofColumns(Placeholder placeholder) {
    List<Syntax.Item> arguments = Objects.requireNonNull(placeholder.arguments());
    boolean isTime = arguments.size() == 1 && "timestamp".equals(arguments.getFirst().alias());
    if (!isTime || !filter().equals(Filter.ALL)) {
      throw refused(
          placeholder,
          "{filters(column AS timestamp)} takes the dates of the filters and no properties");
    }
    Expression value = new Terms(scope).of(arguments.getFirst().expression());
    Expression time = Coercion.to(value, Type.TIME, scope);
    if (time == null) {
      throw refused(placeholder, "the column is no time but " + Coercion.name(value));
    }
    return Conditions.all(within(time));
  }
}
