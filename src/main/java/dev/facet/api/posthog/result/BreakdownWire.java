package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.query.Breakdown;
import dev.facet.query.Cohort;
import dev.facet.query.Definitions;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breakdown values as the vendor writes them.
 *
 * @param node the query as it was sent, without wrappers
 */
record BreakdownWire(@Nullable Breakdown breakdown, JsonNode node, Definitions definitions) {
  private static final String EVERYBODY = "all users";

  /** The values in a cell of an answer: one is no list there. */
  static List<String> values(@Nullable Object cell) {
    return cell instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(cell));
  }

  /** Values as people read them: cohorts have names. */
  String label(List<String> values) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      names.add(isCohort(i) ? cohort(values.get(i)) : values.get(i));
    }
    return Breakdown.label(names);
  }

  private boolean isCohort(int place) {
    return breakdown != null
        && breakdown.dimensions().get(place).property().source() == PropertyRef.Source.COHORTS;
  }

  private static boolean isNumber(String cohort) {
    return cohort.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private String cohort(String value) {
    if (value.equals(PropertyRef.EVERYBODY)) {
      return EVERYBODY;
    }
    Cohort cohort = isNumber(value) ? definitions.cohorts().get(Long.valueOf(value)) : null;
    return cohort == null ? value : cohort.name();
  }

  /** The newer form of breakdowns is a list and so are its values; cohorts are numbers. */
  JsonNode value(List<String> values) {
    ArrayNode all = PostHogWire.array();
    for (int i = 0; i < values.size(); i++) {
      if (isCohort(i) && isNumber(values.get(i))) {
        all.add(Long.parseLong(values.get(i)));
      } else {
        all.add(values.get(i));
      }
    }
    boolean listed = !node.path("breakdownFilter").path("breakdowns").isEmpty();
    return listed ? all : all.get(0);
  }
}
