package dev.facet.api.facet.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Intake;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.sheet.Import;
import dev.facet.ingest.sheet.Limits;
import dev.facet.ingest.sheet.Line;
import dev.facet.ingest.sheet.Mapping;
import dev.facet.ingest.sheet.Sheet;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Files of rows: looked at first, with what their columns seem to mean, then taken. {@code mapping}
 * is a JSON object from the file's names to the dataset's, empty for none.
 */
public final class ImportsResource {
  private static final int SHOWN = 20;
  private static final int SAMPLES = 3;
  private static final int TOLD = 100;
  private static final Limits LIMITS = new Limits(SentRows.MOST);

  private final RowsResource rows;

  public ImportsResource(RowsResource rows) {
    this.rows = rows;
  }

  /** What would come of a file; nothing is kept. */
  public Response preview(Request request) {
    Import read = read(request);
    Dataset dataset = read.intake().dataset();
    ObjectNode answer = FacetWire.object();
    answer.put("format", read.sheet().format().name().toLowerCase(Locale.ROOT));
    answer.put("delimiter", String.valueOf(read.sheet().delimiter()));
    answer.set("columns", columns(read));
    answer.set("dataset", described(dataset));
    ArrayNode missing = answer.putArray("missing");
    read.mapping().missing(dataset).forEach(missing::add);
    answer.put("total", read.sheet().lines().size());
    answer.put("acceptable", read.rows().taken().size());
    ArrayNode shown = answer.putArray("rows");
    read.rows().taken().stream().limit(SHOWN).forEach(row -> shown.add(ShownRow.of(row, dataset)));
    ArrayNode rejected = answer.putArray("rejected");
    int told = 0;
    for (JsonNode one : RowsResource.refused(read.rows(), read::line)) {
      if (told++ < TOLD) {
        rejected.add(one);
      }
    }
    return Response.json(200, answer);
  }

  /** Takes the rows of a file. */
  public Response take(Request request) {
    Import read = read(request);
    List<String> missing = read.mapping().missing(read.intake().dataset());
    if (!missing.isEmpty()) {
      throw FailureException.invalid(
          "invalid_mapping",
          "mapping",
          "No column of the file fills %s, which tells rows apart: name one in the mapping."
              .formatted(String.join(", ", missing)));
    }
    return rows.take(request, read.intake(), read.rows(), read::line);
  }

  private static Import read(Request request) {
    Intake intake = RowsBody.intake(request);
    Sheet sheet = Sheet.read(RowsBody.unpacked(request), delimiter(request), LIMITS);
    return Import.of(sheet, mapping(request, sheet, intake.dataset()), intake);
  }

  private static Optional<Character> delimiter(Request request) {
    Optional<String> given = request.query("delimiter").filter(text -> !text.isEmpty());
    if (given.isPresent() && given.get().length() > 1) {
      throw FailureException.invalid(
          "delimiter", "delimiter", "A delimiter is one character, such as a semicolon.");
    }
    return given.map(text -> text.charAt(0));
  }

  private static Mapping mapping(Request request, Sheet sheet, Dataset dataset) {
    Optional<String> given = request.query("mapping").filter(text -> !text.isBlank());
    if (given.isEmpty()) {
      return Mapping.guess(sheet.columns(), dataset);
    }
    JsonNode node = Json.read(given.get().getBytes(StandardCharsets.UTF_8));
    if (!node.isObject() || node.properties().stream().anyMatch(e -> !isName(e.getValue()))) {
      throw FailureException.invalid(
          "invalid_mapping",
          "mapping",
          "Give an object from the file's columns to the dataset's, such as {\"Start\": \"started_at\"}.");
    }
    Map<String, String> chosen = new LinkedHashMap<>();
    node.properties()
        .forEach(e -> chosen.put(e.getKey(), e.getValue().isNull() ? "" : e.getValue().asText()));
    return Mapping.chosen(chosen, sheet.columns(), dataset);
  }

  private static boolean isName(JsonNode node) {
    return node.isTextual() || node.isNull();
  }

  private static ArrayNode columns(Import read) {
    Map<String, ArrayNode> samples = samples(read.sheet());
    ArrayNode columns = FacetWire.array();
    samples.forEach(
        (name, first) ->
            columns
                .addObject()
                .put("name", name)
                .put("column", read.mapping().columns().get(name))
                .set("samples", first));
    return columns;
  }

  /** By the names of columns, in their order, the first values of each. */
  private static Map<String, ArrayNode> samples(Sheet sheet) {
    Map<String, ArrayNode> samples = new LinkedHashMap<>();
    sheet.columns().forEach(name -> samples.put(name, FacetWire.array()));
    for (Line line : sheet.lines()) {
      line.values()
          .forEach(
              (name, value) -> {
                ArrayNode first = samples.get(name);
                if (first != null && first.size() < SAMPLES) {
                  first.add(value);
                }
              });
    }
    return samples;
  }

  private static ArrayNode described(Dataset dataset) {
    ArrayNode columns = FacetWire.array();
    for (Column column : dataset.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().name().toLowerCase(Locale.ROOT))
          .put("key", dataset.key().contains(column.name()));
    }
    return columns;
  }
}
