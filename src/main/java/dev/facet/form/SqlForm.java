package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Place;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.SqlQuery.Events.Column;
import dev.facet.query.SqlQuery.Events.Kind;
import dev.facet.query.Syntax;
import dev.facet.query.text.HogqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code HogQLQuery} and {@code EventsQuery} nodes. */
final class SqlForm {
  private static final int MAX_COLUMNS = 200;
  private static final int MAX_OFFSET = 1_000_000;
  private static final DateBound DAY_AGO =
      new DateBound.Relative(24, DateBound.Unit.HOUR, DateBound.Edge.NONE);
  private static final int MAX_VALUES = 10_000;

  private SqlForm() {}

  static SqlQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    fields.pass(Shape.FLAG, "explain").pass(Shape.TEXT, "name");
    Fields filters = fields.object("filters").orElseGet(Fields::none);
    @Nullable DateRange range = filters.has("dateRange") ? InsightForm.range(filters) : null;
    @Nullable Grain interval =
        filters.has("interval") ? filters.choice("interval", Grain.class, Grain.DAY) : null;
    Filter filter = InsightForm.filter(filters);
    boolean testAccounts = filters.flag("filterTestAccounts");
    filters.done();
    SqlQuery query =
        new SqlQuery(
            HogqlText.query(fields.requiredText("query"), fields.path("query")),
            filter,
            range,
            interval,
            testAccounts,
            new Series.Subject.Anything(),
            values(fields),
            variables(fields));
    fields.done();
    return query;
  }

  private static Map<String, @Nullable Object> values(Fields fields) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    JsonNode node = fields.tree("values");
    if (node != null) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        values.put(
            entry.getKey(), value(entry.getValue(), fields.path("values") + "." + entry.getKey()));
      }
    }
    return values;
  }

  private static @Nullable Object value(JsonNode node, String path) {
    if (!node.isArray()) {
      return scalar(node, path);
    }
    if (node.size() > MAX_VALUES) {
      throw FailureException.invalid(
          "value_count",
          path,
          "A list has up to " + MAX_VALUES + " values, not " + node.size() + ".");
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      list.add(scalar(node.get(i), path + "[" + i + "]"));
    }
    return list;
  }

  private static @Nullable Object scalar(JsonNode node, String path) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> (Object) node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.doubleValue();
      case NULL, MISSING -> null;
      case ARRAY, OBJECT, BINARY, POJO ->
          throw Fields.wrongType(path, "text, a number, true, false or a list", node);
    };
  }

  /** Variables by the id they are stored under, each with its name and, where set, its value. */
  private static Map<String, @Nullable Object> variables(Fields fields) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    JsonNode node = fields.tree("variables");
    if (node != null) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String path = fields.path("variables") + "." + entry.getKey();
        Fields one = Fields.of(entry.getValue(), path);
        String name = one.requiredText("code_name");
        boolean set = entry.getValue().has("value");
        Object value = set ? value(entry.getValue().get("value"), path + ".value") : null;
        boolean isNull = one.flag("isNull");
        one.ignore(Set.of("variableId", "value", "name", "id", "type", "default_value", "values"));
        one.done();
        if (set || isNull) {
          variables.put(name, isNull ? null : value);
        }
      }
    }
    return variables;
  }

  /** {@code EventsQuery} nodes. */
  static SqlQuery.Events events(Fields fields) {
    InsightForm.passAbout(fields);
    List<Column> columns = fields.list("select", SqlForm::column);
    if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
      throw FailureException.invalid(
          "column_count",
          fields.path("select"),
          "Select 1 to " + MAX_COLUMNS + " columns, not " + columns.size() + ".");
    }
    SqlQuery.Events query =
        new SqlQuery.Events(
            columns,
            fields.list(
                "where", (node, path) -> HogqlText.expression(Fields.text(node, path), path)),
            filter(fields),
            subject(fields),
            range(fields),
            fields.flag("filterTestAccounts"),
            fields.list("orderBy", (node, path) -> HogqlText.order(Fields.text(node, path), path)),
            number(fields, "limit", 1, SqlQuery.MAX_LIMIT, SqlQuery.DEFAULT_LIMIT),
            number(fields, "offset", 0, MAX_OFFSET, 0));
    fields.done();
    return query;
  }

  private static Column column(JsonNode node, String path) {
    String text = Fields.text(node, path);
    Syntax value = HogqlText.item(text, path).expression();
    return switch (value) {
      case Syntax.Star star when star.qualifier().isEmpty() && star.except().isEmpty() ->
          new Column(text, Kind.EVENT, null);
      case Syntax.Name name when name.parts().equals(List.of("person")) ->
          new Column(text, Kind.PERSON, null);
      case Syntax.Name name when name.parts().equals(List.of("person_display_name")) ->
          new Column(text, Kind.PERSON_NAME, null);
      default -> new Column(text, Kind.VALUE, value);
    };
  }

  private static Filter filter(Fields fields) {
    Filter filter =
        InsightForm.filter(fields)
            .and(FilterForm.read(fields.node("fixedProperties"), fields.path("fixedProperties")));
    String person = fields.text("personId");
    return person == null
        ? filter
        : filter.and(
            new Filter.Compare(
                new PropertyRef(PropertyRef.Source.METADATA, "person_id"),
                Filter.Operator.EXACT,
                List.of(person)));
  }

  private static Series.Subject subject(Fields fields) {
    String event = fields.text("event");
    Long action = fields.number("actionId");
    if (action != null && event != null) {
      throw FailureException.invalid(
          "event_and_action", fields.path("actionId"), "Give an event or an action, not both.");
    }
    if (action != null) {
      return new Series.Subject.Done(action, new Place(fields.path("actionId")));
    }
    return event == null ? new Series.Subject.Anything() : new Series.Subject.Named(event);
  }

  /** Both ends as they are, to the microsecond. */
  private static DateRange range(Fields fields) {
    @Nullable DateBound after = DateText.parse(fields.text("after"), fields.path("after"));
    @Nullable DateBound before = DateText.parse(fields.text("before"), fields.path("before"));
    DateBound soon = new DateBound.Relative(-5, DateBound.Unit.SECOND, DateBound.Edge.NONE);
    return new DateRange(after == null ? DAY_AGO : after, before == null ? soon : before, true);
  }

  private static int number(Fields fields, String field, int least, int most, int usual) {
    Integer given = fields.integer(field);
    if (given != null && (given < least || given > most)) {
      throw FailureException.invalid(
          "out_of_range",
          fields.path(field),
          "Give a whole number from %d to %d, not %d.".formatted(least, most, given));
    }
    return given == null ? usual : given;
  }
}
