package dev.facet.api.facet.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import dev.facet.dataset.Dataset;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.sheet.Import;
import dev.facet.ingest.sheet.Line;
import dev.facet.ingest.sheet.Sheet;
import dev.facet.model.Column;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What would come of a file, in JSON. */
final class Preview {
  private static final int SHOWN = 20;
  private static final int SAMPLES = 3;
  private static final int TOLD = 100;

  private Preview() {}

  static ObjectNode of(Import read) {
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
    answer.set("lines", lines(read));
    return answer;
  }

  /** The first lines in their order: as given, and as kept or what is against it. */
  private static ArrayNode lines(Import read) {
    Map<Integer, ObjectNode> outcomes = outcomes(read);
    ArrayNode lines = FacetWire.array();
    List<Line> all = read.sheet().lines();
    for (int i = 0; i < Math.min(SHOWN, all.size()); i++) {
      ObjectNode line = lines.addObject().put("line", all.get(i).number());
      ObjectNode given = line.putObject("given");
      all.get(i)
          .values()
          .forEach(
              (name, value) -> {
                String column = read.mapping().columns().get(name);
                if (column != null) {
                  given.set(column, value);
                }
              });
      line.setAll(outcomes.getOrDefault(i, FacetWire.object()));
    }
    return lines;
  }

  private static Map<Integer, ObjectNode> outcomes(Import read) {
    Map<Integer, ObjectNode> outcomes = new HashMap<>();
    Dataset dataset = read.intake().dataset();
    List<Integer> places = read.rows().places();
    for (int i = 0; i < places.size() && places.get(i) < SHOWN; i++) {
      ObjectNode kept = FacetWire.object();
      kept.set("kept", ShownRow.of(read.rows().taken().get(i), dataset));
      outcomes.put(places.get(i), kept);
    }
    for (SentRows.Refused refused : read.rows().refused()) {
      if (refused.row() < SHOWN) {
        outcomes.put(
            refused.row(),
            FacetWire.object().put("path", refused.path()).put("message", refused.message()));
      }
    }
    return outcomes;
  }

  private static ArrayNode columns(Import read) {
    ArrayNode columns = FacetWire.array();
    samples(read.sheet())
        .forEach(
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
