package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query that is computed in the background.
 *
 * @param node as it was sent
 * @param insight whose query it is, null for nobody's; {@code dashboard} likewise
 */
public record Asked(Query query, JsonNode node, @Nullable Long insight, @Nullable Long dashboard) {}
