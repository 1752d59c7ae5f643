package dev.facet.form;

import dev.facet.model.FailureException;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code math} fields of a series: what of its events is measured. */
final class MeasureForm {
  private static final String PER_PERSON = "_count_per_actor";

  /** Of events, persons and sessions. */
  private static final Map<String, Measure> PLAIN =
      Map.of(
          "total", new Measure.Count(),
          "dau", new Measure.Persons(),
          "weekly_active", new Measure.ActivePersons(Measure.ActivePersons.WEEK),
          "monthly_active", new Measure.ActivePersons(Measure.ActivePersons.MONTH),
          "unique_session", new Measure.Sessions(),
          "first_time_for_user", new Measure.FirstTime(Measure.First.EVER),
          "first_matching_event_for_user", new Measure.FirstTime(Measure.First.MATCHING));

  /** Of a number; all but the sum also of how many events each person has. */
  private static final Map<String, Measure.Summary> SUMMARIES =
      Map.of(
          "sum", Measure.Summary.SUM,
          "avg", Measure.Summary.AVG,
          "min", Measure.Summary.MIN,
          "max", Measure.Summary.MAX,
          "median", Measure.Summary.MEDIAN,
          "p75", Measure.Summary.P75,
          "p90", Measure.Summary.P90,
          "p95", Measure.Summary.P95,
          "p99", Measure.Summary.P99);

  private MeasureForm() {}

  static Measure read(Fields fields) {
    String math = fields.text("math");
    String property = fields.text("math_property");
    String type = fields.text("math_property_type");
    if (math == null) {
      return new Measure.Count();
    }
    Measure plain = PLAIN.get(math);
    Measure.Summary summary = SUMMARIES.get(math);
    Measure.Summary perPerson = perPerson(math);
    if (plain != null) {
      return plain;
    }
    if (perPerson != null) {
      return new Measure.CountPerPerson(perPerson);
    }
    if (summary != null) {
      return new Measure.OfProperty(summary, property(fields, property, type));
    }
    throw Fields.notOneOf(fields.path("math"), math, known());
  }

  private static Measure.@Nullable Summary perPerson(String math) {
    return math.endsWith(PER_PERSON) && !math.startsWith("sum")
        ? SUMMARIES.get(math.substring(0, math.length() - PER_PERSON.length()))
        : null;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(new TreeMap<>(PLAIN).keySet());
    known.addAll(new TreeMap<>(SUMMARIES).keySet());
    SUMMARIES.keySet().stream()
        .filter(summary -> !summary.equals("sum"))
        .sorted()
        .forEach(summary -> known.add(summary + PER_PERSON));
    return known;
  }

  private static PropertyRef property(
      Fields fields, @Nullable String property, @Nullable String type) {
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
    return new PropertyRef(source, property);
  }
}
