package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dashboards as the vendor shows them.
 *
 * @param shared the numbers of dashboards that anybody with a link can see
 * @param viewed when the caller last looked at dashboards, by number
 */
public record DashboardWire(
    People people, Rights rights, Set<Long> shared, Map<Long, Instant> viewed) {

  /**
   * The object of lists.
   *
   * @param match how the dashboard matched a search, null when nothing was searched
   */
  public ObjectNode basic(Dashboard dashboard, @Nullable String match) {
    ObjectNode node = PostHogWire.object();
    putHead(node, dashboard, dashboard.accessedAt());
    node.put("is_shared", shared.contains(dashboard.id()));
    node.put("deleted", dashboard.deleted());
    node.put("creation_mode", dashboard.registration().creationMode());
    putLevels(node, dashboard);
    node.putNull("last_refresh");
    node.put("team_id", dashboard.project());
    node.put("search_match_type", match);
    return node;
  }

  /**
   * The whole object.
   *
   * @param filters as they apply here, {@code variables} likewise
   */
  public ObjectNode full(
      Sheet sheet,
      @Nullable Instant accessedAt,
      JsonNode filters,
      JsonNode variables,
      ArrayNode tiles) {
    Dashboard dashboard = sheet.dashboard();
    Content content = sheet.content();
    ObjectNode node = PostHogWire.object();
    putHead(node, dashboard, accessedAt);
    node.put("is_shared", shared.contains(dashboard.id()));
    node.put("deleted", dashboard.deleted());
    node.put("creation_mode", dashboard.registration().creationMode());
    node.put("use_template", "");
    node.putNull("use_dashboard");
    node.put("delete_insights", false);
    node.set("filters", filters);
    node.set("variables", variables);
    node.set("breakdown_colors", extra(content, "breakdown_colors", PostHogWire.array()));
    node.set("data_color_theme_id", extra(content, "data_color_theme_id", node.nullNode()));
    putLevels(node, dashboard);
    node.putNull("last_refresh");
    node.set("persisted_filters", nullWhenEmpty(content.filters()));
    node.set("persisted_variables", nullWhenEmpty(content.variables()));
    node.put("team_id", dashboard.project());
    JsonNode quick = extra(content, "quick_filter_ids", PostHogWire.array());
    node.set("quick_filter_ids", quick.isNull() ? PostHogWire.array() : quick);
    node.set("tiles", tiles);
    return node;
  }

  private void putHead(ObjectNode node, Dashboard dashboard, @Nullable Instant accessedAt) {
    Registration said = dashboard.registration();
    node.put("id", dashboard.id());
    node.put("name", said.name());
    node.put("description", said.description());
    node.put("pinned", said.pinned());
    node.put("created_at", PostHogWire.time(dashboard.createdAt()));
    node.set("created_by", people.show(dashboard.createdBy()));
    node.put("last_accessed_at", PostHogWire.time(accessedAt));
    node.put("last_viewed_at", PostHogWire.time(viewed.get(dashboard.id())));
  }

  private void putLevels(ObjectNode node, Dashboard dashboard) {
    Registration said = dashboard.registration();
    node.set("tags", PostHogWire.texts(said.tags()));
    node.put("restriction_level", said.restrictionLevel());
    node.put("effective_restriction_level", rights.restriction(said.restrictionLevel()));
    node.put("effective_privilege_level", rights.privilege(dashboard));
    node.put("user_access_level", rights.level(dashboard.createdBy()));
    node.put("access_control_version", said.restrictionLevel() > Rights.OPEN ? "v1" : "v2");
  }

  private static JsonNode extra(Content content, String field, JsonNode otherwise) {
    JsonNode value = Extras.get(content.extras(), field);
    return value.isMissingNode() ? otherwise : value;
  }

  private static @Nullable ObjectNode nullWhenEmpty(Document document) {
    return document.isEmpty() ? null : document.json();
  }
}
