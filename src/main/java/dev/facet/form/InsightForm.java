package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Measure.Actor;
import dev.facet.query.time.Comparison;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nodes of all insight queries have in common. */
final class InsightForm {
  private InsightForm() {}

  /** Accepts the fields that say something about the node but nothing about its answer. */
  static void passAbout(Fields fields) {
    fields
        .ignore(Set.of("response"))
        .pass(Shape.OBJECT, "modifiers", "tags")
        .pass(Shape.NUMBER, "dataColorTheme", "version");
  }

  /** Which events count, by the node's {@code properties}. */
  static Filter filter(Fields fields) {
    return FilterForm.read(fields.node("properties"), fields.path("properties"));
  }

  /** The share of distinct ids that is looked at. */
  static double sampling(Fields fields) {
    JsonNode node = fields.node("samplingFactor");
    if (node == null) {
      return 1;
    }
    if (!node.isNumber() || !(node.doubleValue() > 0 && node.doubleValue() <= 1)) {
      throw FailureException.invalid(
          "sampling_factor",
          fields.path("samplingFactor"),
          "Give the share of persons to look at: a number above 0 and up to 1.");
    }
    return node.doubleValue();
  }

  /** Who is counted: persons, or the groups of a type. */
  static Actor actor(Fields fields) {
    String field = "aggregation_group_type_index";
    Integer group = fields.integer(field);
    return group == null
        ? Actor.PERSON
        : new Actor.Group(PropertyForm.groupIndex(group, fields.path(field)));
  }

  static DateRange range(Fields fields) {
    return fields
        .object("dateRange")
        .map(
            range -> {
              DateRange read =
                  new DateRange(
                      DateText.parse(range.text("date_from"), range.path("date_from")),
                      DateText.parse(range.text("date_to"), range.path("date_to")),
                      range.flag("explicitDate"));
              range.done();
              return read;
            })
        .orElse(DateRange.DEFAULT);
  }

  static @Nullable Comparison comparison(Fields fields) {
    return fields.object("compareFilter").map(InsightForm::shift).orElse(null);
  }

  private static @Nullable Comparison shift(Fields filter) {
    boolean compare = filter.flag("compare");
    String to = filter.text("compare_to");
    filter.done();
    if (!compare) {
      return null;
    }
    return to == null
        ? new Comparison.Previous()
        : new Comparison.Shifted(DateText.parseRelative(to, filter.path("compare_to")));
  }
}
