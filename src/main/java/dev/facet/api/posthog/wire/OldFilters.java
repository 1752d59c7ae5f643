package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The filters of insights in the old form, as tiles show them. */
public final class OldFilters {
  private OldFilters() {}

  /**
   * An insight's own filters with those of its dashboard, which go before; properties are added to
   * its own. Empty ones stay empty: those insights ask in the new form.
   */
  public static JsonNode laid(JsonNode own, JsonNode dashboard) {
    if (own.isEmpty()) {
      return own;
    }
    ObjectNode laid = own.deepCopy();
    if (!laid.has("insight")) {
      laid.put("insight", "TRENDS");
    }
    for (String bound : new String[] {"date_from", "date_to"}) {
      if (dashboard.hasNonNull(bound)) {
        laid.set(bound, dashboard.get(bound));
      } else if (!laid.has(bound)) {
        laid.putNull(bound);
      }
    }
    if (dashboard.path("properties").isArray() && !laid.path("properties").isObject()) {
      dashboard.get("properties").forEach(laid.withArrayProperty("properties")::add);
    }
    return laid;
  }
}
