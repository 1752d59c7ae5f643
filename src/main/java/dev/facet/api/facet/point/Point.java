package dev.facet.api.facet.point;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.query.Breakdown;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point of a chart, as the row of the chart's answer that it was drawn from.
 *
 * @param cells what stands in the row, by the names of its columns; of some charts beside it which
 *     of the row's numbers is meant
 */
record Point(JsonNode cells) {
  private static final String NAME = "point";

  static Point read(Request request) {
    String text = request.query(NAME).orElse("");
    if (text.isBlank()) {
      throw Fields.missing(NAME);
    }
    JsonNode cells = json(text);
    if (!cells.isObject()) {
      throw Fields.wrongType(NAME, "an object with the cells of a row of the chart", cells);
    }
    return new Point(cells);
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (FailureException e) {
      throw FailureException.invalid("malformed_json", NAME, "Give the point as JSON.");
    }
  }

  boolean has(String column) {
    return cells.has(column);
  }

  /** The cell's text; null when it is empty or not there. */
  @Nullable String text(String column) {
    JsonNode cell = cells.path(column);
    return cell.isMissingNode() || cell.isNull() ? null : cell.asText();
  }

  boolean flag(String name) {
    return cells.path(name).asBoolean();
  }

  int number(String column) {
    JsonNode cell = cells.path(column);
    if (!cell.isIntegralNumber() || !cell.canConvertToInt()) {
      throw FailureException.invalid(
          "invalid_point",
          NAME + "." + column,
          "A point of this chart has a whole number as \"%s\", as its row does.".formatted(column));
    }
    return cell.intValue();
  }

  /** A time, null when the row has none. */
  DateBound.@Nullable Absolute time(String column) {
    String path = NAME + "." + column;
    return switch (DateText.parse(text(column), path)) {
      case null -> null;
      case DateBound.Absolute absolute -> absolute;
      case DateBound.Relative _, DateBound.Earliest _ ->
          throw FailureException.invalid(
              "invalid_point", path, "Give the time as the chart's row does.");
    };
  }

  DateBound.Absolute requiredTime(String column) {
    DateBound.Absolute time = time(column);
    if (time == null) {
      throw Fields.missing(NAME + "." + column);
    }
    return time;
  }

  /** The values of a chart's breakdown; none when the row has none. */
  List<String> breakdown(@Nullable Breakdown breakdown) {
    String text = text("breakdown");
    if (text == null) {
      return List.of();
    }
    boolean several = breakdown != null && breakdown.dimensions().size() > 1;
    return several ? List.of(text.split("::", -1)) : List.of(text);
  }

  boolean isPrevious() {
    return "previous".equals(text("period"));
  }
}
