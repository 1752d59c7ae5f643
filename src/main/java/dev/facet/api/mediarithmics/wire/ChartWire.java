package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.form.QueryForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Charts as on the wire, alone or as a saved one's content. A data set is kept as a query of its
 * own kind, together with a type of chart that nobody knows: it is that chart's error.
 */
public final class ChartWire {
  private static final String TREE = "DatasetTree";
  private static final String REFERENCE = "chart_id";
  private static final String USE_CACHE = "useCache";

  /** The type of a data set that is one of our other queries. */
  private static final String QUERY = "query";

  /** The type of a data set that stands for a saved chart which was not there. */
  private static final String SAVED = "saved_chart";

  private ChartWire() {}

  /**
   * A chart as sent.
   *
   * @param isSaved whether there is a saved chart of this number
   */
  static ChartForm read(JsonNode node, String path, LongPredicate isSaved) {
    Fields fields = Fields.of(node, path);
    JsonNode reference = fields.node(REFERENCE);
    return reference == null ? drawn(fields, node, path) : referring(fields, node, path, isSaved);
  }

  private static ChartForm referring(
      Fields fields, JsonNode node, String path, LongPredicate isSaved) {
    JsonNode reference = node.path(REFERENCE);
    String id = MediarithmicsWire.id(reference, fields.path(REFERENCE));
    Long saved = id.matches("\\d{1,18}") ? (Long) Long.parseLong(id) : null;
    boolean found = saved != null && isSaved.test(saved);
    ObjectNode missing =
        MediarithmicsWire.object().put("type", SAVED).<ObjectNode>set(REFERENCE, reference);
    return new ChartForm(
        path,
        null,
        null,
        "",
        null,
        MediarithmicsWire.object(),
        List.of(),
        found ? null : tree(missing, null),
        found ? saved : null,
        found,
        Extras.of(node, Set.of(), null));
  }

  private static ChartForm drawn(Fields fields, JsonNode node, String path) {
    String type = fields.requiredText("type");
    JsonNode options = object(node.path("options"));
    List<String> colors = colors(node.path("colors"));
    String core = ChartKinds.core(type, options);
    boolean isText = ChartTypes.TEXT.equals(core) && options.path("text").isTextual();
    return new ChartForm(
        path,
        null,
        fields.text("title"),
        "",
        core,
        (ObjectNode) options,
        colors,
        isText ? null : cached(query(dataset(fields), core == null ? type : null), node),
        null,
        false,
        Extras.of(node, known(node, options, colors), null));
  }

  /** The fields that come back from what the core keeps; what is empty does not. */
  private static List<String> known(JsonNode node, JsonNode options, List<String> colors) {
    List<String> known = new ArrayList<>(List.of("dataset"));
    if (node.path("title").isTextual()) {
      known.add("title");
    }
    if (!options.isEmpty()) {
      known.add("options");
    }
    if (!colors.isEmpty()) {
      known.add("colors");
    }
    return known;
  }

  private static ObjectNode dataset(Fields fields) {
    ObjectNode dataset = fields.tree("dataset");
    if (dataset == null) {
      throw Fields.missing(fields.path("dataset"));
    }
    if (!dataset.path("type").isTextual()) {
      throw FailureException.invalid(
          "required", fields.path("dataset.type"), "A data set says its type.");
    }
    return dataset;
  }

  private static JsonNode query(ObjectNode dataset, @Nullable String unknownType) {
    boolean bare = dataset.path("type").asText().equals(QUERY) && dataset.path(QUERY).isObject();
    return bare && unknownType == null ? dataset.path(QUERY) : tree(dataset, unknownType);
  }

  /** The query, which says so too when the chart says that it is to be computed anew. */
  private static JsonNode cached(JsonNode query, JsonNode chart) {
    boolean anew = chart.path(USE_CACHE).isBoolean() && !chart.path(USE_CACHE).booleanValue();
    if (anew && query.path("kind").asText().equals(TREE)) {
      return ((ObjectNode) query).put(USE_CACHE, false);
    }
    return query;
  }

  private static ObjectNode tree(ObjectNode dataset, @Nullable String unknownType) {
    ObjectNode tree = MediarithmicsWire.object().put("kind", TREE);
    tree.set("dataset", dataset);
    if (unknownType != null) {
      tree.putObject("chart").put("type", unknownType);
    }
    return tree;
  }

  private static JsonNode object(JsonNode node) {
    return node.isObject() ? node : MediarithmicsWire.object();
  }

  private static List<String> colors(JsonNode node) {
    List<JsonNode> all = StreamSupport.stream(node.spliterator(), false).toList();
    return node.isArray() && all.stream().allMatch(JsonNode::isTextual)
        ? all.stream().map(JsonNode::textValue).toList()
        : List.of();
  }

  /** A chart to be sent. */
  static ObjectNode show(ChartForm form) {
    ObjectNode own = Extras.own(form.extras());
    if (own.has(REFERENCE)) {
      return own;
    }
    ObjectNode node = MediarithmicsWire.object();
    if (form.title() != null) {
      node.put("title", form.title());
    }
    node.put("type", type(form, own));
    if (!form.isText()) {
      node.set("dataset", dataset(form.query()));
    }
    if (!form.options().isEmpty()) {
      node.set("options", form.options());
    }
    if (!form.colors().isEmpty()) {
      ArrayNode colors = node.putArray("colors");
      form.colors().forEach(colors::add);
    }
    own.remove("type");
    return node.setAll(own);
  }

  /** The type as it was sent, as long as it is still drawn so. */
  private static String type(ChartForm form, ObjectNode own) {
    String sent = own.path("type").asText();
    String core = form.type() == null ? "table" : form.type();
    if (sent.isEmpty()) {
      return ChartKinds.vendor(core);
    }
    String meant = ChartKinds.core(sent, form.options());
    return meant == null || meant.equals(core) ? sent : ChartKinds.vendor(core);
  }

  /** The data set that gives a query's answer. */
  public static JsonNode dataset(@Nullable JsonNode query) {
    JsonNode source = query == null ? MediarithmicsWire.object() : QueryForm.source(query);
    if (source.path("kind").asText().equals(TREE)) {
      return source.path("dataset");
    }
    return MediarithmicsWire.object().put("type", QUERY).set(QUERY, source);
  }
}
