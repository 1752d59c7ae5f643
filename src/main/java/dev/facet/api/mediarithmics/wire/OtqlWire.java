package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.plan.otql.OtqlPlanner;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Statement.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers to OTQL as the vendor has them; aggregations with the names of old and new clients. */
public final class OtqlWire {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private OtqlWire() {}

  /**
   * The result of a query.
   *
   * @param took in milliseconds
   * @param precision as it was asked for; every answer is exact
   */
  public static ObjectNode result(
      OtqlQuery query, Answer answer, long took, @Nullable String precision) {
    ObjectNode result = MediarithmicsWire.object();
    result.put("took", took).put("timed_out", false);
    result.put("offset", query.offset());
    result.put("limit", isSelection(query, answer) ? (Integer) query.shown() : query.limit());
    result.put("result_type", type(query, answer.table()));
    result.put("precision", precision == null ? "FULL_PRECISION" : precision);
    result.putNull("sampling_ratio");
    result.set("rows", rows(answer.table()));
    result.put("cache_hit", answer.cached());
    result.putNull("warning_message");
    return result;
  }

  private static boolean isSelection(OtqlQuery query, Answer answer) {
    return type(query, answer.table()).equals("SELECTION");
  }

  private static String type(OtqlQuery query, Table table) {
    if (query.statement().operation() instanceof Operation.Directed) {
      return "COUNT";
    }
    return OtqlPlanner.isAggregation(table) ? "AGGREGATION" : "SELECTION";
  }

  private static ArrayNode rows(Table table) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (List<@Nullable Object> row : table.rows()) {
      ObjectNode object = rows.addObject();
      for (int i = 0; i < row.size(); i++) {
        Column column = table.columns().get(i);
        object.set(column.name(), MAPPER.valueToTree(row.get(i)));
      }
      if (OtqlPlanner.isAggregation(table)) {
        alias(object.get(OtqlPlanner.AGGREGATIONS));
      }
    }
    return rows;
  }

  /** Clients of different ages read different names of the same things. */
  private static void alias(JsonNode group) {
    if (!(group instanceof ObjectNode object)) {
      return;
    }
    for (JsonNode buckets : object.path("buckets")) {
      ((ObjectNode) buckets).set("bucket_type", buckets.get("type"));
      buckets.path("buckets").forEach(bucket -> alias(bucket.get(OtqlPlanner.AGGREGATIONS)));
    }
    for (JsonNode metric : object.path("metrics")) {
      ((ObjectNode) metric).set("fieldName", metric.get("field_name"));
      ((ObjectNode) metric).set("type", metric.get("metric_type"));
    }
    object.set("bucket_aggregations", object.get("buckets"));
  }

  /** What checking a query told. */
  public static ObjectNode checked(Optional<Mistake> mistake) {
    ObjectNode checked = MediarithmicsWire.object();
    checked.put("type", mistake.map(one -> type(one.kind())).orElse("VALID"));
    checked.put("status", mistake.isEmpty() ? "ok" : "error");
    mistake.ifPresent(one -> checked.set("error", error(one)));
    return checked;
  }

  private static String type(Mistake.Kind kind) {
    return kind == Mistake.Kind.PARSING ? "PARSING_ERROR" : "VALIDATION_ERROR";
  }

  private static ObjectNode error(Mistake mistake) {
    ObjectNode error = MediarithmicsWire.object();
    error.put("message", mistake.message());
    error.putObject("position").put("row", mistake.row()).put("col", mistake.column());
    error.put("error_type", mistake.kind().name().toUpperCase(Locale.ROOT));
    return error;
  }
}
