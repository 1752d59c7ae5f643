package dev.facet.api.facet.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Readers;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.dataset.Intake;
import dev.facet.model.Column;
import dev.facet.model.Project;
import dev.facet.model.Type;
import dev.facet.query.type.PropertyTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What data a project has. */
final class InventoryResource {
  private final Inventory inventory;
  private final Readers readers;

  InventoryResource(Inventory inventory, Readers readers) {
    this.inventory = inventory;
    this.readers = readers;
  }

  /** Events and every dataset that takes rows. */
  Response datasets(Request request) {
    List<Dataset> all = new ArrayList<>(List.of(Datasets.EVENTS, Datasets.PERSONS));
    Intake.ALL.forEach(intake -> all.add(intake.dataset()));
    ArrayNode results = FacetWire.array();
    all.forEach(dataset -> results.add(dataset(project(request), dataset)));
    return Response.json(200, FacetWire.list(results, all.size(), null));
  }

  private ObjectNode dataset(long project, Dataset dataset) {
    String time = time(dataset);
    Inventory.Amount amount = inventory.amount(project, dataset, time);
    ObjectNode node = FacetWire.object().put("name", dataset.name()).put("rows", amount.rows());
    node.put("time", time.isEmpty() ? null : time).put("newest", shown(amount.newest()));
    ArrayNode columns = node.putArray("columns");
    for (Column column : dataset.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().name().toLowerCase(Locale.ROOT))
          .put("key", dataset.key().contains(column.name()));
    }
    return node;
  }

  /** The column that says when a row is of: the dataset's own, else its first time. */
  private static String time(Dataset dataset) {
    return dataset.time().isEmpty()
        ? dataset.columns().stream()
            .filter(column -> column.type() == Type.TIME)
            .map(Column::name)
            .findFirst()
            .orElse("")
        : dataset.time();
  }

  Response events(Request request) {
    List<Inventory.Counted> events = inventory.events(project(request));
    ArrayNode results = FacetWire.array();
    for (Inventory.Counted event : events) {
      results
          .addObject()
          .put("name", event.name())
          .put("count", event.count())
          .put("newest", shown(event.newest()));
    }
    return Response.json(200, FacetWire.list(results, events.size(), null));
  }

  /** Those of the newest events, the most frequent first. */
  Response properties(Request request) {
    Project project = request.recall(Project.class);
    PropertyTypes types = readers.of(project).definitions().propertyTypes();
    Inventory.Uses uses = inventory.properties(project.id());
    ArrayNode results = FacetWire.array();
    uses.byName().entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Inventory.Use> e) -> -e.getValue().events())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              var type = types.of(PropertyTypes.EVENT, entry.getKey());
              ObjectNode node = results.addObject().put("name", entry.getKey());
              node.put("type", type == null ? null : type.word());
              node.put("share", (double) entry.getValue().events() / uses.events());
              entry.getValue().examples().forEach(node.putArray("examples")::add);
            });
    ObjectNode answer = FacetWire.list(results, results.size(), null);
    return Response.json(200, answer.put("looked_at", uses.events()));
  }

  private static long project(Request request) {
    return request.recall(Project.class).id();
  }

  private static @Nullable String shown(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
