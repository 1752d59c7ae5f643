package dev.facet.otql;

import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Condition.Operator;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well objects satisfy conditions, found by looking at one object after the other. */
final class Walk {
  private static final Set<String> TIMES =
      Set.of("ts", "date", "creation_ts", "creation_date", "last_modified_ts");

  private Walk() {}

  static boolean satisfies(Thing thing, @Nullable Condition condition) {
    return condition == null || score(thing, condition) > 0;
  }

  static double score(Thing thing, Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> {
        double sum = 0;
        for (Condition part : parts) {
          double one = score(thing, part);
          if (one <= 0) {
            yield 0;
          }
          sum += one;
        }
        yield sum;
      }
      case Condition.Any(List<Condition> parts) ->
          parts.stream().mapToDouble(part -> score(thing, part)).sum();
      case Condition.Not(Condition inner) -> score(thing, inner) > 0 ? 0 : 1;
      case Condition.Linked linked -> linked(thing, linked);
      case Condition.Scored scored -> {
        Double value = number(thing.fields.get(scored.field().text()));
        yield value == null ? 0 : value;
      }
      case Condition.Call call -> called(thing, call) ? 1 : 0;
      case Condition.Compare compare ->
          compared(thing, compare.field().text(), compare.operator(), compare.value()) ? 1 : 0;
      case Condition.In in ->
          ((Literal.Many) in.values())
                  .values().stream()
                      .anyMatch(v -> compared(thing, in.field().text(), Operator.EQUAL, v))
              ? 1
              : 0;
    };
  }

  private static double linked(Thing thing, Condition.Linked linked) {
    List<Double> scores = new ArrayList<>();
    for (Thing other : thing.link(linked.link().text())) {
      double score = linked.condition() == null ? 1 : score(other, linked.condition());
      if (score > 0) {
        scores.add(score);
      }
    }
    if (linked.directives().isEmpty()) {
      return scores.isEmpty() ? 0 : 1;
    }
    Directive directive = linked.directives().getFirst();
    double total =
        switch (directive.name()) {
          case "scoresum" -> scores.stream().mapToDouble(d -> d).sum();
          case "scoremax" -> scores.stream().mapToDouble(d -> d).max().orElse(0);
          case "scoreavg" -> scores.stream().mapToDouble(d -> d).average().orElse(0);
          default -> throw new IllegalArgumentException(directive.name());
        };
    double min =
        directive
            .argument("min")
            .map(value -> ((Literal.Number) value).value().doubleValue())
            .orElse(0.0);
    return total >= min ? total : 0;
  }

  /** The single values of a field. */
  static List<Object> values(@Nullable Object raw) {
    List<Object> values = new ArrayList<>();
    if (raw instanceof List<?> list) {
      for (Object one : list) {
        if (one != null && !(one instanceof List) && !(one instanceof Map)) {
          values.add(one);
        }
      }
    } else if (raw != null && !(raw instanceof Map)) {
      values.add(raw);
    }
    return values;
  }

  private static boolean called(Thing thing, Condition.Call call) {
    Object raw = thing.fields.get(call.field().text());
    if (call.function().text().equals("is_defined")) {
      return raw != null;
    }
    String asked = ((Literal.Text) call.values().getFirst()).text();
    boolean isTime = TIMES.contains(call.field().text());
    for (Object value : values(raw)) {
      String text = isTime ? iso((Long) value) : text(value);
      boolean holds =
          call.function().text().equals("match")
              ? words(text).containsAll(words(asked))
              : text.startsWith(asked);
      if (holds) {
        return true;
      }
    }
    return false;
  }

  static String iso(long micros) {
    return Instant.ofEpochMilli(Math.floorDiv(micros, 1000L))
        .atOffset(ZoneOffset.UTC)
        .format(
            java.time.format.DateTimeFormatter.ofPattern(
                "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT));
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  private static boolean compared(Thing thing, String field, Operator operator, Literal literal) {
    Object raw = thing.fields.get(field);
    if (raw == null) {
      return operator == Operator.DIFFERENT;
    }
    if (TIMES.contains(field)) {
      return timed(Math.floorDiv((Long) raw, 1000L), operator, range(literal));
    }
    if (raw instanceof Map) {
      return operator == Operator.DIFFERENT;
    }
    return values(raw).stream().anyMatch(value -> compared(value, operator, literal));
  }

  private static boolean compared(Object value, Operator operator, Literal literal) {
    if (operator == Operator.EQUAL || operator == Operator.DIFFERENT) {
      return equal(value, literal) == (operator == Operator.EQUAL);
    }
    if (literal instanceof Literal.Number bound) {
      Double number = number(value);
      return number != null
          && ordered(Double.compare(number, bound.value().doubleValue()), operator);
    }
    String text = ((Literal.Text) literal).text();
    if (isDate(text)) {
      Long millis = millis(value);
      return millis != null && timed(millis, operator, range(literal));
    }
    return ordered(text(value).compareTo(text), operator);
  }

  private static boolean equal(Object value, Literal literal) {
    return switch (literal) {
      case Literal.Number number ->
          value instanceof Number own
              ? own.doubleValue() == number.value().doubleValue()
              : text(value).equals(number.value().toString());
      case Literal.Bool flag -> text(value).equals(String.valueOf(flag.value()));
      case Literal.Text text -> text(value).equals(text.text());
      default -> throw new IllegalArgumentException(literal.toString());
    };
  }

  private static boolean ordered(int comparison, Operator operator) {
    return switch (operator) {
      case LESS -> comparison < 0;
      case LESS_OR_EQUAL -> comparison <= 0;
      case GREATER -> comparison > 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
      default -> throw new IllegalArgumentException(operator.toString());
    };
  }

  /** Both ends, in milliseconds, are in it. */
  private record Millis(long first, long last) {}

  private static boolean timed(long millis, Operator operator, Millis range) {
    return switch (operator) {
      case EQUAL -> millis >= range.first() && millis <= range.last();
      case DIFFERENT -> millis < range.first() || millis > range.last();
      case LESS -> millis < range.first();
      case LESS_OR_EQUAL -> millis <= range.last();
      case GREATER -> millis > range.last();
      case GREATER_OR_EQUAL -> millis >= range.first();
    };
  }

  private static boolean isDate(String text) {
    return text.startsWith("now") || text.matches("\\d{4}-\\d{2}-\\d{2}.*");
  }

  private static Millis range(Literal literal) {
    if (literal instanceof Literal.Number number) {
      return new Millis(number.value().longValue(), number.value().longValue());
    }
    String text = ((Literal.Text) literal).text();
    if (text.startsWith("now")) {
      return now(text.substring(3));
    }
    if (text.length() == 10) {
      long start = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      return new Millis(start, start + 86_400_000L - 1);
    }
    long instant = Objects.requireNonNull(millis(text));
    return new Millis(instant, instant);
  }

  private static Millis now(String math) {
    ZonedDateTime time = RandomTree.NOW.atZone(ZoneOffset.UTC);
    String rest = math;
    while (!rest.isEmpty() && rest.charAt(0) != '/') {
      int end = 1;
      while (Character.isDigit(rest.charAt(end))) {
        end++;
      }
      long count = Long.parseLong(rest.substring(0, end));
      time = time.plus(count, unit(rest.charAt(end)));
      rest = rest.substring(end + 1);
    }
    if (rest.isEmpty()) {
      return new Millis(time.toInstant().toEpochMilli(), time.toInstant().toEpochMilli());
    }
    ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    char unit = rest.charAt(1);
    ZonedDateTime start =
        switch (unit) {
          case 'd' -> day;
          case 'w' -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
          case 'M' -> day.withDayOfMonth(1);
          case 'y' -> day.withDayOfYear(1);
          default -> time.truncatedTo(unit(unit));
        };
    return new Millis(
        start.toInstant().toEpochMilli(), start.plus(1, unit(unit)).toInstant().toEpochMilli() - 1);
  }

  private static ChronoUnit unit(char letter) {
    return switch (letter) {
      case 's' -> ChronoUnit.SECONDS;
      case 'm' -> ChronoUnit.MINUTES;
      case 'h' -> ChronoUnit.HOURS;
      case 'd' -> ChronoUnit.DAYS;
      case 'w' -> ChronoUnit.WEEKS;
      case 'M' -> ChronoUnit.MONTHS;
      case 'y' -> ChronoUnit.YEARS;
      default -> throw new IllegalArgumentException("" + letter);
    };
  }

  /** The time that a text is. */
  static @Nullable Long millis(Object value) {
    try {
      String text = value.toString();
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      }
      boolean hasZone = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}");
      return OffsetDateTime.parse(hasZone ? text : text + "Z").toInstant().toEpochMilli();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static String text(Object value) {
    return dev.facet.model.Values.text(dev.facet.model.Values.canonical(value)) instanceof String s
        ? s
        : "";
  }

  static @Nullable Double number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")
        ? Double.valueOf(text)
        : null;
  }
}
