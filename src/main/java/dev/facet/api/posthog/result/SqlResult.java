package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import dev.facet.plan.hogql.SyntaxText;
import dev.facet.plan.hogql.row.EventsShape;
import dev.facet.plan.hogql.row.SqlShape;
import dev.facet.query.Syntax;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables as the vendor writes them: columns, their types in ClickHouse's words, rows. */
record SqlResult(Table table, SqlShape shape, ZoneId zone) {
  SqlResult(Answer answer, ZoneId zone) {
    this(answer.table(), rows(answer.planned().shape()), zone);
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private static SqlShape rows(Shape shape) {
    return switch (shape) {
      case SqlShape rows -> rows;
      case EventsShape events -> events.rows();
      default -> throw new IllegalStateException("No rows of a statement: " + shape);
    };
  }

  /** Types as pairs of a column's name and its type. */
  ObjectNode pairs(Syntax.Statement statement) {
    ArrayNode types = PostHogWire.array();
    for (Column column : table.columns()) {
      types.addArray().add(column.name()).add(type(column.type()));
    }
    return response(types, statement);
  }

  /** Types without names. */
  ObjectNode plain(Syntax.Statement statement) {
    ArrayNode types = PostHogWire.array();
    table.columns().forEach(column -> types.add(type(column.type())));
    return response(types, statement);
  }

  private ObjectNode response(ArrayNode types, Syntax.Statement statement) {
    ObjectNode node = PostHogWire.object();
    node.set("columns", PostHogWire.texts(table.columns().stream().map(Column::name).toList()));
    node.set("types", types);
    ArrayNode rows = PostHogWire.array();
    for (List<@Nullable Object> row : shape.page(table).rows()) {
      ArrayNode cells = rows.addArray();
      for (int i = 0; i < row.size(); i++) {
        cells.add(cell(row.get(i), table.columns().get(i).type()));
      }
    }
    node.set("results", rows);
    node.put("hasMore", shape.hasMore(table));
    node.put("limit", shape.limit());
    node.put("offset", shape.offset());
    node.put("hogql", SyntaxText.of(statement));
    return node;
  }

  private JsonNode cell(@Nullable Object value, Type type) {
    return switch (value) {
      case null -> NODES.nullNode();
      case List<?> list -> list(list, type);
      case Long micros when type == Type.TIME -> NODES.textNode(time(micros));
      case Long day when type == Type.DATE -> NODES.textNode(LocalDate.ofEpochDay(day).toString());
      case Double number when !Double.isFinite(number) -> NODES.nullNode();
      default -> MAPPER.valueToTree(value);
    };
  }

  private ArrayNode list(List<?> list, Type type) {
    ArrayNode array = PostHogWire.array();
    Type element = type.element();
    list.forEach(one -> array.add(cell(one, element == null ? Type.TEXT : element)));
    return array;
  }

  private String time(long micros) {
    DateTimeFormatter format = micros % Micros.SECOND == 0 ? WHOLE : TIME;
    return format.format(Micros.toInstant(micros).atZone(zone));
  }

  /** Any value may be missing. */
  private String type(Type type) {
    return switch (type) {
      case TEXT -> "Nullable(String)";
      case NUMBER -> "Nullable(Float64)";
      case INTEGER -> "Int64";
      case BOOLEAN -> "Bool";
      case TIME -> "DateTime64(6, '" + zone.getId() + "')";
      case DATE -> "Date";
      case OBJECT, LIST -> "String";
      case TEXTS -> "Array(Nullable(String))";
      case NUMBERS -> "Array(Nullable(Float64))";
      case INTEGERS -> "Array(Nullable(Int64))";
      case BOOLEANS -> "Array(Nullable(Bool))";
      case TIMES -> "Array(DateTime64(6, '" + zone.getId() + "'))";
      case DATES -> "Array(Date)";
    };
  }
}
