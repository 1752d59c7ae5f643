package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Place;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.IntervalContext;
import dev.facet.query.text.hogql.HogqlParser.IntervalCountContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stretches of time: {@code INTERVAL 7 DAY}, and {@code EXTRACT(DAY FROM time)}. */
final class HogqlIntervals {
  private final HogqlReading reading;
  private final HogqlExpressions expressions;

  HogqlIntervals(HogqlReading reading, HogqlExpressions expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  Syntax of(IntervalContext context, Place place) {
    return interval(count(context.intervalCount()), HogqlNames.of(context.plainName()), place);
  }

  /** {@code INTERVAL '7 day'}. */
  Syntax of(HogqlParser.IntervalTextContext context, Place place) {
    String text = HogqlLiterals.unquote(context.STRING().getText()).strip();
    String[] parts = text.split("\\s+", -1);
    Number count = parts.length == 2 ? whole(parts[0]) : null;
    if (count == null) {
      throw reading.refuse(place, "\"" + text + "\" is no interval such as '7 day'.");
    }
    return interval(new Constant(count, place), parts[1], place);
  }

  private static @Nullable Number whole(String text) {
    boolean digits = text.matches("-?[0-9]{1,18}");
    return digits ? (Number) Long.valueOf(text) : null;
  }

  private Syntax count(IntervalCountContext context) {
    Place place = reading.place(context);
    if (context.NUMBER() != null) {
      return whole(context.NUMBER().getText(), place);
    }
    if (context.STRING() != null) {
      return whole(HogqlLiterals.unquote(context.STRING().getText()), place);
    }
    if (context.plainName() != null) {
      return new Syntax.Name(List.of(HogqlNames.of(context.plainName())), place);
    }
    return context.expression() != null
        ? expressions.of(context.expression())
        : new Syntax.Placeholder(
            context.anyName().stream().map(HogqlNames::of).toList(), null, place);
  }

  private Syntax whole(String text, Place place) {
    Number count = whole(text);
    if (count == null) {
      throw reading.refuse(place, "an interval counts whole units, not \"" + text + "\".");
    }
    return new Constant(count, place);
  }

  private Syntax interval(Syntax count, String unit, Place place) {
    return new Call("toInterval" + unit(unit, place), List.of(count), place);
  }

  /** {@code EXTRACT(DAY FROM time)} as the function that does the same. */
  Syntax part(Syntax unit, Syntax time, Place place) {
    if (!(unit instanceof Syntax.Name name) || name.parts().size() != 1) {
      throw reading.refuse(place, "EXTRACT takes a unit such as DAY before FROM.");
    }
    String word = unit(name.parts().getFirst(), unit.place());
    String function =
        switch (word) {
          case "Day" -> "toDayOfMonth";
          case "Week" -> "toISOWeek";
          default -> "to" + word;
        };
    return new Call(function, List.of(time), place);
  }

  private String unit(String text, Place place) {
    String lower = text.toLowerCase(Locale.ROOT);
    String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    return switch (singular) {
      case "second", "minute", "hour", "day", "week", "month", "quarter", "year" ->
          singular.substring(0, 1).toUpperCase(Locale.ROOT) + singular.substring(1);
      default ->
          throw reading.refuse(
              place,
              "\"%s\" is no unit of time: second, minute, hour, day, week, month, quarter, year."
                  .formatted(text));
    };
  }
}
