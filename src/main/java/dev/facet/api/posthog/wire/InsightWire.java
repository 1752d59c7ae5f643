package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Jobs;
import dev.facet.api.http.Json;
import dev.facet.dashboard.Insight;
import dev.facet.model.Project;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Insights as the vendor shows them.
 *
 * @param dashboard the dashboard whose tile is shown, null for the insight by itself
 * @param viewed when insights were last looked at, by number
 * @param ids makes ids of computations
 */
public record InsightWire(
    Project project,
    People people,
    Rights rights,
    @Nullable Long dashboard,
    Map<Long, Instant> viewed,
    Supplier<UUID> ids) {

  /** The fields whose value is what was computed, all null or false when nothing was. */
  private static final List<String> COMPUTED =
      List.of("last_refresh", "cache_target_age", "next_allowed_client_refresh", "result");

  /** The stored query of an insight; missing when it has none. */
  public static JsonNode query(Insight insight) {
    String query = insight.definition().query();
    return query == null ? PostHogWire.object().path("query") : read(query);
  }

  private static JsonNode read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The whole object.
   *
   * @param spots where the insight is shown
   * @param query the query as it was asked here, missing for none
   */
  public ObjectNode full(
      Insight insight, List<Insight.Spot> spots, JsonNode query, Outcome outcome) {
    Insight.Definition said = insight.definition();
    ObjectNode node = PostHogWire.object();
    node.put("id", insight.id());
    node.put("short_id", insight.shortId());
    node.put("name", said.name());
    node.put("derived_name", said.derivedName());
    node.set("query", query.isMissingNode() ? null : query);
    node.set("order", Extras.get(said.extras(), "order").deepCopy());
    node.put("deleted", insight.deleted());
    putDashboards(node, spots);
    COMPUTED.forEach(node::putNull);
    node.putNull("hasMore");
    node.putNull("columns");
    putAbout(node, insight);
    putLevels(node, insight);
    node.putNull("timezone");
    node.put("is_cached", false);
    for (String field : List.of("query_status", "hogql", "types", "resolved_date_range")) {
      node.putNull(field);
    }
    node.putArray("alerts");
    node.put("last_viewed_at", PostHogWire.time(viewed.get(insight.id())));
    node.set("filters", read(said.filters()));
    node.put("filters_hash", Outcome.cacheKey(project.id(), query));
    node.put("saved", said.saved());
    putOutcome(node, insight, outcome);
    return node;
  }

  private static void putDashboards(ObjectNode node, List<Insight.Spot> spots) {
    ArrayNode dashboards = node.putArray("dashboards");
    spots.stream().map(Insight.Spot::dashboard).distinct().forEach(dashboards::add);
    ArrayNode tiles = node.putArray("dashboard_tiles");
    for (Insight.Spot spot : spots) {
      ObjectNode tile = tiles.addObject();
      tile.put("id", spot.chart());
      tile.put("dashboard_id", spot.dashboard());
      tile.putNull("deleted");
    }
  }

  private void putAbout(ObjectNode node, Insight insight) {
    Insight.Definition said = insight.definition();
    node.put("created_at", PostHogWire.time(insight.createdAt()));
    node.set("created_by", people.show(insight.createdBy()));
    node.put("description", said.description());
    node.put("updated_at", PostHogWire.time(insight.updatedAt()));
    node.set("tags", PostHogWire.texts(said.tags()));
    node.put("favorited", said.favorited());
    node.put("last_modified_at", PostHogWire.time(insight.modifiedAt()));
    node.set("last_modified_by", people.show(insight.modifiedBy()));
    node.put("is_sample", Extras.get(said.extras(), "is_sample").asBoolean());
  }

  private void putLevels(ObjectNode node, Insight insight) {
    node.put("effective_restriction_level", rights.restriction(Rights.OPEN));
    node.put("effective_privilege_level", rights.privilege());
    node.put("user_access_level", rights.level(insight.createdBy()));
  }

  /** The light object of lists, without anything that is computed. */
  public ObjectNode basic(Insight insight, List<Insight.Spot> spots) {
    Insight.Definition said = insight.definition();
    ObjectNode node = PostHogWire.object();
    node.put("id", insight.id());
    node.put("short_id", insight.shortId());
    node.put("name", said.name());
    node.put("derived_name", said.derivedName());
    node.set("filters", read(said.filters()));
    JsonNode query = query(insight);
    node.set("query", query.isMissingNode() ? null : query);
    putDashboards(node, spots);
    putAbout(node, insight);
    node.put("saved", said.saved());
    node.put("last_viewed_at", PostHogWire.time(viewed.get(insight.id())));
    putLevels(node, insight);
    node.put("deleted", insight.deleted());
    return node;
  }

  private void putOutcome(ObjectNode node, Insight insight, Outcome outcome) {
    QueryStatus status = new QueryStatus(project.id(), insight.id(), dashboard);
    switch (outcome) {
      case Outcome.NoQuery _, Outcome.Unusable _ -> {}
      case Outcome.NotComputed(_, var job) -> putJob(node, status, job);
      case Outcome.Failed(var failure) ->
          node.set("query_status", status.failed(ids.get(), failure));
      case Outcome.Answered answered -> {
        putAnswer(node, answered);
        putJob(node, status, answered.job());
      }
    }
  }

  private static void putJob(
      ObjectNode node, QueryStatus status, Jobs.@Nullable Status<Asked> job) {
    if (job != null) {
      node.set("query_status", status.of(job, null));
    }
  }

  private void putAnswer(ObjectNode node, Outcome.Answered answered) {
    Answer answer = answered.answer();
    ObjectNode response = answered.response();
    node.put("last_refresh", PostHogWire.time(answer.computedAt()));
    node.put("cache_target_age", PostHogWire.time(Outcome.staleAt(answer)));
    node.put("next_allowed_client_refresh", PostHogWire.time(answer.computedAt()));
    node.set("result", response.get("results"));
    for (String field : List.of("hasMore", "columns", "hogql", "types", "resolved_date_range")) {
      node.set(field, response.get(field));
    }
    node.put("timezone", project.zone().getId());
    node.put("is_cached", answer.cached());
  }
}
