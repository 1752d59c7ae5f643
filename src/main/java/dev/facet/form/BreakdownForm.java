package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.PropertyRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code breakdownFilter} objects, in their old form (one property) and their new one (a list). */
final class BreakdownForm {
  private BreakdownForm() {}

  static @Nullable Breakdown read(Fields fields) {
    boolean hideOther = fields.flag("breakdown_hide_other_aggregation");
    Integer limit = fields.integer("breakdown_limit");
    List<Dimension> old = old(fields);
    List<Dimension> listed = fields.list("breakdowns", BreakdownForm::listed);
    fields.done();
    if (listed.size() > Breakdown.MAX_DIMENSIONS) {
      throw FailureException.invalid(
          "breakdown_count",
          fields.path("breakdowns"),
          "A chart is broken down by up to "
              + Breakdown.MAX_DIMENSIONS
              + " properties, not "
              + listed.size()
              + ".");
    }
    List<Dimension> dimensions = listed.isEmpty() ? old : listed;
    return dimensions.isEmpty()
        ? null
        : new Breakdown(
            dimensions, Objects.requireNonNullElse(limit, Breakdown.DEFAULT_LIMIT), hideOther);
  }

  private static List<Dimension> old(Fields fields) {
    JsonNode breakdown = fields.node("breakdown");
    String type = fields.text("breakdown_type");
    boolean normalize = fields.flag("breakdown_normalize_url");
    int bins = bins(fields, "breakdown_histogram_bin_count");
    if (breakdown == null) {
      return List.of();
    }
    JsonNode only = breakdown.isArray() && breakdown.size() == 1 ? breakdown.get(0) : breakdown;
    if (!only.isTextual()) {
      throw Fields.wrongType(fields.path("breakdown"), "the name of one property", breakdown);
    }
    Integer group = fields.integer("breakdown_group_type_index");
    PropertyForm.Paths paths =
        PropertyForm.Paths.of(fields, "breakdown_type", "breakdown", "breakdown_group_type_index");
    PropertyRef property = ref(PropertyForm.read(type, only.textValue(), group, paths), paths);
    return List.of(new Dimension(property, normalize, bins));
  }

  private static Dimension listed(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String property = fields.requiredText("property");
    String type = fields.text("type");
    boolean normalize = fields.flag("normalize_url");
    int bins = bins(fields, "histogram_bin_count");
    Integer group = fields.integer("group_type_index");
    fields.done();
    PropertyForm.Paths paths =
        PropertyForm.Paths.of(fields, "type", "property", "group_type_index");
    PropertyRef named = ref(PropertyForm.read(type, property, group, paths), paths);
    return new Dimension(named, normalize, bins);
  }

  /** How many bins, 0 for none. */
  private static int bins(Fields fields, String field) {
    Integer bins = fields.integer(field);
    if (bins != null && (bins < 1 || bins > Dimension.MAX_BINS)) {
      throw FailureException.invalid(
          "bin_count",
          fields.path(field),
          "A histogram has 1 to " + Dimension.MAX_BINS + " bins, not " + bins + ".");
    }
    return bins == null ? 0 : bins;
  }

  private static PropertyRef ref(PropertyRef property, PropertyForm.Paths at) {
    if (property.isTime()) {
      throw FailureException.invalid(
          "breakdown_type",
          at.key(),
          "\"" + property.key() + "\" is a time: break down by a text or a number.");
    }
    return property;
  }
}
