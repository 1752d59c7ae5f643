package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
      names.add(value(i, values.get(i), true).textValue());
    }
    return Breakdown.label(names);
  }

  boolean isCohort(int place) {
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
      all.add(value(i, values.get(i), false));
    }
    boolean listed = !node.path("breakdownFilter").path("breakdowns").isEmpty();
    return listed ? all : all.get(0);
  }

  /** The value at a place: cohorts are numbers, or names where people read them. */
  JsonNode value(int place, String value, boolean named) {
    if (!isCohort(place)) {
      return TextNode.valueOf(value);
    }
    return named || !isNumber(value)
        ? TextNode.valueOf(named ? cohort(value) : value)
        : LongNode.valueOf(Long.parseLong(value));
  }
}
