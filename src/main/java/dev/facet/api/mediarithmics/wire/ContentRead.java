package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Reads contents as sent. Nothing in them says what it was before: {@link Likeness} finds out. */
public final class ContentRead {
  private static final int COLUMNS = 12;
  private static final int MAX_ROWS = 10_000;
  private static final String FILTERS = "available_filters";
  private static final String LAYOUT = "layout";

  /** How charts lie in a card that does not say it. */
  static final String UNSAID_LAYOUT = "horizontal";

  private static final List<String> LAYOUTS = List.of("vertical", UNSAID_LAYOUT);

  private final LongPredicate isSaved;

  private ContentRead(LongPredicate isSaved) {
    this.isSaved = isSaved;
  }

  /**
   * The form that puts a content in the place of another.
   *
   * @param before the dashboard as it is
   * @param isSaved whether there is a saved chart of this number
   */
  public static DashboardForm read(JsonNode body, DashboardForm before, LongPredicate isSaved) {
    Fields fields = Fields.of(body, "");
    if (!fields.has("sections")) {
      throw Fields.missing("sections");
    }
    ContentRead reader = new ContentRead(isSaved);
    List<ObjectNode> filters = fields.list(FILTERS, AvailableFilter::check);
    List<SectionForm> sections = fields.list("sections", reader::section);
    List<String> known = filters.isEmpty() ? List.of("sections") : List.of("sections", FILTERS);
    return DashboardForm.ofContent(
        new Likeness(before, isSaved).apply(sections),
        filters,
        Extras.of(body, known, before.extras()));
  }

  private SectionForm section(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String title = fields.text("title");
    return new SectionForm(
        title == null ? "" : title,
        fields.list("cards", this::card),
        Extras.of(node, List.of("title", "cards"), null));
  }

  private CardForm card(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    List<String> known = new ArrayList<>(List.of("x", "y", "w", "h", "charts"));
    String layout = layout(fields);
    if (layout != null) {
      known.add(LAYOUT);
    }
    return new CardForm(
        null,
        within(fields, "x", 0, COLUMNS - 1),
        within(fields, "y", 0, MAX_ROWS),
        within(fields, "w", 1, COLUMNS),
        within(fields, "h", 1, MAX_ROWS),
        layout == null ? UNSAID_LAYOUT : layout,
        fields.list("charts", this::chart),
        Extras.of(layout == null ? unsaid(node) : node, known, null));
  }

  /** Remembers among the extras that the layout was not said. */
  private static JsonNode unsaid(JsonNode card) {
    return ((ObjectNode) card.deepCopy()).putNull(LAYOUT);
  }

  private ChartForm chart(JsonNode node, String path) {
    return ChartWire.read(node, path, isSaved);
  }

  private static int within(Fields fields, String field, int least, int most) {
    Integer value = fields.integer(field);
    if (value == null) {
      throw Fields.missing(fields.path(field));
    }
    if (value < least || value > most) {
      throw FailureException.invalid(
          "out_of_range",
          fields.path(field),
          "Give a whole number from %d to %d, not %d.".formatted(least, most, value));
    }
    return value;
  }

  private static @Nullable String layout(Fields fields) {
    String layout = fields.text(LAYOUT);
    if (layout != null && !LAYOUTS.contains(layout)) {
      throw Fields.notOneOf(fields.path(LAYOUT), layout, LAYOUTS);
    }
    return layout;
  }
}
