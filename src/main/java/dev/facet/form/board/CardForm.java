package dev.facet.form.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card of a dashboard in our own form.
 *
 * @param id null for a new card
 * @param extras what only dialects know, no part of the JSON; null to leave what is there
 * @param x null, with y, when it is to be placed below the others
 */
public record CardForm(
    @Nullable Long id,
    @Nullable Integer x,
    @Nullable Integer y,
    int w,
    int h,
    @Nullable String layout,
    List<ChartForm> charts,
    @Nullable ObjectNode extras) {
  /** The layout of a card of which none is said. */
  public static final String DEFAULT_LAYOUT = "vertical";

  private static final int COLUMNS = 12;
  private static final int MAX_ROWS = 10_000;
  private static final int DEFAULT_WIDTH = 6;
  private static final int DEFAULT_HEIGHT = 4;
  private static final List<String> LAYOUTS = List.of(DEFAULT_LAYOUT, "horizontal");

  public CardForm {
    charts = List.copyOf(charts);
  }

  static CardForm read(JsonNode node, String path, DashboardForm.Checks checks) {
    Fields fields = Fields.of(node, path);
    Integer w = within(fields, "w", 1, COLUMNS);
    Integer h = within(fields, "h", 1, MAX_ROWS);
    Integer x = within(fields, "x", 0, COLUMNS - 1);
    Integer y = within(fields, "y", 0, MAX_ROWS);
    CardForm form =
        new CardForm(
            fields.number("id"),
            x == null && y != null ? (Integer) 0 : x,
            y == null && x != null ? (Integer) 0 : y,
            w == null ? DEFAULT_WIDTH : w,
            h == null ? DEFAULT_HEIGHT : h,
            layout(fields),
            fields.list("charts", (chart, at) -> ChartForm.read(chart, at, checks)),
            null);
    fields.done();
    if (x != null && x + form.w > COLUMNS) {
      throw FailureException.invalid(
          "out_of_grid",
          fields.path("w"),
          "The grid has %d columns: a card at x %d is at most %d wide, not %d."
              .formatted(COLUMNS, x, COLUMNS - x, form.w));
    }
    return form;
  }

  private static @Nullable Integer within(Fields fields, String field, int least, int most) {
    Integer value = fields.integer(field);
    if (value != null && (value < least || value > most)) {
      throw FailureException.invalid(
          "out_of_range",
          fields.path(field),
          "Give a whole number from %d to %d, not %d.".formatted(least, most, value));
    }
    return value;
  }

  private static @Nullable String layout(Fields fields) {
    String layout = fields.text("layout");
    if (layout != null && !LAYOUTS.contains(layout)) {
      throw Fields.notOneOf(fields.path("layout"), layout, LAYOUTS);
    }
    return layout;
  }

  ObjectNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("x", x).put("y", y).put("w", w).put("h", h);
    node.put("layout", layout == null ? DEFAULT_LAYOUT : layout);
    ArrayNode array = node.putArray("charts");
    charts.forEach(chart -> array.add(chart.write()));
    return node;
  }
}
