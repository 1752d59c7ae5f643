package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.placement.Placement;
import dev.facet.dashboard.placement.Scope;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.function.BiFunction;

/** Registrations as on the wire. */
final class RegistrationWire {
  private RegistrationWire() {}

  static ObjectNode show(Dashboard dashboard, String organisation) {
    Registration said = dashboard.registration();
    ObjectNode node = MediarithmicsWire.object();
    node.put("id", Long.toString(dashboard.id())).put("title", title(said));
    Placement placed = Placement.of(said);
    placed.scopes().stream().map(Scope::word).forEach(node.putArray("scopes")::add);
    placed.segments().forEach(node.putArray("segment_ids")::add);
    placed.builders().forEach(node.putArray("builder_ids")::add);
    node.put("archived", said.archived());
    if (dashboard.contentRevision() != null) {
      node.put("dashboard_content_id", MediarithmicsWire.id(dashboard.contentRevision()));
    }
    return node.put("organisation_id", organisation)
        .put("community_id", organisation)
        .put("created_ts", dashboard.createdAt().toEpochMilli())
        .put("created_by", MediarithmicsWire.id(dashboard.createdBy()))
        .put("last_modified_ts", dashboard.describedAt().toEpochMilli())
        .put("last_modified_by", MediarithmicsWire.id(dashboard.describedBy()));
  }

  private static String title(Registration said) {
    String name = said.name();
    return name == null ? "" : name;
  }

  /** What a body says, over what was said before: fields that are not there get their default. */
  static Registration read(Call call, JsonNode body, Registration before) {
    Fields fields = Fields.of(body, "");
    String title = fields.requiredText("title");
    if (title.isBlank()) {
      throw FailureException.invalid("blank", "title", "give a title that is not blank.");
    }
    checkOwners(call, fields);
    Placement placed =
        new Placement(
            list(fields, "scopes", RegistrationWire::scope),
            list(fields, "segment_ids", MediarithmicsWire::id),
            list(fields, "builder_ids", MediarithmicsWire::id));
    Registration said = before.edit().name(title).archived(fields.flag("archived")).done();
    return placed.put(said);
  }

  private static <T> List<T> list(
      Fields fields, String name, BiFunction<JsonNode, String, T> element) {
    if (!fields.has(name)) {
      throw Fields.missing(name);
    }
    return fields.list(name, element);
  }

  private static Scope scope(JsonNode value, String path) {
    String word = Fields.text(value, path);
    return Scope.of(word).orElseThrow(() -> Fields.notOneOf(path, word, Scope.words()));
  }

  private static void checkOwners(Call call, Fields fields) {
    JsonNode organisation = fields.node("organisation_id");
    if (organisation != null) {
      call.checkOrganisation(MediarithmicsWire.id(organisation, "organisation_id"));
    }
    JsonNode community = fields.node("community_id");
    if (community != null
        && !MediarithmicsWire.id(community, "community_id").equals(call.organisation())) {
      throw FailureException.invalid(
          "foreign_community",
          "community_id",
          "organisation %s is not of the community %s."
              .formatted(call.organisation(), community.asText()));
    }
  }
}
