package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.facet.answer.Answer;
import dev.facet.api.TableWriter;
import dev.facet.api.http.Json;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the figures of widgets.
 *
 * @param zone in which times are told
 * @param currency of sums, where an answer has no row that says it
 */
record Figures(ZoneId zone, Supplier<String> currency) {
  /** The currency of an organisation that has named none. */
  static final String UNSAID_CURRENCY = "USD";

  /** Below this every whole number is itself. */
  private static final double EXACT = 1L << 53;

  private static final String VALUE = "value";
  private static final String CURRENCY = "currency";

  /** The columns and rows that a text is shown as. */
  static ObjectNode text(String body) {
    Table table = new Table(List.of(new Column("text", Type.TEXT)), List.of(List.of(body)));
    return table(table, ZoneOffset.UTC);
  }

  /** The figures of a widget of the catalogue, or, for null, of a chart made elsewhere. */
  ObjectNode of(@Nullable WidgetType type, Answer answer) {
    Table table = answer.planned().shape().page(answer.table());
    if (type == null) {
      return table(table, zone);
    }
    ObjectNode figures = RackNapWire.object();
    switch (type.shape) {
      case SERIES -> figures.set("series", series(table));
      case LATEST -> figures.set("series", putLast(figures, table));
      case CHANGE -> putRow(figures, table, VALUE, "previous", "change_percent");
      case ITEMS -> figures.set("items", items(table));
      case AMOUNT -> putRow(figures, table, VALUE, "amount");
    }
    if (table.has(CURRENCY)) {
      figures.put(CURRENCY, currency(table).orElseGet(currency));
    }
    return figures;
  }

  static Optional<String> currency(Table table) {
    return table.rows().stream()
        .findFirst()
        .map(row -> row.get(table.indexOf(CURRENCY)))
        .map(String::valueOf);
  }

  private static ArrayNode series(Table table) {
    ArrayNode series = Json.MAPPER.createArrayNode();
    int month = table.indexOf("month");
    int value = table.indexOf(VALUE);
    for (List<@Nullable Object> row : table.rows()) {
      series.addObject().put("month", month(row.get(month))).set(VALUE, number(row.get(value)));
    }
    return series;
  }

  /** The series, its last value put beside it. */
  private static ArrayNode putLast(ObjectNode figures, Table table) {
    ArrayNode series = series(table);
    figures.set(VALUE, series.path(series.size() - 1).path(VALUE));
    return series;
  }

  private static ArrayNode items(Table table) {
    ArrayNode items = Json.MAPPER.createArrayNode();
    int name = table.indexOf("name");
    int value = table.indexOf(VALUE);
    for (List<@Nullable Object> row : table.rows()) {
      items.addObject().put("name", (String) row.get(name)).set(VALUE, number(row.get(value)));
    }
    return items;
  }

  private static void putRow(ObjectNode figures, Table table, String... columns) {
    List<@Nullable Object> row = table.rows().getFirst();
    for (String column : columns) {
      figures.set(wire(column), number(row.get(table.indexOf(column))));
    }
  }

  private static String wire(String column) {
    return column.equals("change_percent") ? "changePercent" : column;
  }

  /** The short English name of the month that a day is in. */
  private static String month(@Nullable Object day) {
    String name = day instanceof Long days ? LocalDate.ofEpochDay(days).getMonth().name() : "";
    return name.substring(0, 1) + name.substring(1, 3).toLowerCase(Locale.ROOT);
  }

  /** A number, without a fraction that is none. */
  private static JsonNode number(@Nullable Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < EXACT
        ? LongNode.valueOf(number.longValue())
        : Json.MAPPER.valueToTree(value);
  }

  private static ObjectNode table(Table table, ZoneId zone) {
    try (TokenBuffer buffer = new TokenBuffer(Json.MAPPER, false)) {
      buffer.writeStartObject();
      new TableWriter(zone).write(buffer, table);
      buffer.writeEndObject();
      return buffer.asParser().readValueAsTree();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
