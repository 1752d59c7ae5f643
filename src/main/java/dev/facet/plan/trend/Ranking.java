package dev.facet.plan.trend;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.trend.tally.EachPerson;
import dev.facet.plan.trend.tally.Tally;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Counts rows by the values of a breakdown. Rows are first summed up per value, the values are
 * ranked on those sums, and all but the largest become one: the rows are read once.
 */
public record Ranking(Breakdown breakdown, Tally tally) {
  private static final String KEPT = "kept";
  private static final String RANK = "rank";

  /** What of an event decides its values, as it is stored: cheap to group by. */
  static List<Named> read(Breakdown breakdown, Matching matching) {
    List<Named> read = new ArrayList<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      read.add(new Named(TrendShape.breakdown(i), stored(breakdown.dimensions().get(i), matching)));
    }
    return read;
  }

  /** The values of an event as they are shown; of properties as text only. */
  public static List<Named> shown(Breakdown breakdown, Matching matching) {
    List<Named> shown = new ArrayList<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      Dimension dimension = breakdown.dimensions().get(i);
      shown.add(
          new Named(
              TrendShape.breakdown(i), value(dimension, matching.text(dimension.property()))));
    }
    return shown;
  }

  private static Expression stored(Dimension dimension, Matching matching) {
    if (dimension.bins() > 0) {
      return EventRows.number(dimension.property());
    }
    Expression text = matching.text(dimension.property());
    if (text.type() != Type.TEXT) {
      throw FailureException.invalid(
          "breakdown_type",
          "breakdownFilter.breakdown",
          "\""
              + dimension.property().key()
              + "\" is a time: break down by a text column or property.");
    }
    return text;
  }

  /** The rows counted by these keys, which name columns of {@link TrendRows} and values. */
  Plan counted(TrendRows rows, List<Named> keys) {
    Plan raw = tally.partial(rows.rows(), rows.keys());
    Plan partial = named(raw, raw);
    Plan counted = tally.merged(limited(partial, kept(partial)), keys);
    return withBounds(counted, raw);
  }

  /** The same values and ranks, but counted by person and these keys. */
  Plan persons(TrendRows rows, List<Named> keys) {
    Tally each = new EachPerson(Tally.actor(tally));
    Plan raw = tally.partial(rows.rows(), rows.keys());
    Plan persons = named(each.partial(rows.rows(), rows.keys()), raw);
    Plan counted = each.merged(limited(persons, kept(named(raw, raw))), keys);
    return withBounds(counted, raw);
  }

  /** Partial results with values as they are shown in place of what is stored. */
  private Plan named(Plan partial, Plan raw) {
    Plan bounded = withBounds(partial, raw);
    return replaced(bounded, partial, values(bounded));
  }

  /** Whether a row of {@link #persons} has these values, as the answer names them. */
  Expression are(Plan persons, List<String> values) {
    List<Expression> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      int bins = breakdown.dimensions().get(i).bins();
      OptionalDouble number = bins > 0 ? Bins.within(values.get(i)) : OptionalDouble.empty();
      Expression value =
          number.isPresent()
              ? call(Function.TO_TEXT, binOf(persons, i, bins, number.getAsDouble()))
              : Expression.text(values.get(i));
      all.add(call(Function.EQUAL, persons.column(TrendShape.breakdown(i)), value));
    }
    return Conditions.all(all);
  }

  private static Expression binOf(Plan rows, int i, int bins, double number) {
    return call(
        Function.BIN,
        Expression.number(number),
        rows.column(TrendShape.low(i)),
        rows.column(TrendShape.high(i)),
        Expression.integer(bins));
  }

  /** The rows with the least and the greatest number of each histogram beside them. */
  private Plan withBounds(Plan rows, Plan raw) {
    List<Aggregation> bounds = new ArrayList<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      if (breakdown.dimensions().get(i).bins() > 0) {
        Expression number = raw.column(TrendShape.breakdown(i));
        bounds.add(new Aggregation(TrendShape.low(i), Aggregation.Kind.MIN, number));
        bounds.add(new Aggregation(TrendShape.high(i), Aggregation.Kind.MAX, number));
      }
    }
    return bounds.isEmpty()
        ? rows
        : new Join(
            Join.Kind.INNER, rows, new Plan.Aggregate(raw, List.of(), bounds), List.of(), false);
  }

  private Map<String, Expression> values(Plan raw) {
    Map<String, Expression> values = new TreeMap<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      Dimension dimension = breakdown.dimensions().get(i);
      Expression stored = raw.column(TrendShape.breakdown(i));
      values.put(
          TrendShape.breakdown(i),
          dimension.bins() > 0 ? bin(raw, i, dimension, stored) : value(dimension, stored));
    }
    return values;
  }

  /** The value that a stored text is shown as; never null. Several texts may be one value. */
  private static Expression value(Dimension dimension, Expression text) {
    Expression clean = dimension.normalizeUrl() ? call(Function.TRIM_URL, text) : text;
    Expression present = call(Function.COALESCE, clean, Expression.text(""));
    Expression isEmpty = call(Function.EQUAL, present, Expression.text(""));
    return call(Function.IF, isEmpty, Expression.text(Breakdown.NULL), present);
  }

  /** The number of the bin, as text; {@link TrendShape} knows what it is called. */
  private static Expression bin(Plan raw, int i, Dimension dimension, Expression number) {
    Expression bin =
        call(
            Function.BIN,
            number,
            raw.column(TrendShape.low(i)),
            raw.column(TrendShape.high(i)),
            Expression.integer(dimension.bins()));
    return call(Function.COALESCE, call(Function.TO_TEXT, bin), Expression.text(Breakdown.NULL));
  }

  /** The partial sums with the values beyond the limit renamed or dropped. */
  private Plan limited(Plan partial, Plan kept) {
    List<Join.On> on = new ArrayList<>();
    Map<String, Expression> values = new TreeMap<>();
    Join.Kind kind = breakdown.hideOther() ? Join.Kind.INNER : Join.Kind.LEFT;
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      on.add(new Join.On(TrendShape.breakdown(i), KEPT + suffix(i)));
    }
    Plan joined = new Join(kind, partial, kept, on, false);
    Expression isOther = call(Function.IS_NULL, joined.column(KEPT));
    for (Join.On pair : on) {
      Expression value = joined.column(pair.left());
      values.put(pair.left(), call(Function.IF, isOther, Expression.text(Breakdown.OTHER), value));
    }
    return replaced(joined, partial, values);
  }

  /** The largest values. */
  private Plan kept(Plan partial) {
    List<Named> keys = new ArrayList<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      keys.add(new Named(KEPT + suffix(i), partial.column(TrendShape.breakdown(i))));
    }
    Plan summed = tally.merged(partial, keys);
    List<Named> same =
        keys.stream().map(key -> new Named(key.name(), summed.column(key.name()))).toList();
    List<Named> ranked = new ArrayList<>(same);
    ranked.add(new Named(RANK, tally.value(summed)));
    Plan ranks = new Plan.Project(summed, ranked);
    List<Plan.Sort.By> order = new ArrayList<>();
    order.add(new Plan.Sort.By(RANK, true));
    keys.forEach(key -> order.add(new Plan.Sort.By(key.name(), false)));
    Plan largest = new Plan.Limit(new Plan.Sort(ranks, order), breakdown.limit(), 0);
    return new Plan.Project(largest, same);
  }

  static String suffix(int i) {
    return i == 0 ? "" : "_" + (i + 1);
  }

  /** The columns of {@code like}, read from {@code input}, some with other values. */
  private static Plan replaced(Plan input, Plan like, Map<String, Expression> values) {
    return new Plan.Project(
        input,
        like.columns().stream()
            .map(
                column ->
                    new Named(
                        column.name(),
                        values.getOrDefault(column.name(), input.column(column.name()))))
            .toList());
  }
}
