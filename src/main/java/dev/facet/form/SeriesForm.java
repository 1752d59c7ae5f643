package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.model.Place;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.Measure.Actor;
import dev.facet.query.Series;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code EventsNode} and {@code ActionsNode} objects: which events a series is about and what of
 * them is measured.
 */
final class SeriesForm {
  private SeriesForm() {}

  /**
   * Reads a series.
   *
   * @param actor who is counted where it does not say so
   */
  static Series read(JsonNode node, String path, Actor actor) {
    Fields fields = Fields.of(node, path);
    passAbout(fields);
    if (fields.flag("optionalInFunnel")) {
      throw FailureException.invalid(
          "not_served",
          fields.path("optionalInFunnel"),
          "Every step of a funnel is needed here; leave the step out to see what it changes.");
    }
    Series.Subject subject = subject(fields);
    String customName = fields.text("custom_name");
    Filter own = FilterForm.read(fields.node("properties"), fields.path("properties"));
    Filter fixed = FilterForm.read(fields.node("fixedProperties"), fields.path("fixedProperties"));
    Measure measure = new MeasureForm(fields, actor).read();
    fields.done();
    return new Series(subject, customName, measure, own.and(fixed));
  }

  /**
   * Say how lists of events are shown and which version of the node it is, not what is measured.
   */
  private static void passAbout(Fields fields) {
    fields
        .ignore(Set.of("response"))
        .pass(Shape.TEXT, "name")
        .pass(Shape.NUMBER, "limit", "version")
        .pass(Shape.LIST, "orderBy");
  }

  private static Series.Subject subject(Fields fields) {
    String kind = fields.requiredText("kind");
    return switch (kind) {
      case "EventsNode" -> event(fields.text("event"));
      case "ActionsNode" -> action(fields, "id");
      default ->
          throw Fields.notOneOf(fields.path("kind"), kind, List.of("EventsNode", "ActionsNode"));
    };
  }

  /** The events of one name, all for null. */
  static Series.Subject event(@Nullable String name) {
    return name == null ? new Series.Subject.Anything() : new Series.Subject.Named(name);
  }

  /** The action whose number stands in a field, as a number or its digits. */
  static Series.Subject action(Fields fields, String field) {
    JsonNode id = fields.node(field);
    String path = fields.path(field);
    if (id == null) {
      throw Fields.missing(path);
    }
    if (!id.asText().matches("\\d{1,18}")) {
      throw Fields.wrongType(path, "the number of an action", id);
    }
    return new Series.Subject.Done(Long.parseLong(id.asText()), new Place(path));
  }
}
