package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.StepMode;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rows of a group meet one after the other.
 *
 * <ul>
 *   <li>{@code windowFunnel(window, mode…)(time, condition…)}: how many of the conditions, in their
 *       order, rows meet within the window. They become two lists, when they were and which
 *       conditions they meet, that {@link Function#STEPS_REACHED} walks.
 *   <li>{@code sequenceMatch(pattern)(time, condition…)} and {@code sequenceCount}: whether, or how
 *       often, the rows that meet a condition follow each other as the pattern says. They become a
 *       text, a letter for each of them, in which a regular expression is looked for.
 * </ul>
 */
record Sequences(Terms terms) {
  private static final int MOST_STEPS = 32;

  /** A letter for each set of conditions that a row may meet. */
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_~";

  private static final int MOST_CONDITIONS = 6;
  private static final Pattern PART = Pattern.compile("\\(\\?([1-9])\\)|\\.\\*|\\.|\\s+");
  private static final String MATCH = "sequencematch";
  private static final String COUNT = "sequencecount";

  static boolean isCalled(Call call) {
    return List.of("windowfunnel", MATCH, COUNT).contains(base(call));
  }

  /** The name without its case and without {@code If}. */
  private static String base(Call call) {
    String name = call.function().toLowerCase(Locale.ROOT);
    return name.endsWith("if") ? name.substring(0, name.length() - 2) : name;
  }

  private Scope scope() {
    return terms.scope();
  }

  Expression of(Call call) {
    List<Syntax> given = new ArrayList<>(call.arguments());
    List<Expression> conditions = new ArrayList<>();
    if (!base(call).equals(call.function().toLowerCase(Locale.ROOT)) && given.size() > 2) {
      conditions.add(terms.condition(given.removeLast()));
    }
    if (call.filter() != null) {
      conditions.add(terms.condition(call.filter()));
    }
    if (call.distinct()) {
      throw scope().mistakes().refused(call.place(), call.function() + " takes no DISTINCT.");
    }
    return base(call).equals("windowfunnel")
        ? funnel(call, given, conditions)
        : sequence(call, given, conditions);
  }

  private Expression funnel(Call call, List<Syntax> given, List<Expression> conditions) {
    int steps = given.size() - 1;
    if (steps < 1 || steps > MOST_STEPS || call.parameters().isEmpty()) {
      throw count(call);
    }
    Set<StepMode> modes = modes(call);
    Expression when = when(given.getFirst(), call.function());
    Expression met = met(given.subList(1, given.size()));
    conditions.add(call(Function.NOT, call(Function.IS_NULL, when)));
    if (!modes.contains(StepMode.ORDER)) {
      conditions.add(call(Function.LESS, Expression.integer(0), met));
    }
    long bits = modes.stream().mapToLong(StepMode::bit).sum();
    return reached(call, when, met, conditions, List.of(window(call, given), (long) steps, bits));
  }

  /** Whether, or how often, rows follow each other as a pattern says. */
  private Expression sequence(Call call, List<Syntax> given, List<Expression> conditions) {
    int count = given.size() - 1;
    if (count < 1 || count > MOST_CONDITIONS || call.parameters().size() != 1) {
      throw scope()
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s takes a pattern, then a time and 1 to %d conditions: %1$s('(?1).*(?2)')(timestamp, event = 'a', event = 'b')."
                  .formatted(call.function(), MOST_CONDITIONS));
    }
    Expression when = when(given.getFirst(), call.function());
    Expression met = met(given.subList(1, given.size()));
    conditions.add(call(Function.NOT, call(Function.IS_NULL, when)));
    conditions.add(call(Function.LESS, Expression.integer(0), met));
    List<Aggregation.By> order =
        List.of(new Aggregation.By(when, false), new Aggregation.By(met, false));
    Expression rows = list(call, met, new Expression.Call(Function.AND, conditions), order);
    return found(call, text(rows), Expression.text(regex(call, count)));
  }

  private static Expression found(Call call, Expression text, Expression pattern) {
    if (base(call).equals(MATCH)) {
      return call(
          Function.IF,
          call(Function.MATCHES, text, pattern),
          Expression.integer(1),
          Expression.integer(0));
    }
    Expression all = call(Function.EXTRACT_ALL, text, pattern, Expression.integer(0));
    return call(Function.COALESCE, call(Function.SIZE, all), Expression.integer(0));
  }

  private Expression text(Expression rows) {
    Expression.Variable one = new Expression.Variable(scope().asked().fresh("l"), Type.INTEGER);
    Expression place = call(Function.ADD, one, Expression.integer(1));
    Expression letter =
        call(Function.SUBSTRING, Expression.text(LETTERS), place, Expression.integer(1));
    Expression letters =
        new Expression.Each(Expression.Each.Kind.MAP, List.of(one), List.of(rows), letter);
    Expression text = call(Function.JOIN, letters, Expression.text(""));
    return call(Function.COALESCE, text, Expression.text(""));
  }

  /** The pattern of conditions as one of letters; {@code .*} stands for as few rows as do. */
  private String regex(Call call, int conditions) {
    Syntax parameter = call.parameters().getFirst();
    String pattern = new Constants(scope()).text(parameter, "the pattern of " + call.function());
    StringBuilder regex = new StringBuilder();
    boolean isAsking = false;
    Matcher part = PART.matcher(pattern);
    int end = 0;
    while (part.find() && part.start() == end) {
      end = part.end();
      int number = part.group(1) == null ? 0 : Integer.parseInt(part.group(1));
      if (number > conditions) {
        end = -1;
        break;
      }
      isAsking |= number > 0;
      regex.append(
          number > 0 ? letters(number) : part.group().equals(".*") ? ".*?" : part.group().strip());
    }
    if (end != pattern.length() || !isAsking) {
      throw scope()
          .mistakes()
          .at(
              "pattern",
              parameter.place(),
              "\"%s\" is no pattern of %d conditions: it has (?1), (?2), … for rows that meet them, . for"
                      .formatted(pattern, conditions)
                  + " any row and .* for any rows; times between rows are not served.");
    }
    return regex.toString();
  }

  /** The letters of rows that meet a condition. */
  private static String letters(int condition) {
    StringBuilder letters = new StringBuilder("[");
    for (int i = 0; i < LETTERS.length(); i++) {
      if ((i >> (condition - 1) & 1) == 1) {
        letters.append(LETTERS.charAt(i));
      }
    }
    return letters.append(']').toString();
  }

  private RuntimeException count(Call call) {
    return scope()
        .mistakes()
        .at(
            "argument_count",
            call.place(),
            "windowFunnel takes its window in seconds, then a time and 1 to 32 conditions:"
                + " windowFunnel(86400)(timestamp, event = 'a', event = 'b').");
  }

  /** As long as what tells the time counts: microseconds, days, or whatever a number means. */
  private long window(Call call, List<Syntax> given) {
    long window = new Constants(scope()).count(call.parameters().getFirst(), "windowFunnel");
    boolean micros = type(terms.of(given.getFirst())) == Type.TIME;
    return micros ? Math.min(window, Long.MAX_VALUE / Micros.SECOND) * Micros.SECOND : window;
  }

  private Set<StepMode> modes(Call call) {
    Set<StepMode> modes = EnumSet.noneOf(StepMode.class);
    for (Syntax parameter : call.parameters().subList(1, call.parameters().size())) {
      modes.add(mode(parameter));
    }
    return modes;
  }

  private StepMode mode(Syntax parameter) {
    String name = new Constants(scope()).text(parameter, "a mode of windowFunnel");
    if (name.equals("strict")) {
      return StepMode.DEDUPLICATION;
    }
    return Arrays.stream(StepMode.values())
        .filter(mode -> mode.written().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                scope().mistakes().unknown("mode", name, StepMode.allWritten(), parameter.place()));
  }

  private static Type type(Expression time) {
    return time instanceof Expression.Property ? Type.TIME : time.type();
  }

  private Expression when(Syntax syntax, String function) {
    Expression given = terms.of(syntax);
    Expression time = Coercion.to(given, type(given), scope());
    if (time == null || time.type() != Type.INTEGER && !isMoment(time.type())) {
      throw scope()
          .mistakes()
          .type(
              syntax.place(),
              "%s takes a time, a date or a whole number first, not %s."
                  .formatted(function, Coercion.name(given)));
    }
    return time.type() == Type.INTEGER ? time : call(Function.AS_WHOLE, time);
  }

  private static boolean isMoment(Type type) {
    return type == Type.TIME || type == Type.DATE;
  }

  /** The conditions that a row meets, as bits of a whole number. */
  private Expression met(List<Syntax> conditions) {
    Expression met = Expression.integer(0);
    for (int i = 0; i < conditions.size(); i++) {
      Expression isTrue =
          call(Function.COALESCE, terms.condition(conditions.get(i)), Expression.bool(false));
      Expression bit =
          call(Function.IF, isTrue, Expression.integer(1L << i), Expression.integer(0));
      met = i == 0 ? bit : call(Function.ADD, met, bit);
    }
    return met;
  }

  private Expression reached(
      Call call, Expression when, Expression met, List<Expression> conditions, List<Long> how) {
    Expression condition =
        conditions.size() == 1
            ? conditions.getFirst()
            : new Expression.Call(Function.AND, conditions);
    List<Expression> arguments = new ArrayList<>();
    arguments.add(list(call, when, condition, List.of()));
    arguments.add(list(call, met, condition, List.of(new Aggregation.By(when, false))));
    how.forEach(number -> arguments.add(Expression.integer(number)));
    return new Expression.Call(Function.STEPS_REACHED, arguments);
  }

  private Expression list(
      Call call, Expression value, Expression condition, List<Aggregation.By> order) {
    Aggregation list =
        new Aggregation(scope().asked().fresh("a"), Aggregation.Kind.LIST, value)
            .where(condition)
            .ordered(order);
    new Aggregates(terms).refuseNested(list, call);
    return scope().parts().aggregate(list, call.place());
  }
}
