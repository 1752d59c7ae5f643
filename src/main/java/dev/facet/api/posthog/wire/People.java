package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users that objects name by number. */
public record People(Map<Long, User> users) {
  public People {
    users = Map.copyOf(users);
  }

  /** {@code UserBasic} of the user of this number, null when there is none. */
  public @Nullable ObjectNode show(@Nullable Long id) {
    return id == null ? null : PostHogWire.user(users.get(id));
  }
}
