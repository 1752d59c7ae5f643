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
import dev.facet.plan.Plan;
import dev.facet.plan.Shape;
import dev.facet.plan.hogql.row.EventsShape;
import dev.facet.plan.hogql.row.Origins;
import dev.facet.plan.hogql.row.Origins.Origin;
import dev.facet.plan.hogql.row.SqlShape;
import dev.facet.plan.hogql.text.SyntaxText;
import dev.facet.query.SqlQuery;
import dev.facet.query.SqlQuery.Events.Kind;
import dev.facet.query.Syntax;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables as the vendor writes them: columns, their types in ClickHouse's words, rows. */
record SqlResult(
    Table table,
    SqlShape shape,
    Plan plan,
    @Nullable List<SqlQuery.Events.Column> columns,
    ZoneId zone) {
  SqlResult(Answer answer, ZoneId zone) {
    this(
        answer.table(),
        rows(answer.planned().shape()),
        answer.planned().plan(),
        answer.planned().shape() instanceof EventsShape events ? events.columns() : null,
        zone);
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
    List<String> words = types();
    for (int i = 0; i < words.size(); i++) {
      types.addArray().add(table.columns().get(i).name()).add(words.get(i));
    }
    return response(types, statement);
  }

  /** Types without names. */
  ObjectNode plain(Syntax.Statement statement, long project) {
    ArrayNode types = PostHogWire.array();
    types().forEach(types::add);
    ObjectNode response = response(types, statement);
    response.path("results").forEach(row -> putProject(row, project));
    return response;
  }

  /** Events as objects say which project they are of. */
  private void putProject(JsonNode row, long project) {
    for (int i = 0; columns != null && i < columns.size(); i++) {
      if (columns.get(i).kind() == Kind.EVENT && row.get(i) instanceof ObjectNode event) {
        event.put("team_id", project);
      }
    }
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

  private List<String> types() {
    List<String> types = new ArrayList<>();
    Origins origins = new Origins();
    int shown = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      Type type = table.columns().get(i).type();
      Origin origin = Origin.UNSURE;
      if (columns == null || columns.get(i).kind() == Kind.VALUE) {
        origin = origins.of(plan, shape.shown().get(shown));
      }
      shown += columns == null ? 1 : EventsShape.width(columns.get(i).kind());
      types.add(type(type, origin));
    }
    return types;
  }

  private String type(Type type, Origin origin) {
    return switch (type) {
      case TEXT, NUMBER, BOOLEAN, TIME, DATE ->
          origin.missing() ? "Nullable(" + plain(type) + ")" : plain(type);
      case INTEGER -> {
        String whole = origin.count() ? "UInt64" : "Int64";
        yield origin.missing() ? "Nullable(" + whole + ")" : whole;
      }
      case OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> plain(type);
    };
  }

  private String plain(Type type) {
    return switch (type) {
      case TEXT, OBJECT, LIST -> "String";
      case NUMBER -> "Float64";
      case INTEGER -> "Int64";
      case BOOLEAN -> "Bool";
      case TIME -> "DateTime64(6, '" + zone.getId() + "')";
      case DATE -> "Date";
      case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          "Array(" + plain(Objects.requireNonNull(type.element())) + ")";
    };
  }
}
