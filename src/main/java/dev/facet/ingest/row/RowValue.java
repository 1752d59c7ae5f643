package dev.facet.ingest.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.Intake.Check;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Values;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of rows: out of JSON, by the type of their column. Times become microseconds. */
final class RowValue {
  private static final int MOST_KEYS = 500;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_TAGS = 1000;
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** ISO-8601, with a blank in place of the T and offsets without a colon let through. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseStrict()
          .appendPattern("uuuu-MM-dd")
          .optionalStart()
          .appendPattern("['T'][ ]HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", java.util.Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private RowValue() {}

  static Object read(Column column, JsonNode node) {
    @Nullable Object value =
        switch (column.type()) {
          case TEXT -> node.isTextual() ? Values.storable(node.textValue()) : null;
          case NUMBER -> number(node);
          case INTEGER ->
              node.canConvertToLong() && node.isIntegralNumber() ? node.longValue() : null;
          case BOOLEAN -> node.isBoolean() ? node.booleanValue() : null;
          case TIME -> node.isTextual() ? time(column.name(), node.textValue()) : null;
          case OBJECT -> node.isObject() ? plain(node) : null;
          case LIST, TEXTS -> node.isArray() ? texts(column.name(), node) : null;
          case DATE -> node.isTextual() ? day(column.name(), node.textValue()) : null;
          case NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
              throw new IllegalArgumentException("No dataset keeps " + column.type());
        };
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      throw RowReader.invalid(column.name(), "The number is too large.");
    }
    if (value == null) {
      throw wrongType(column.name(), RowReader.expected(column.type()), node);
    }
    return value;
  }

  static void checkWithin(String name, Number value, Check.Within within) {
    double number = value.doubleValue();
    if (number < within.least()) {
      throw RowReader.invalid(name, value + " is below " + plain(within.least()) + ".");
    }
    if (number > within.most()) {
      throw RowReader.invalid(name, value + " is above " + plain(within.most()) + ".");
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static FailureException wrongType(String path, String expected, JsonNode given) {
    return RowReader.invalid(path, "Expected " + expected + ", got " + RowReader.name(given) + ".");
  }

  private static @Nullable Object number(JsonNode node) {
    return node.isNumber() ? plain(node) : null;
  }

  /** As journals hold it: whole numbers as Long where they are exact. */
  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Values.storable(node.textValue());
      case NUMBER ->
          node.canConvertToLong() && node.isIntegralNumber()
              ? (Object) node.longValue()
              : Values.canonical(node.doubleValue());
      case BOOLEAN -> node.booleanValue();
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(plain(element)));
        yield list;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(node.size());
        node.properties().forEach(e -> map.put(Values.storable(e.getKey()), plain(e.getValue())));
        yield map;
      }
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static List<String> texts(String name, JsonNode node) {
    if (node.size() > MOST_TAGS) {
      throw RowReader.invalid(name, "A list has at most " + MOST_TAGS + " elements.");
    }
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < node.size(); i++) {
      if (!node.get(i).isTextual()) {
        throw wrongType(name + "[" + i + "]", "text", node.get(i));
      }
      texts.add(Values.storable(node.get(i).textValue()));
    }
    return List.copyOf(texts);
  }

  private static long time(String name, String text) {
    try {
      TemporalAccessor parsed =
          TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Micros.of(instant(parsed));
    } catch (DateTimeException e) {
      throw RowReader.invalid(
          name,
          "\"%s\" is no time: give an ISO date or time such as 2026-03-01T10:00:00Z."
              .formatted(text));
    }
  }

  /** Without an offset it is UTC, as for events. */
  private static Instant instant(TemporalAccessor parsed) {
    return switch (parsed) {
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> throw new DateTimeException("not a time");
    };
  }

  private static long day(String name, String text) {
    try {
      return LocalDate.parse(text, DAY).toEpochDay();
    } catch (DateTimeException e) {
      throw RowReader.invalid(
          name, "\"" + text + "\" is no day on the calendar, as 2026-03-01 is.");
    }
  }

  static void checkDay(String name, String text) {
    day(name, text);
  }

  static void checkCurrency(String name, String text) {
    if (!CURRENCIES.contains(text)) {
      throw RowReader.invalid(
          name, "\"" + text + "\" is no currency: give its three letters, such as EUR.");
    }
  }

  static void checkNumbers(String name, Map<?, ?> numbers) {
    if (numbers.size() > MOST_KEYS) {
      throw RowReader.invalid(name, "It has at most " + MOST_KEYS + " numbers.");
    }
    numbers.forEach(
        (key, value) -> {
          String path = name + "." + key;
          if (String.valueOf(key).length() > LONGEST_NAME) {
            throw RowReader.invalid(path, "A name has at most " + LONGEST_NAME + " characters.");
          }
          if (value != null && !(value instanceof Number)) {
            throw RowReader.invalid(path, "Expected a number.");
          }
        });
  }
}
