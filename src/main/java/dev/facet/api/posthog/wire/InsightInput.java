package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Insight;
import java.util.List;
import java.util.Optional;

/** What a request says about an insight, laid over what was said before. */
public record InsightInput(Input input) {
  private static final int MAX_NAME = 400;
  private static final int MAX_TEXT = 1 << 20;

  /** The definition with the fields that were sent. A query is kept as it is, usable or not. */
  public Insight.Definition definition(Insight.Definition before) {
    input.text("_create_in_folder", MAX_TEXT);
    Insight.Edit edit = before.edit();
    if (input.has("name")) {
      edit.name(input.text("name", MAX_NAME));
    }
    if (input.has("derived_name")) {
      edit.derivedName(input.text("derived_name", MAX_NAME));
    }
    if (input.has("description")) {
      edit.description(input.text("description", MAX_TEXT));
    }
    if (input.has("query")) {
      ObjectNode query = input.object("query", "Query must be a dictionary");
      edit.query(query == null ? null : query.toString());
    }
    if (input.has("filters")) {
      ObjectNode filters = input.object("filters", "Filters must be a dictionary");
      edit.filters(filters == null ? "{}" : filters.toString());
    }
    if (input.has("saved")) {
      edit.saved(input.flag("saved"));
    }
    if (input.has("favorited")) {
      edit.favorited(input.flag("favorited"));
    }
    if (input.has("tags")) {
      edit.tags(DashboardInput.tags(input));
    }
    if (input.has("order")) {
      Long order = input.number("order");
      JsonNode value = order == null ? input.node().nullNode() : input.node().numberNode(order);
      edit.extras(Extras.with(before.extras(), "order", value));
    }
    return edit.done();
  }

  /** The definition of an insight that comes with a template. */
  public Insight.Definition sample() {
    Insight.Definition said = definition(Insight.Definition.EMPTY);
    JsonNode yes = input.node().booleanNode(true);
    return said.edit().extras(Extras.with(said.extras(), "is_sample", yes)).done();
  }

  /** As {@link #definition} for a change, which makes a sample one's own and an insight saved. */
  public Insight.Definition changed(Insight.Definition before) {
    Insight.Definition after = definition(before);
    Insight.Edit edit = after.edit();
    if (!input.has("saved")) {
      edit.saved(true);
    }
    JsonNode no = input.node().booleanNode(false);
    return edit.extras(Extras.with(after.extras(), "is_sample", no)).done();
  }

  /** The dashboards it is to be on; nothing when the request does not say. */
  public Optional<List<Long>> dashboards() {
    return input.node().hasNonNull("dashboards")
        ? Optional.of(input.numbers("dashboards").stream().distinct().toList())
        : Optional.empty();
  }
}
