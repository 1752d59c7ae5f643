package dev.facet.api.facet.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.User;
import dev.facet.access.share.Share;
import dev.facet.api.facet.FacetWire;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links as on the wire. */
final class LinkWire {
  private LinkWire() {}

  /**
   * @param users those who may have made it, by number
   */
  static ObjectNode show(Share share, Map<Long, User> users, Instant now) {
    ObjectNode node =
        FacetWire.object()
            .put("id", share.id())
            .put("label", share.terms().label())
            .put("token", share.token())
            .put("locked", share.locked());
    node.set("settings", share.settings());
    node.put("expires_at", text(share.terms().endsAt()))
        .put("expired", share.isOver(now))
        .put("created_at", share.createdAt().toString())
        .put("used_at", text(share.trail().usedAt()));
    node.set("created_by", FacetWire.author(share.trail().createdBy(), users));
    return node;
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
