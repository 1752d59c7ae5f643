package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.model.Place;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.PropertyRef;
import dev.facet.query.Syntax;
import dev.facet.query.text.HogqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    List<Dimension> dimensions = listed.isEmpty() ? old : joined(listed);
    if (dimensions.isEmpty()) {
      return null;
    }
    boolean all = dimensions.getFirst().property().source() == PropertyRef.Source.COHORTS;
    int most = limit != null ? limit : Breakdown.DEFAULT_LIMIT;
    return new Breakdown(
        dimensions, all && dimensions.size() == 1 ? Breakdown.UNLIMITED : most, hideOther);
  }

  private static List<Dimension> old(Fields fields) {
    JsonNode breakdown = fields.node("breakdown");
    String type = fields.text("breakdown_type");
    boolean normalize = fields.flag("breakdown_normalize_url");
    int bins = bins(fields, "breakdown_histogram_bin_count");
    if (breakdown == null) {
      return List.of();
    }
    if ("cohort".equals(type)) {
      return List.of(cohorts(breakdown, fields.path("breakdown")));
    }
    JsonNode only = breakdown.isArray() && breakdown.size() == 1 ? breakdown.get(0) : breakdown;
    if (!only.isTextual()) {
      throw Fields.wrongType(fields.path("breakdown"), "the name of one property", breakdown);
    }
    Integer group = fields.integer("breakdown_group_type_index");
    if ("hogql".equals(type)) {
      return List.of(hogql(only.textValue(), bins, fields.path("breakdown")));
    }
    PropertyForm.Paths paths =
        PropertyForm.Paths.of(fields, "breakdown_type", "breakdown", "breakdown_group_type_index")
            .with("cohort", "hogql");
    PropertyRef property = ref(PropertyForm.read(type, only.textValue(), group, paths), paths);
    return List.of(new Dimension(property, normalize, bins));
  }

  /** Cohorts, by number or {@code all}, or a list of them. */
  private static Dimension cohorts(JsonNode node, String path) {
    List<String> ids = ComparisonForm.values(node, path);
    if (ids.isEmpty()) {
      throw Fields.missing(path);
    }
    ids.stream()
        .filter(id -> !id.equals(PropertyRef.EVERYBODY))
        .forEach(id -> FilterForm.cohortId(id, path));
    return new Dimension(PropertyRef.ofCohorts(ids, new Place(path)), false, 0);
  }

  private static Dimension hogql(String text, int bins, String path) {
    if (bins > 0) {
      throw FailureException.invalid(
          "bin_count", path, "Bins are for properties; an expression can round numbers itself.");
    }
    Syntax expression = HogqlText.expression(text, path);
    return new Dimension(PropertyRef.ofHogql(text, expression, new Place(path)), false, 0);
  }

  /** Several entries that name a cohort each are one breakdown by all of them. */
  private static List<Dimension> joined(List<Dimension> listed) {
    List<Dimension> joined = new ArrayList<>();
    List<String> cohorts = new ArrayList<>();
    for (Dimension dimension : listed) {
      PropertyRef property = dimension.property();
      boolean isCohort = property.source() == PropertyRef.Source.COHORTS;
      if (isCohort) {
        cohorts.addAll(property.cohorts());
      }
      if (!isCohort || cohorts.size() == property.cohorts().size()) {
        joined.add(dimension);
      }
    }
    joined.replaceAll(
        one ->
            one.property().source() == PropertyRef.Source.COHORTS
                ? new Dimension(PropertyRef.ofCohorts(cohorts, one.property().place()), false, 0)
                : one);
    return joined;
  }

  private static Dimension listed(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String type = fields.text("type");
    if ("cohort".equals(type)) {
      JsonNode cohort = fields.node("property");
      fields.ignore(Set.of("normalize_url", "histogram_bin_count", "group_type_index")).done();
      if (cohort == null) {
        throw Fields.missing(fields.path("property"));
      }
      return cohorts(cohort, fields.path("property"));
    }
    String property = fields.requiredText("property");
    boolean normalize = fields.flag("normalize_url");
    int bins = bins(fields, "histogram_bin_count");
    Integer group = fields.integer("group_type_index");
    fields.done();
    if ("hogql".equals(type)) {
      return hogql(property, bins, fields.path("property"));
    }
    PropertyForm.Paths paths =
        PropertyForm.Paths.of(fields, "type", "property", "group_type_index")
            .with("cohort", "hogql");
    PropertyRef named = ref(PropertyForm.read(type, property, group, paths), paths);
    return new Dimension(named, normalize, bins);
  }

  /** How many bins, 0 for none. */
  static int bins(Fields fields, String field) {
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
