package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.query.Breakdown;
import dev.facet.query.PropertyRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code breakdownFilter} objects, in their old form (one property) and their new one (a list). */
final class BreakdownForm {
  private BreakdownForm() {}

  private record Property(PropertyRef ref, boolean normalizeUrl) {}

  static @Nullable Breakdown read(Fields fields) {
    boolean normalize = fields.flag("breakdown_normalize_url");
    boolean hideOther = fields.flag("breakdown_hide_other_aggregation");
    Integer limit = fields.integer("breakdown_limit");
    Property old = old(fields, normalize);
    List<Property> listed = fields.list("breakdowns", BreakdownForm::listed);
    fields.done();
    if (listed.size() > 1) {
      throw FailureException.invalid(
          "breakdown_count",
          fields.path("breakdowns"),
          "One breakdown at a time is answered, not " + listed.size() + ".");
    }
    Property property = listed.isEmpty() ? old : listed.getFirst();
    return property == null
        ? null
        : new Breakdown(
            property.ref(),
            Objects.requireNonNullElse(limit, Breakdown.DEFAULT_LIMIT),
            hideOther,
            property.normalizeUrl());
  }

  private static @Nullable Property old(Fields fields, boolean normalize) {
    JsonNode breakdown = fields.node("breakdown");
    String type = fields.text("breakdown_type");
    if (breakdown == null) {
      return null;
    }
    JsonNode only = breakdown.isArray() && breakdown.size() == 1 ? breakdown.get(0) : breakdown;
    if (!only.isTextual()) {
      throw Fields.wrongType(fields.path("breakdown"), "the name of one property", breakdown);
    }
    return new Property(ref(type, only.textValue(), fields.path("breakdown_type")), normalize);
  }

  private static Property listed(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String property = fields.requiredText("property");
    String type = fields.text("type");
    boolean normalize = fields.flag("normalize_url");
    fields.done();
    return new Property(ref(type, property, fields.path("type")), normalize);
  }

  private static PropertyRef ref(@Nullable String type, String key, String path) {
    return switch (type) {
      case null -> new PropertyRef(PropertyRef.Source.EVENT, key);
      case "event" -> new PropertyRef(PropertyRef.Source.EVENT, key);
      case "person" -> new PropertyRef(PropertyRef.Source.PERSON, key);
      case "event_metadata" -> new PropertyRef(PropertyRef.Source.METADATA, key);
      default -> throw Fields.notOneOf(path, type, List.of("event", "person", "event_metadata"));
    };
  }
}
