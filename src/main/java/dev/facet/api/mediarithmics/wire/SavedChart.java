package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.content.Document;
import dev.facet.form.Fields;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.model.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * Saved charts as on the wire: an insight whose query says how it is drawn. What else was sent is
 * kept as extras.
 */
public final class SavedChart {
  private static final String DIALECT = "mediarithmics";
  private static final String CONTENT = "content";
  private static final String DATASET = "dataset";
  private static final String TYPE = "type";
  private static final String ARCHIVED = "archived";

  private SavedChart() {}

  /** What a body says, over what was said before. */
  public static Insight.Definition read(JsonNode body, Insight.Definition before) {
    Fields fields = Fields.of(body, "");
    String title = fields.requiredText("title");
    if (title.isBlank()) {
      throw FailureException.invalid("blank", "title", "give a title that is not blank.");
    }
    ObjectNode content = fields.tree(CONTENT);
    if (content == null) {
      throw Fields.missing(CONTENT);
    }
    String type = fields.text(TYPE);
    ChartForm chart = ChartWire.read(content, CONTENT, id -> false);
    ObjectNode kept = MediarithmicsWire.object();
    kept.put(TYPE, type == null ? content.path(TYPE).asText() : type);
    kept.put(ARCHIVED, fields.flag(ARCHIVED));
    kept.set(CONTENT, content.deepCopy().without(DATASET));
    return before
        .edit()
        .name(title)
        .saved(true)
        .query(query(chart))
        .extras(before.extras().with(DIALECT, kept))
        .done();
  }

  private static @Nullable String query(ChartForm chart) {
    JsonNode query = chart.query();
    if (query == null) {
      throw Fields.missing(CONTENT + "." + DATASET);
    }
    if (query instanceof ObjectNode tree && tree.has(DATASET) && !tree.has("chart")) {
      ObjectNode drawn = tree.deepCopy();
      ObjectNode look = drawn.putObject("chart").put(TYPE, chart.type());
      look.set("options", chart.options());
      return Json.write(drawn);
    }
    return Json.write(query);
  }

  /** The fields of a saved chart but for numbers and instants. */
  public static ObjectNode show(Insight insight) {
    Insight.Definition said = insight.definition();
    JsonNode query = said.query() == null ? MediarithmicsWire.object() : Json.read(said.query());
    Document kept = Document.of(said.extras().get(DIALECT).orElse(null));
    String name = said.name() == null ? said.derivedName() : said.name();
    String drawn = ChartKinds.vendor(ChartTypes.of(query));
    String type = kept.text(TYPE);
    ObjectNode content =
        kept.get(CONTENT).map(ObjectNode.class::cast).orElseGet(MediarithmicsWire::object);
    if (content.isEmpty()) {
      content.put("title", name == null ? "" : name).put(TYPE, drawn);
    }
    content.set(DATASET, ChartWire.dataset(query));
    ObjectNode node = MediarithmicsWire.object();
    node.put("title", name == null ? "" : name).put(TYPE, type == null ? drawn : type);
    node.set(CONTENT, content);
    return node.put(ARCHIVED, kept.get(ARCHIVED).map(JsonNode::asBoolean).orElse(false));
  }
}
