package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.content.Document;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.function.BiFunction;

/** Registrations as on the wire. Where a dashboard is shown is kept as this dialect's extras. */
final class RegistrationWire {
  /** Under which extras are kept. */
  static final String DIALECT = "mediarithmics";

  private static final List<String> SCOPES = List.of("home", "segments", "builders", "console");
  private static final List<String> PLACEMENT = List.of("scopes", "segment_ids", "builder_ids");

  private RegistrationWire() {}

  static ObjectNode show(Dashboard dashboard, String organisation) {
    Registration said = dashboard.registration();
    ObjectNode node = MediarithmicsWire.object();
    node.put("id", Long.toString(dashboard.id())).put("title", title(said));
    Document placed = Document.of(said.extras().get(DIALECT).orElse(null));
    for (String field : PLACEMENT) {
      ArrayNode ids = node.putArray(field);
      placed.get(field).ifPresent(list -> list.forEach(ids::add));
    }
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
    ObjectNode placed = MediarithmicsWire.object();
    put(placed, fields, "scopes", RegistrationWire::scope);
    put(placed, fields, "segment_ids", MediarithmicsWire::id);
    put(placed, fields, "builder_ids", MediarithmicsWire::id);
    return before
        .edit()
        .name(title)
        .archived(fields.flag("archived"))
        .extras(before.extras().with(DIALECT, placed))
        .done();
  }

  private static void put(
      ObjectNode placed, Fields fields, String name, BiFunction<JsonNode, String, String> element) {
    if (!fields.has(name)) {
      throw Fields.missing(name);
    }
    ArrayNode list = placed.putArray(name);
    fields.list(name, element).forEach(list::add);
  }

  private static String scope(JsonNode value, String path) {
    String scope = Fields.text(value, path);
    if (!SCOPES.contains(scope)) {
      throw Fields.notOneOf(path, scope, SCOPES);
    }
    return scope;
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
