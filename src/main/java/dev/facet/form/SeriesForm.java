package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Measure measure = measure(fields);
    fields.done();
    return new Series(event, customName, measure, own.and(fixed));
  }

  private static Measure measure(Fields fields) {
    String math = fields.text("math");
    String property = fields.text("math_property");
    String type = fields.text("math_property_type");
    return switch (math) {
      case null -> new Measure.Count();
      case "total" -> new Measure.Count();
      case "dau" -> new Measure.Persons();
      case "sum" -> summary(fields, Measure.Summary.SUM, property, type);
      case "avg" -> summary(fields, Measure.Summary.AVG, property, type);
      case "min" -> summary(fields, Measure.Summary.MIN, property, type);
      case "max" -> summary(fields, Measure.Summary.MAX, property, type);
      default ->
          throw Fields.notOneOf(
              fields.path("math"), math, List.of("total", "dau", "sum", "avg", "min", "max"));
    };
  }

  private static Measure summary(
      Fields fields, Measure.Summary summary, @Nullable String property, @Nullable String type) {
    if (property == null || property.isEmpty()) {
      throw FailureException.invalid(
          "required",
          fields.path("math_property"),
          "Name the property whose " + fields.text("math") + " is asked for.");
    }
    PropertyRef.Source source =
        switch (type) {
          case null -> PropertyRef.Source.EVENT;
          case "event_properties" -> PropertyRef.Source.EVENT;
          case "person_properties" -> PropertyRef.Source.PERSON;
          default ->
              throw Fields.notOneOf(
                  fields.path("math_property_type"),
                  type,
                  List.of("event_properties", "person_properties"));
        };
    return new Measure.OfProperty(summary, new PropertyRef(source, property));
  }
}
