package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts.Member;
import dev.facet.api.facet.FacetWire;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.collaborator.Collaborator;
import dev.facet.dashboard.placement.Placement;
import dev.facet.dashboard.placement.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Settings as on the wire. */
final class SettingsWire {
  /** What is shown of a collaborator besides number and level. */
  static final Set<String> SHOWN = Set.of("name", "email");

  private SettingsWire() {}

  /**
   * @param members the organisation's, by number: who left it is not shown
   */
  static ObjectNode show(Dashboard dashboard, List<Collaborator> letIn, Map<Long, Member> members) {
    Registration said = dashboard.registration();
    ObjectNode node =
        FacetWire.object()
            .put("id", dashboard.id())
            .put("revision", dashboard.revision())
            .put("name", said.name() == null ? "" : said.name())
            .put("description", said.description());
    said.tags().forEach(node.putArray("tags")::add);
    node.put("pinned", said.pinned())
        .put("archived", said.archived())
        .put("visibility", said.visibility().name().toLowerCase(Locale.ROOT))
        .put(
            "editors",
            said.restrictionLevel() < Collaborator.EDITS
                ? SettingsInput.EVERYONE
                : SettingsInput.LET_IN);
    node.set("placement", placement(Placement.of(said)));
    ArrayNode people = node.putArray("collaborators");
    for (Collaborator one : letIn) {
      Member member = members.get(one.user());
      if (member != null) {
        people.add(person(one, member));
      }
    }
    return node;
  }

  private static ObjectNode placement(Placement placement) {
    ObjectNode node = FacetWire.object();
    placement.scopes().stream().map(Scope::word).forEach(node.putArray("scopes")::add);
    placement.segments().forEach(node.putArray("segments")::add);
    placement.builders().forEach(node.putArray("builders")::add);
    return node;
  }

  private static ObjectNode person(Collaborator one, Member member) {
    return FacetWire.object()
        .put("id", one.user())
        .put("level", one.level() < Collaborator.EDITS ? "look" : "edit")
        .put("name", member.user().name())
        .put("email", member.user().email());
  }
}
