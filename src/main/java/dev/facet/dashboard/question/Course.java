package dev.facet.dashboard.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.model.Grain;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a view shows numbers over time; each question keeps what it says itself where the view says
 * nothing, and what cannot be laid over it.
 *
 * @param compare whether to show another period, too
 * @param shift how long before that one is, such as {@code -1y}; null for the one just before
 * @param grain the steps of time, null for each question's own
 */
public record Course(boolean compare, @Nullable String shift, @Nullable Grain grain) {
  /** Changes nothing. */
  public static final Course OWN = new Course(false, null, null);

  private static final Set<String> COMPARABLE = Set.of("TrendsQuery", "StickinessQuery");
  private static final Set<String> STEPPED =
      Set.of("TrendsQuery", "StickinessQuery", "LifecycleQuery", "FunnelsQuery");

  /** What reports call the steps of their datasets' time. */
  private static final Map<Grain, String> DIMENSIONS =
      Map.of(Grain.DAY, "date", Grain.WEEK, "week", Grain.MONTH, "month");

  /** The query as it is asked in this way; the one given is not changed. */
  JsonNode over(JsonNode query) {
    if (!(query instanceof ObjectNode object) || equals(OWN)) {
      return query;
    }
    ObjectNode copy = object.deepCopy();
    if (copy.get("source") instanceof ObjectNode source) {
      copy.set("source", over(source));
      return copy;
    }
    String kind = copy.path("kind").asText();
    if (compare && COMPARABLE.contains(kind)) {
      compare(copy);
    }
    if (grain != null && STEPPED.contains(kind)) {
      copy.put("interval", grain.name().toLowerCase(Locale.ROOT));
    } else if (grain != null && kind.equals("ReportQuery")) {
      report(copy, grain);
    }
    return copy;
  }

  private void compare(ObjectNode query) {
    boolean endless = query.path("dateRange").path("date_from").asText().equals("all");
    boolean comparing = query.path("compareFilter").path("compare").asBoolean();
    if (!endless && (!comparing || shift != null)) {
      ObjectNode filter = query.putObject("compareFilter").put("compare", true);
      if (shift != null) {
        filter.put("compare_to", shift);
      }
    }
  }

  /** Of a report by one step of time, where the dataset has others. */
  private static void report(ObjectNode query, Grain grain) {
    Optional<Cube> cube = Cubes.of(query.path("dataset").asText());
    String name = DIMENSIONS.get(grain);
    if (name == null || cube.isEmpty() || cube.get().rows().areMonths()) {
      return;
    }
    if (!(query.get("dimensions") instanceof ArrayNode dimensions)) {
      return;
    }
    int[] steps =
        IntStream.range(0, dimensions.size())
            .filter(i -> DIMENSIONS.containsValue(dimensions.get(i).asText()))
            .toArray();
    if (steps.length == 1) {
      String before = dimensions.get(steps[0]).asText();
      dimensions.set(steps[0], name);
      reorder(query, before, name);
    }
  }

  private static void reorder(ObjectNode query, String before, String name) {
    for (JsonNode order : query.path("order_by")) {
      if (order instanceof ObjectNode object && object.path("field").asText().equals(before)) {
        object.put("field", name);
      }
    }
  }
}
