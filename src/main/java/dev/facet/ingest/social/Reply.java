package dev.facet.ingest.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a network said.
 *
 * @param headers by their names in lower case, the last of each
 * @param body a missing node when it was empty or no JSON
 */
public record Reply(int status, Map<String, String> headers, JsonNode body) {
  public Reply {
    headers = Map.copyOf(headers);
  }
}
