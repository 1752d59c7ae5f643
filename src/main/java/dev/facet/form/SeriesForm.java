package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.Series;
import java.util.List;
import java.util.Set;

/** {@code EventsNode} objects: which events a series is about and what of them is measured. */
final class SeriesForm {
  private SeriesForm() {}

  static Series read(JsonNode node, String path) {
    Fields fields =
        Fields.of(node, path)
            .ignore(
                Set.of(
                    "math_multiplier",
                    "name",
                    "optionalInFunnel",
                    "limit",
                    "orderBy",
                    "response",
                    "version"));
    String kind = fields.requiredText("kind");
    if (!kind.equals("EventsNode")) {
      throw Fields.notOneOf(fields.path("kind"), kind, List.of("EventsNode"));
    }
    String event = fields.text("event");
    String customName = fields.text("custom_name");
    Filter own = FilterForm.read(fields.node("properties"), fields.path("properties"));
    Filter fixed = FilterForm.read(fields.node("fixedProperties"), fields.path("fixedProperties"));
    Measure measure = MeasureForm.read(fields);
    fields.done();
    return new Series(event, customName, measure, own.and(fixed));
  }
}
